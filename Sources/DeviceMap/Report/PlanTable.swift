/// The devices of a plan as a table for people.
package enum PlanTable {
  package static func text(_ plan: Plan) -> String {
    var table = TextTable([
      ("device", .left), ("budget", .right), ("cap", .right), ("used", .right), ("free", .right), ("first", .left),
      ("last", .left),
    ])
    for load in plan.usage.loads where load.device != .disk || load.weights > 0 {
      table.add([
        load.device.description, load.budget.map(ByteText.size) ?? "no limit", load.cap.map(ByteText.size) ?? "",
        ByteText.size(load.weights), load.free.map(ByteText.size) ?? "", load.first ?? "", load.last ?? "",
      ])
    }
    return table.text()
  }
}
