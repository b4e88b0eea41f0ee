extension ReferencePacker {
  /// Replaces a part that does not fit by smaller parts if that is allowed.
  mutating func split(_ candidate: Candidate) -> Bool {
    guard case .module(let module) = candidate.part else { return false }
    if isSplittable(module) {
      // accelerate only cuts what would not fit even without its partners.
      if task.engine.asksAccelerate, !caps[current].isReached(by: usedHere + candidate.size, keepingFree: kept) {
        return false
      }
      record(candidate, .split)
      work.openFirst(module)
      reserve.recompute()
      return true
    }
    return escape(module, candidate)
  }

  /// Places a module that must not be cut tensor by tensor and leaves the parameters out that may stay without a device,
  /// if not even the next accelerator could take it whole (transformers only).
  private mutating func escape(_ module: Int, _ candidate: Candidate) -> Bool {
    guard task.engine == .transformers, task.isNoSplit(module), current + 1 < caps.count,
      task.devices[current + 1].device.isAccelerator,
      !caps[current + 1].holds(used[current + 1] + candidate.sizeWithTies, keepingFree: 0)
    else { return false }
    let names = Set(task.tree.noPlacementParameters.map { Array($0.utf8) })
    guard !names.isEmpty else { return false }
    let tensors = Array(task.tree.allTensors(of: module))
    let left = tensors.filter { names.contains(relativePath(ofTensor: $0, in: module)) }
    guard left.contains(where: { task.tree.tensors[$0].kind == .parameter }) else { return false }
    record(candidate, .escaped)
    dissolve(candidate.part)
    dissolved.insert(module)
    for tensor in left {
      leaveOut(tensor)
      work.take(.tensor(tensor))
    }
    let isLeft = Set(left)
    let placed = tensors.filter { !isLeft.contains($0) }
    let parameters = placed.filter { task.tree.tensors[$0].kind == .parameter }
    let buffers = placed.filter { task.tree.tensors[$0].kind != .parameter }
    for tensor in (parameters + buffers).reversed() { work.putFirst(.tensor(tensor)) }
    return true
  }

  private func relativePath(ofTensor tensor: Int, in module: Int) -> [UInt8] {
    let path = Array(task.tree.path(ofTensor: tensor).utf8)
    let prefix = task.tree.path(of: module).utf8.count
    return Array(path[(prefix == 0 ? 0 : prefix + 1)...])
  }
}
