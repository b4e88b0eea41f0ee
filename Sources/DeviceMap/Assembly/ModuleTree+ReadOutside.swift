extension ModuleTree.Draft {
  /// Marks what others than the forward of its module read, by paths below modules. What a tower reads, beside a model that
  /// writes text, it reads for images or sound alone. O(paths x depth x children).
  mutating func markReadOutside(_ facts: [(module: Int, paths: [String], when: OutsideRead)]) {
    for (module, paths, when) in facts {
      let prefix = tree.path(of: module)
      let when = isInTower(module) ? .sometimes : when
      for path in paths {
        guard let tensor = tree.tensor(atPath: prefix.isEmpty ? path : "\(prefix).\(path)") else { continue }
        tree.tensors[tensor].outsideRead = max(tree.tensors[tensor].outsideRead, when)
      }
    }
  }

  /// Whether a module belongs to a part for images or sound of a model that writes text.
  private func isInTower(_ module: Int) -> Bool {
    guard let root = models.first?.entry.name,
      root.hasSuffix("ForConditionalGeneration") || root.hasSuffix("ForCausalLM")
    else { return false }
    let around = models.last { $0.module <= module && module < tree.end(of: $0.module) }
    return around.map { Tower.holdsConfig(at: $0.config.path) } ?? false
  }
}
