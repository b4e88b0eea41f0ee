/// The devices of a plan as a table for people.
package enum PlanTable {
  /// Columns for caches and reserves stand there only when the plan was made with a context or a reserve.
  package static func text(_ plan: Plan) -> String {
    let loads = plan.usage.loads.filter { $0.device != .disk || $0.weights > 0 }
    let isRunning = loads.contains { $0.states > 0 || $0.reserve > 0 }
    var table = TextTable(
      [("device", .left), ("budget", .right), ("cap", .right), ("weights", .right)]
        + (isRunning ? [("states", .right), ("reserve", .right)] : [])
        + [("free", .right), ("first", .left), ("last", .left)])
    for load in loads {
      table.add(
        [
          load.device.description, load.limit.map(ByteText.size) ?? "no limit", load.cap.map(ByteText.size) ?? "",
          ByteText.size(load.weights),
        ] + (isRunning ? [ByteText.size(load.states), ByteText.size(load.reserve)] : [])
          + [load.free.map(ByteText.size) ?? "", load.first ?? "", load.last ?? ""])
    }
    return table.text()
  }
}
