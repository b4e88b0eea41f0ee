extension ReferencePacker {
  /// Where nothing is on the device at hand yet, puts some other part that fits before the one at hand (accelerate's
  /// `fallback_allocation`).
  mutating func placeAnother(before candidate: Candidate) throws(LostPartner) -> Bool {
    guard task.engine.asksAccelerate, task.options.fallbackAllocation, usedHere == 0, !fallbackFailed,
      let cap = caps[current].bits
    else { return false }
    usedFallback = true
    let limit = cap - max(reserve.largest, candidate.sizeWithTies)
    guard limit >= 0, let found = try search(atMost: limit, besides: candidate.part) else { return false }
    record(candidate, .fallback)
    openModules(around: found)
    reserve.wait(layerRange(of: candidate.part))
    work.putFirst(candidate.part)
    work.moveFirst(found)
    fallbackFailed = true
    return true
  }

  /// The first part in the list, or inside of what would have to be cut, that is small enough with its partners.
  private func search(atMost limit: Int, besides waiting: TreePart) throws(LostPartner) -> TreePart? {
    var cursor = work.cursor
    while let part = work.advance(&cursor) {
      let outside = ties.outside(of: part, mistakes: !tiesAsOne)
      var size = task.bits(of: part)
      if tiesAsOne {
        if outside.isEmpty, size <= limit { return part }
      } else {
        for tensor in outside {
          guard let partner = laterModule(around: tensor, after: part, besides: waiting) else {
            throw LostPartner(tensor: tensor)
          }
          size += task.bits(of: partner) - task.sizes.bits(ofTensor: tensor)
        }
        if size <= limit { return part }
      }
      if case .module(let module) = part, isSplittable(module) { work.enter(module, &cursor) }
    }
    return nil
  }

  private mutating func openModules(around part: TreePart) {
    var module: Int
    switch part {
    case .module(let own): module = task.tree.parent(of: own)
    case .tensor(let tensor): module = Int(task.tree.tensors[tensor].owner)
    }
    while work.state(ofModule: module) != .opened {
      work.open(module)
      module = task.tree.parent(of: module)
    }
  }

  /// The reference's search fails on sizes that are not whole numbers of bytes.
  func fallbackNotes() -> [Note] {
    guard usedFallback else { return [] }
    let isScaled = task.budgetsAreMeasured || task.options.capFactor != 1
    let hasFractions = task.tree.tensors.indices.contains { task.sizes.bits(ofTensor: $0) % 8 != 0 }
    let hasBits = hasFractions || task.tree.tensors.contains { $0.dtype == .bool }
    guard isScaled || hasBits || !task.options.specialDTypes.isEmpty else { return [] }
    return [
      Note(
        code: "fallback-with-fractions",
        "the fallback search of the reference fails where a size or limit is not a whole number; here it goes on")
    ]
  }
}
