extension ModuleTree {
  /// The modules that are not to be cut, by index: instances of the classes given, and where none of these are,
  /// the elements of numbered lists that repeat the same structure.
  ///
  /// A list counts when its elements are named by numbers and two of them have the same classes and names all the way
  /// down. Only the outermost lists count, and no list whose elements contain instances of the classes.
  ///
  /// - Complexity: O(modules).
  package func blocks(isNoSplit: (Int) -> Bool) -> [Bool] {
    var isBlock = [Bool](repeating: false, count: count)
    var holdsClass = [Bool](repeating: false, count: count)
    for module in records.indices where isNoSplit(module) {
      isBlock[module] = true
    }
    for module in records.indices.reversed() where module > 0 && (isBlock[module] || holdsClass[module]) {
      holdsClass[parent(of: module)] = true
    }
    let shapes = structureHashes()
    var module = 0
    while module < count {
      if isBlock[module] {
        module = end(of: module)
        continue
      }
      if !holdsClass[module], isRepeatingList(module, shapes) {
        for element in children(of: module) where !isLeaf(element) { isBlock[element] = true }
      }
      module += 1
    }
    return isBlock
  }

  /// Which modules should stay whole: instances of the no-split classes, and where no class is known the repeated blocks.
  ///
  /// - Complexity: O(modules).
  package func wholeBlocks() -> [Bool] {
    guard !noSplitClasses.isEmpty else { return blocks { _ in false } }
    let classes = Set(noSplitClasses.compactMap { symbols.find($0) })
    return records.map { classes.contains($0.className) }
  }

  private func isRepeatingList(_ module: Int, _ shapes: [UInt64]) -> Bool {
    var seen: Set<UInt64> = []
    var repeats = false
    for element in children(of: module) {
      guard name(of: element).utf8.allSatisfy({ (48...57).contains($0) }) else { return false }
      if !isLeaf(element), !seen.insert(shapes[element]).inserted { repeats = true }
    }
    return repeats
  }

  /// A number for every module that depends on its class and on the names and classes of its descendants.
  private func structureHashes() -> [UInt64] {
    var hashes = records.map { UInt64(truncatingIfNeeded: $0.className) &+ 0x9E37_79B9_7F4A_7C15 }
    for module in records.indices.reversed() where module > 0 {
      var word = hashes[module] &+ UInt64(truncatingIfNeeded: records[module].name) &* 0xD6E8_FEB8_6659_FD93
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      hashes[parent(of: module)] = hashes[parent(of: module)] &* 31 &+ (word ^ (word >> 31))
    }
    return hashes
  }
}
