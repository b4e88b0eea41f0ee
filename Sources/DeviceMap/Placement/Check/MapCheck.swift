/// What is wrong with a device_map, hand-written or old, for a given model.
///
///     let map = try DeviceMapFile(json: #"{"model": 0, "lm_head": "cpu"}"#)
///     let check = try MapCheck(map.entries, tree: tree, budgets: [DeviceBudget(.gpu(0), bytes: 24 << 30)])
///     check.isValid            // false
///     check.findings           // what and where
///
/// Keys are matched as whole paths, and of keys that contain each other the deepest decides, as transformers 5.23.0
/// resolves them; `""` stands for the whole model. What devices carry and what is wrong is the ledger's, as for plans.
public struct MapCheck: Sendable {
  /// What each device carries, in device order, and what is wrong.
  public let ledger: Ledger
  /// Likely renames of keys that match nothing, as templates (`transformer.layers.N`).
  public let renames: [ModuleRename]

  /// What is wrong: first with the keys, then with what they come to.
  public var findings: [PlacementFinding] { ledger.findings }

  /// Whether a model loads and runs with the map: every tensor of its files has one known device with room for it, and
  /// nothing is cut that must be whole.
  ///
  /// - Complexity: O(findings).
  public var isValid: Bool { ledger.errors.isEmpty }

  /// Checks a map against a tree.
  ///
  /// - Parameters:
  ///   - map: keys and devices as they were read.
  ///   - tree: the model.
  ///   - budgets: what is offered of each device; empty when budgets are not to be checked.
  ///   - options: dtypes, classes that must not be cut instead of the tree's, and what running adds.
  /// - Throws: ``PlacementError/sizeOverflow(tensor:)``.
  /// - Complexity: O(modules + tensors + keys x depth).
  public init(
    _ map: [WrittenMapEntry], tree: ModuleTree, budgets: [DeviceBudget] = [],
    options: PlacementOptions = PlacementOptions()
  ) throws(PlacementError) {
    let weights = try ModuleSizes(tree, engine: .transformers, options: options, counting: .loaded)
    let offers = budgets.map { options.running?.budget(of: $0) ?? $0 }
    var keys = MapKeys(map, tree: tree, budgets: offers)
    let uncovered = keys.findUncovered(weights)
    renames = RenameFinder.renames(from: keys.dead, to: uncovered)
    var ledger = LedgerCount(
      tree, keys.places, weights: weights, classes: NoSplitClasses(tree, names: options.noSplitClasses),
      running: options.running
    ).count()
    ledger.findings = keys.findings + ledger.findings
    self.ledger = ledger
  }
}
