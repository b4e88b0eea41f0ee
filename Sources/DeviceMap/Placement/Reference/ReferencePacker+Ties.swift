extension ReferencePacker {
  /// Measures a part with what it is tied to.
  ///
  /// - Throws: ``LostPartner`` where the references raise an error.
  func candidate(_ part: TreePart) throws(LostPartner) -> Candidate {
    let size = task.bits(of: part)
    if tiesAsOne { return closed(part, size) }
    let outside = ties.outside(of: part, mistakes: true)
    var result = Candidate(part: part, size: size, sizeWithTies: size, partners: [], isTied: !outside.isEmpty)
    for tensor in outside {
      guard let module = waitingModule(around: tensor, besides: part) else { throw LostPartner(tensor: tensor) }
      let isNew = !result.partners.contains(.module(module))
      if isNew { result.partners.append(.module(module)) }
      switch task.engine {
      case .transformers: result.sizeWithTies += isNew ? task.bits(of: module) : 0
      case .accelerate, .transformers4: result.sizeWithTies += task.bits(of: module) - task.sizes.bits(ofTensor: tensor)
      }
    }
    return result
  }

  /// The module in the list that holds a tensor; nil when it is placed, opened, or the part at hand.
  private func waitingModule(around tensor: Int, besides part: TreePart) -> Int? {
    guard let module = topmostUnopened(around: tensor), work.state(ofModule: module) == .untouched else { return nil }
    return part == .module(module) ? nil : module
  }

  /// The highest module around a tensor that has not been replaced by its parts.
  private func topmostUnopened(around tensor: Int) -> Int? {
    var result: Int?
    var module = Int(task.tree.tensors[tensor].owner)
    while work.state(ofModule: module) != .opened {
      result = module
      module = task.tree.parent(of: module)
    }
    return result
  }

  /// A part with everything that is tied to it, to what that is tied to, and so on.
  private func closed(_ part: TreePart, _ size: Int) -> Candidate {
    var result = Candidate(part: part, size: size, sizeWithTies: size, partners: [], isTied: false)
    var seen: Set<TreePart> = [part]
    var next = 0
    var last: TreePart? = part
    while let current = last {
      for tensor in ties.outside(of: current, mistakes: false) {
        guard let partner = waitingPart(around: tensor), seen.insert(partner).inserted else { continue }
        result.partners.append(partner)
        result.sizeWithTies += task.bits(of: partner)
      }
      last = next < result.partners.count ? result.partners[next] : nil
      next += 1
    }
    result.isTied = !result.partners.isEmpty
    return result
  }

  private func waitingPart(around tensor: Int) -> TreePart? {
    if let module = topmostUnopened(around: tensor) {
      if work.state(ofModule: module) == .untouched { return .module(module) }
      // Inside of a module that was dissolved into its tensors.
      return work.state(ofTensor: tensor) == .untouched && dissolved.contains(module) ? .tensor(tensor) : nil
    }
    return work.state(ofTensor: tensor) == .untouched ? .tensor(tensor) : nil
  }

  /// Where a part alone would fit but not with its partners: cuts the first partner that can be cut.
  mutating func splitPartner(of candidate: Candidate) -> Bool {
    guard candidate.isTied, fits(candidate.size) else { return false }
    for case .module(let partner) in candidate.partners where isSplittable(partner) {
      record(candidate, .splitPartner, partner: partner)
      work.open(partner)
      work.putFirst(candidate.part)
      reserve.recompute()
      return true
    }
    return false
  }

  /// The module of the list, as far as a search in the list has opened it, that holds a tensor and comes after a part.
  ///
  /// - Parameter part: a part that the search has come to and that is in no opened module but those around it.
  func laterModule(around tensor: Int, after part: TreePart, besides waiting: TreePart) -> Int? {
    let place: Int
    switch part {
    case .module(let module): place = module
    case .tensor(let tensor): place = Int(task.tree.tensors[tensor].owner)
    }
    if case .tensor(let tensor) = part, place == 0, task.tree.tensors[tensor].kind != .parameter { return nil }
    guard let entry = topmostUnopened(around: tensor), work.state(ofModule: entry) == .untouched,
      waiting != .module(entry)
    else { return nil }
    var result: Int?
    var module = Int(task.tree.tensors[tensor].owner)
    while module >= entry, !(module...task.tree.end(of: module) - 1).contains(place) {
      result = module
      module = task.tree.parent(of: module)
    }
    return result.flatMap { $0 > place ? $0 : nil }
  }
}
