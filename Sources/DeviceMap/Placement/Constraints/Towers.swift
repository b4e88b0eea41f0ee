extension Row {
  /// The parts of vision and audio towers and their projectors, with the text embedding that they are mixed with;
  /// nil for a model without towers or without a text embedding beside them.
  ///
  /// Towers and projectors are recognised by name: their classes differ with every architecture, their names hardly.
  package func towersWithEmbedding(of tree: ModuleTree) -> [Int]? {
    var towers: [Int] = []
    var isTower = [Bool](repeating: false, count: parts.count)
    // Names repeat; each is looked at once.
    var isTowerName = [Bool?](repeating: nil, count: tree.symbols.count)
    var module = 1
    while module < tree.count {
      let range = parts(in: module)
      let name = Int(tree.records[module].name)
      let isNamedTower = isTowerName[name] ?? ModuleRole.isTower(tree.name(of: module))
      isTowerName[name] = isNamedTower
      if range.isEmpty || isNamedTower {
        for part in range where parts[part].bits > 0 {
          towers.append(part)
          isTower[part] = true
        }
        module = tree.end(of: module)
      } else {
        module += 1
      }
    }
    guard !towers.isEmpty else { return nil }
    let embedding = parts.indices.filter { part in
      !isTower[part] && !parts[part].isBlock && parts[part].bits > 0
        && ModuleRole.isEmbedding(tree.name(of: parts[part].module), tree.className(of: parts[part].module))
    }.max { parts[$0].bits < parts[$1].bits }
    guard let embedding else { return nil }
    return (towers + [embedding]).sorted()
  }
}
