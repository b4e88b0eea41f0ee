extension ReferencePacker {
  /// A warning when the buffers of offloaded modules, which stay on an accelerator, fit on none.
  func bufferNotes() -> [Note] {
    guard !task.options.offloadBuffers, task.devices.contains(where: { $0.device.isAccelerator }) else { return [] }
    var bits = 0
    for assignment in assignments where !assignment.device.isAccelerator {
      guard case .module(let module) = assignment.part else { continue }
      for tensor in task.tree.allTensors(of: module) where task.tree.tensors[tensor].kind != .parameter {
        bits += task.sizes.bits(ofTensor: tensor)
      }
    }
    guard bits > 0 else { return [] }
    for (index, device) in task.devices.enumerated() where device.device.isAccelerator {
      if caps[index].holds(used[index] + bits, keepingFree: 0) { return [] }
    }
    return [
      Note(
        .warning, code: "offloaded-buffers",
        "the buffers of offloaded modules need \(ByteText.size((bits + 7) / 8)) on an accelerator, which none has left; "
          + "offload them too with offload_buffers")
    ]
  }
}
