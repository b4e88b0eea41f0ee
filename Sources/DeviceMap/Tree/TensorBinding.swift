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
    /// The slots of which the place depends.
    var slots: [Int]
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
      var isSame = last >= 0
      if isSame {
        let earlier = Int(names.tensors[last].firstNumber)
        for slot in routes[template].slots
        where names.numbers[range.lowerBound + slot] != names.numbers[earlier + slot] {
          isSame = false
          break
        }
      }
      if !isSame {
        var end = Unplaced(stored: index, module: 0, candidate: 0, used: -1)
        guard let targets = Self.targets(routes[template], names.numbers[range], &paths, &end) else {
          routes[template].last = -1
          placeOfStored.append(-1)
          unplaced.append(end)
          continue
        }
        routes[template].place = Int32(places.count)
        places.append(targets)
        routes[template].last = index
      }
      let place = routes[template].place
      placeOfStored.append(place)
      add(stored, to: places[Int(place)])
    }
  }

  private static func route(_ target: NameRules.Target, _ paths: NameResolver) -> Route {
    var slots: Set<Int> = []
    var candidates: [(names: [[NameResolver.Component]], pieces: [NameRules.Target.Piece])] = []
    for candidate in target.candidates {
      for piece in candidate.names.joined() {
        if case .number(let slot, _) = piece { slots.insert(slot) }
      }
      candidates.append((candidate.names.map { paths.components(of: $0) }, candidate.names[0]))
    }
    return Route(candidates: candidates, slots: slots.sorted())
  }

  private static func targets(
    _ route: Route, _ numbers: ArraySlice<Int32>, _ paths: inout NameResolver, _ end: inout Unplaced
  ) -> [Int]? {
    for number in route.candidates.indices {
      switch paths.find(route.candidates[number].names[0], numbers) {
      case .tensor(let first):
        var result = [first]
        for name in route.candidates[number].names.dropFirst() {
          if case .tensor(let tensor) = paths.find(name, numbers) { result.append(tensor) }
        }
        return result
      case .module(let module, let used):
        if used > end.used { end = Unplaced(stored: end.stored, module: module, candidate: number, used: used) }
      }
    }
    return nil
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
