/// The groups of a problem that the references cannot run from the cpu or disk while accelerators compute.
struct Anchors {
  /// Groups that must not be offloaded.
  private(set) var groups: Set<Int> = []
  /// Groups that are kept off the disk where the cpu has room for them.
  private(set) var keptOffDisk: Set<Int> = []
  /// The part with the first parameter, by whose device code asks for that of the model.
  private(set) var firstPart: Int?
  private var first: Set<Int> = []
  /// Groups with single tensors of modules that are cut, and with what code beside the forward of a module reads.
  private var bound: Set<Int> = []
  /// Groups of which something is in no file: they can be on the cpu, where there is no room elsewhere, but not on disk.
  private var absent: Set<Int> = []

  /// Nothing is kept anywhere: for when nothing runs on the accelerators.
  static let none = Anchors()

  private init() {}

  /// - Parameter unitGroup: the group of each part of the row.
  /// - Complexity: O(tensors).
  init(_ tree: ModuleTree, _ row: Row, unitGroup: [Int]) {
    func groups(of parts: [Int]) -> Set<Int> { Set(parts.map { unitGroup[$0] }) }
    let parameter = tree.tensors.indices.first { tree.tensors[$0].kind == .parameter }
    firstPart = parameter.flatMap { row.part(of: Int(tree.tensors[$0].owner)) }
    first = groups(of: [firstPart].compactMap { $0 })
    let bare = row.parts.indices.filter { index in
      row.parts[index].isOwnTensorsOnly
        && row.parts[index].tensors.contains { tree.tensors[$0].kind != .transientBuffer }
    }
    let read = tree.tensors.indices.filter { tree.tensors[$0].outsideRead != .never }
    bound = groups(of: bare + read.compactMap { row.part(of: Int(tree.tensors[$0].owner)) })
    absent = groups(
      of: row.parts.indices.filter { row.parts[$0].tensors.contains { tree.tensors[$0].isMissing } })
    self.groups = bound.union(absent).union(first)
    keptOffDisk = absent
  }

  /// The same with what is in no file allowed on the cpu; nil where that changes nothing.
  func absentOnCPU() -> Anchors? {
    guard !absent.isSubset(of: bound.union(first)) else { return nil }
    var freer = self
    freer.groups = bound.union(first)
    return freer
  }

  /// The same with the first part allowed on the cpu; nil where it is bound for other reasons.
  func firstOnCPU() -> Anchors? {
    guard !first.isEmpty, first.isDisjoint(with: bound.union(absent)) else { return nil }
    var freer = self
    freer.groups = bound.union(absent)
    freer.keptOffDisk = absent.union(first)
    return freer
  }
}
