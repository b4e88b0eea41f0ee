/// Whole components of a diffusers pipeline, as its `device_map="balanced"` places them.
///
/// The largest component goes to the GPU with most memory, the next to the one with the second most, and so on, to the
/// last GPU and back (`_assign_components_to_devices` of diffusers 0.42). One that does not fit the GPU whose turn it is
/// goes to the cpu.
public struct PipelinePolicy: PlacementPolicy {
  public let name = "balanced"

  /// As diffusers places whole components.
  public init() {}

  public func place(_ task: PlacementTask) -> Placement {
    let components = task.children(of: task.root).sorted { (task.bits(of: $0), $1) > (task.bits(of: $1), $0) }
    let gpus = task.devices.filter(\.device.isAccelerator).sorted {
      ($0.bytes ?? .max, $1.device) > ($1.bytes ?? .max, $0.device)
    }
    let cycle = gpus + gpus.reversed()
    let host = task.devices.first { !$0.device.isAccelerator }?.device ?? .disk
    var room = cycle.map { $0.bytes ?? .max }
    var turn = 0
    var devices: [Int: Device] = [:]
    for component in components {
      let bytes = (task.bits(of: component) + 7) / 8
      let index = cycle.isEmpty ? 0 : turn % cycle.count
      guard !cycle.isEmpty, bytes <= room[index] else {
        devices[component] = host
        continue
      }
      devices[component] = cycle[index].device
      for other in cycle.indices where cycle[other].device == cycle[index].device { room[other] -= bytes }
      turn += 1
    }
    let left = components.filter { devices[$0] == host }
    let note = Note(
      .warning, code: "components-on-host",
      "\(left.count) components fit no GPU when it is their turn; of several the map that diffusers makes itself keeps the "
        + "last alone")
    return Placement(
      task.children(of: task.root).map { component in .init(.module(component), on: devices[component] ?? host) },
      keepsKeys: true, notes: gpus.isEmpty || left.count < 2 ? [] : [note])
  }
}
