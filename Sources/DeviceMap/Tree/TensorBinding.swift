/// Which tensors of the files go into which tensors of the tree.
package struct TensorBinding {
  /// For each tensor of the tree: how many tensors of the files it is made of, their elements and bits.
  private(set) var sources: ContiguousArray<Source>
  /// For each tensor of the files: which of `places` it goes to, -1 for none.
  package private(set) var placeOfStored: ContiguousArray<Int32> = []
  /// Tensors of the tree that one tensor of the files goes to.
  package private(set) var places: [[Int]] = []
  /// Tensors of the files that the model has no place for.
  private(set) var unplaced: ContiguousArray<Unplaced> = []
  private var routes: [Route] = []

  struct Source {
    var tensors: Int32 = 0
    /// The dtype of the first of them.
    var dtype: DType = .f32
    var elements = 0
    var bits = 0
  }

  /// A tensor without a place, and where the way to it ends.
  struct Unplaced {
    var stored: Int
    /// The deepest module on the way, by the name that leads furthest.
    var module: Int
    /// Which of the names that is, and how many of its components lead to the module.
    var candidate: Int
    var used: Int
  }

  /// A template with what is needed to place its tensors.
  private struct Route {
    var candidates: [(names: [[NameResolver.Component]], pieces: [NameRules.Target.Piece])]
    /// For each candidate: the slots on which it and those before it depend.
    var slots: [[Int]]
    /// The candidate that led to the place of the last tensor.
    var taken = 0
    /// The last tensor of this template that found no place, and the slots on which that depends.
    var failure: Unplaced?
    var failureSlots: [Int] = []
    /// The last tensor of this template, and where it went.
    var last: Int = -1
    var place: Int32 = -1
  }

  /// Places all tensors. O(tensors + templates x rules).
  package init(_ names: NameTemplates, rules: NameRules, tree: ModuleTree) {
    sources = ContiguousArray(repeating: Source(), count: tree.tensors.count)
    var paths = NameResolver(tree)
    placeOfStored.reserveCapacity(names.tensors.count)
    routes = rules.targets(of: names.templates).map { Self.route($0, paths) }
    for index in names.tensors.indices {
      let stored = names.tensors[index]
      let range = names.numbers(of: stored)
      let template = Int(stored.template)
      let last = routes[template].last
      let isSame =
        last >= 0 && names.agree(stored, names.tensors[last], on: routes[template].slots[routes[template].taken])
      if !isSame, var failure = routes[template].failure,
        names.agree(stored, names.tensors[failure.stored], on: routes[template].failureSlots)
      {
        failure.stored = index
        placeOfStored.append(-1)
        unplaced.append(failure)
        continue
      }
      if !isSame {
        var end = Unplaced(stored: index, module: 0, candidate: 0, used: -1)
        guard let targets = Self.targets(routes[template], names.numbers[range], &paths, &end) else {
          routes[template].last = -1
          routes[template].failure = end
          routes[template].failureSlots = Self.failureSlots(routes[template], names.numbers[range], &paths)
          placeOfStored.append(-1)
          unplaced.append(end)
          continue
        }
        routes[template].place = Int32(places.count)
        routes[template].taken = targets.candidate
        places.append(targets.tensors)
        routes[template].last = index
      }
      let place = routes[template].place
      placeOfStored.append(place)
      add(stored, to: places[Int(place)])
    }
  }

  private static func route(_ target: NameRules.Target, _ paths: NameResolver) -> Route {
    var slots: Set<Int> = []
    var slotsSoFar: [[Int]] = []
    var candidates: [(names: [[NameResolver.Component]], pieces: [NameRules.Target.Piece])] = []
    for candidate in target.candidates {
      for piece in candidate.names.joined() {
        if case .number(let slot, _) = piece { slots.insert(slot) }
      }
      slotsSoFar.append(slots.sorted())
      candidates.append((candidate.names.map { paths.components(of: $0) }, candidate.names[0]))
    }
    return Route(candidates: candidates, slots: slotsSoFar)
  }

  private static func targets(
    _ route: Route, _ numbers: ArraySlice<Int32>, _ paths: inout NameResolver, _ end: inout Unplaced
  ) -> (candidate: Int, tensors: [Int])? {
    for number in route.candidates.indices {
      switch paths.find(route.candidates[number].names[0], numbers) {
      case .tensor(let first):
        var result = [first]
        for name in route.candidates[number].names.dropFirst() {
          if case .tensor(let tensor) = paths.find(name, numbers) { result.append(tensor) }
        }
        return (number, result)
      case .module(let module, let used):
        if used > end.used { end = Unplaced(stored: end.stored, module: module, candidate: number, used: used) }
      }
    }
    return nil
  }

  /// The slots whose numbers decided that there is no place.
  private static func failureSlots(
    _ route: Route, _ numbers: ArraySlice<Int32>, _ paths: inout NameResolver
  ) -> [Int] {
    var slots: Set<Int> = []
    for candidate in route.candidates {
      guard case .module(let module, let used) = paths.find(candidate.names[0], numbers) else { continue }
      for (index, component) in candidate.names[0].enumerated() where index <= used {
        if index == used, !paths.hasNumberedChildren(module), index + 1 < candidate.names[0].count { break }
        switch component {
        case .symbol: break
        case .number(let slot, _): slots.insert(slot)
        case .mixed(let pieces):
          for case .number(let slot, _) in pieces { slots.insert(slot) }
        }
      }
    }
    return slots.sorted()
  }

  /// The name of an unplaced tensor below the module in which its way ends. O(length).
  func rest(of end: Unplaced, in names: NameTemplates) -> [String] {
    let stored = names.tensors[end.stored]
    let pieces = routes[Int(stored.template)].candidates[end.candidate].pieces
    let name = NameResolver.text(pieces, names.numbers[names.numbers(of: stored)])
    return name.split(separator: ".", omittingEmptySubsequences: false).dropFirst(end.used).map(String.init)
  }

  private mutating func add(_ stored: NameTemplates.Stored, to targets: [Int]) {
    for target in targets {
      if sources[target].tensors == 0 { sources[target].dtype = stored.dtype }
      sources[target].tensors += 1
      sources[target].elements &+= stored.count / targets.count
      sources[target].bits &+= stored.bits / targets.count
    }
  }
}
