import DeviceMap

/// A policy of one's own: the experts go to the cpu, all else to the first GPU.
public struct ExpertsToCPU: PlacementPolicy {
  public let name = "experts-to-cpu"

  public init() {}

  public func place(_ task: PlacementTask) -> Placement {
    let experts = task.tree.modules.filter { $0.className.hasSuffix("Experts") }
    return Placement(task, on: .gpu(0), except: experts.map { ($0, .cpu) })
  }
}
