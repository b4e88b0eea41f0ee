/// Which tensors of the files go into which tensors of the tree.
package struct TensorBinding {
  /// For each tensor of the tree: how many tensors of the files it is made of, their elements and bits.
  private(set) var sources: ContiguousArray<Source>
  /// For each tensor of the files: which of `places` it goes to, -1 for none.
  package private(set) var placeOfStored: ContiguousArray<Int32> = []
  /// Tensors of the tree that one tensor of the files goes to.
  package private(set) var places: [[Int]] = []
  /// Tensors of the files that the model has no place for.
  private(set) var unplaced: ContiguousArray<DeadEnd> = []
  private var routes: [Route] = []

  struct Source {
    var tensors: Int32 = 0
    /// The dtype of the first of them.
    var dtype: DType = .f32
    /// Extent of the last dimension, where one tensor goes into it as it is; 0 otherwise.
    var columns: Int32 = 0
    var elements = 0
    var bits = 0

    /// Whether it has other elements than a tensor of the model, or as many in another shape.
    func hasOtherShape(than record: ModuleTree.TensorRecord) -> Bool {
      elements != record.count || columns > 0 && record.columns > 0 && columns != record.columns
    }
  }

  /// A tensor without a place, and where the way to it ends.
  struct DeadEnd {
    var stored: Int
    /// The deepest module on the way, by the name that leads furthest.
    var module: Int
    /// Which of the names that is, and how many of its components lead to the module.
    var candidate: Int
    var used: Int
    /// The last tensor without a place that has the same template ended at the same place.
    var isRepeated = false
  }

  /// A template with what is needed to place its tensors.
  private struct Route {
    var candidates: [Candidate]
    /// The last tensor of this template, and where it went; -1 for nowhere.
    var last: Int = -1
    var place: Int32 = -1
    /// Whether that one is put together with others, cut or turned on its way.
    var isConverted = false
    /// Where the way of the last one ended that has no place.
    var end = DeadEnd(stored: -1, module: 0, candidate: 0, used: -1)
    /// The slots on which it depended where the last one went.
    var slots: [Int] = []

    struct Candidate {
      var names: [[ModuleIndex.Component]]
      var pieces: [NameRules.Target.Piece]
      var isConverted: Bool
    }

    mutating func depend(on slot: Int) {
      if !slots.contains(slot) { slots.append(slot) }
    }

    mutating func depend(on components: some Sequence<ModuleIndex.Component>) {
      for component in components {
        switch component {
        case .symbol: break
        case .number(let number): depend(on: number.slot)
        case .mixed(let pieces):
          for case .number(let number) in pieces { depend(on: number.slot) }
        }
      }
    }
  }

  /// Places all tensors. O(tensors + templates x rules).
  package init(_ names: NameTemplates, rules: NameRules, tree: ModuleTree) {
    sources = ContiguousArray(repeating: Source(), count: tree.tensors.count)
    var paths = ModuleIndex(tree)
    placeOfStored.reserveCapacity(names.tensors.count)
    routes = rules.targets(of: names.templates).map { target in
      Route(
        candidates: target.candidates.map { candidate in
          Route.Candidate(
            names: candidate.names.map { paths.components(of: $0) }, pieces: candidate.names[0],
            isConverted: candidate.isConverted)
        })
    }
    for index in names.tensors.indices {
      let stored = names.tensors[index]
      let template = Int(stored.template)
      let first = Int(stored.firstNumber)
      let isSame = goesWhereTheLastWent(template, first, names)
      if !isSame { find(template, names.numbers[names.numbers(of: stored)], &paths) }
      routes[template].last = first
      let place = routes[template].place
      placeOfStored.append(place)
      if place >= 0 {
        add(stored, to: Int(place), isConverted: routes[template].isConverted)
      } else {
        var end = routes[template].end
        end.stored = index
        end.isRepeated = isSame
        unplaced.append(end)
      }
    }
  }

  /// Whether a tensor has the numbers of the last one of its template in all slots that decided about that.
  @inline(__always)
  private func goesWhereTheLastWent(_ template: Int, _ first: Int, _ names: NameTemplates) -> Bool {
    let last = routes[template].last
    guard last >= 0 else { return false }
    for slot in routes[template].slots where names.numbers[first + slot] != names.numbers[last + slot] { return false }
    return true
  }

  /// Looks for the place of a tensor, and notes on which slots the answer depends.
  private mutating func find(_ template: Int, _ numbers: ArraySlice<Int32>, _ paths: inout ModuleIndex) {
    var route = routes[template]
    routes[template].slots = []
    route.slots.removeAll(keepingCapacity: true)
    route.place = -1
    route.end = DeadEnd(stored: -1, module: 0, candidate: 0, used: -1)
    var least = Int.max
    search: for (number, candidate) in route.candidates.enumerated() {
      switch paths.find(candidate.names[0], numbers) {
      case .tensor(let first):
        var targets = [first]
        for name in candidate.names.dropFirst() {
          if case .tensor(let tensor) = paths.find(name, numbers) { targets.append(tensor) }
        }
        for name in candidate.names { route.depend(on: name) }
        route.place = Int32(places.count)
        route.isConverted = candidate.isConverted
        places.append(targets)
        break search
      case .module(let module, let used):
        // Where no child has a number in its name it does not matter for which number the name asks.
        let decides = used < candidate.names[0].count - 1 && !paths.hasNumberedChildren(module) ? used : used + 1
        route.depend(on: candidate.names[0].prefix(decides))
        // The name of which the least is left leads furthest.
        let left = candidate.names[0].count - used
        if left < least || left == least && used > route.end.used {
          route.end = DeadEnd(stored: -1, module: module, candidate: number, used: used)
          least = left
        }
      }
    }
    routes[template] = route
  }

  /// The name of an unplaced tensor below the module in which its way ends. O(length).
  func rest(of end: DeadEnd, in names: NameTemplates) -> [String] {
    let stored = names.tensors[end.stored]
    let pieces = routes[Int(stored.template)].candidates[end.candidate].pieces
    let name = ModuleIndex.text(pieces, names.numbers[names.numbers(of: stored)])
    return name.split(separator: ".", omittingEmptySubsequences: false).dropFirst(end.used).map(String.init)
  }

  /// Whether all tensors that end there have the same name below the module, but for components that are numbers.
  func hasFixedRest(_ end: DeadEnd, in names: NameTemplates) -> Bool {
    let route = routes[Int(names.tensors[end.stored].template)]
    let rest = route.candidates[end.candidate].names[0].dropFirst(end.used)
    if rest.count == 1, case .number = rest[rest.startIndex] { return false }
    return rest.allSatisfy { if case .mixed = $0 { false } else { true } }
  }

  private mutating func add(_ stored: NameTemplates.Stored, to place: Int, isConverted: Bool) {
    let parts = places[place].count
    if parts == 1 {
      let columns = isConverted ? 0 : stored.columns
      return add(stored.dtype, stored.count, stored.bits, columns: columns, to: places[place][0])
    }
    for target in places[place] { add(stored.dtype, stored.count / parts, stored.bits / parts, columns: 0, to: target) }
  }

  private mutating func add(_ dtype: DType, _ elements: Int, _ bits: Int, columns: Int32, to target: Int) {
    var source = sources[target]
    if source.tensors == 0 { source.dtype = dtype }
    source.columns = source.tensors == 0 ? columns : 0
    source.tensors += 1
    source.elements &+= elements
    source.bits &+= bits
    sources[target] = source
  }
}
