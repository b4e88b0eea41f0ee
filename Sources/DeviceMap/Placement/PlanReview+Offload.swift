extension PlanReview {
  /// A warning when something is offloaded for which the accelerators have room.
  ///
  /// They have if their free bytes sum up to what is offloaded, or if one of them could hold the largest layer that is
  /// offloaded besides, on the first, the room to run that layer in.
  func offloadNotes() -> [Note] {
    let accelerators = task.devices.indices.filter { task.devices[$0].device.isAccelerator }
    let offloaded = task.devices.indices.filter { !accelerators.contains($0) }.reduce(0) { $0 + used[$1] }
    guard !accelerators.isEmpty, offloaded > 0 else { return [] }
    let rooms = accelerators.map { max(0, (DeviceCap(bytes: task.devices[$0].bytes).bits ?? 0) - used[$0]) }
    let room = rooms.reduce(0, +)
    let largest = largestOffloadedLayer()
    let holdsOne = largest > 0 && rooms.enumerated().contains { $1 >= ($0 == 0 ? 2 * largest : largest) }
    guard room >= offloaded || holdsOne else { return [] }
    return [
      Note(
        .warning, code: "offload-with-room",
        "\((offloaded + 7) / 8) bytes are offloaded to cpu or disk although the accelerators have \(room / 8) bytes free"
      )
    ]
  }

  /// Bits of the largest module on cpu or disk that is a leaf or of a no-split class.
  private func largestOffloadedLayer() -> Int {
    var largest = 0
    var module = 1
    while module < task.tree.count {
      guard task.isLeaf(module) || task.isNoSplit(module) else {
        module += 1
        continue
      }
      if let device = coverage.modules[module] < 0 ? nil : task.devices[Int(coverage.modules[module])].device,
        !device.isAccelerator
      {
        largest = max(largest, task.bits(of: module))
      }
      module = task.tree.end(of: module)
    }
    return largest
  }
}
