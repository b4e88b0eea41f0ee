/// `device-map devices`: this machine as max_memory.
struct DevicesCommand {
  let arguments: Arguments
  let environment: ProgramEnvironment

  func run(_ output: inout ProgramOutput) throws {
    guard !arguments.has("list") else {
      output.result.append(
        arguments.has("json") ? GPUListing().json() : GPUListing().text(width: environment.resultWidth))
      return try output.deliver(arguments)
    }
    let inventory = environment.devices()
    output.result.append(arguments.has("json") ? Self.json(inventory) : Self.maxMemory(inventory) + "\n")
    if !arguments.has("json") { output.say(lines: Self.table(inventory, width: environment.screenWidth)) }
    output.say(inventory.notes)
    try output.deliver(arguments)
  }

  /// `{"0": 25153000000, "cpu": 90000000000}`
  private static func maxMemory(_ inventory: DeviceInventory) -> String {
    var writer = JSONWriter(style: .line)
    writer.object { members in
      for entry in inventory.devices {
        members.key(entry.device.description)
        members.integer(entry.budgetBytes)
      }
    }
    return writer.output.string
  }

  static func table(_ inventory: DeviceInventory, width: Int? = nil) -> String {
    var table = TextTable([
      ("device", .left), ("name", .left), ("total", .right), ("free", .right), ("budget", .right), ("fraction", .right),
      ("", .left),
    ])
    for entry in inventory.devices {
      table.add([
        entry.device.description, entry.name, ByteText.size(entry.totalBytes), ByteText.size(entry.freeBytes),
        ByteText.size(entry.budgetBytes), entry.processFraction.map { ByteText.decimal($0, digits: 4) } ?? "",
        entry.isBusy ? "busy" : "",
      ])
    }
    return table.text(width: width)
  }

  private static func json(_ inventory: DeviceInventory) -> String {
    var writer = JSONWriter(style: .pretty)
    writer.object { root in
      root.schemaVersion()
      root.key("version")
      root.integer(JSONWriter.schemaVersion)
      root.key("devices")
      root.array { list in
        for entry in inventory.devices {
          list.object { device in
            device.key("device")
            device.device(entry.device)
            device.key("name")
            device.string(entry.name)
            if let index = entry.driverIndex {
              device.key("driver_index")
              device.integer(index)
              device.key("uuid")
              device.string(entry.uuid)
            }
            for (name, bytes) in [
              ("total_bytes", entry.totalBytes), ("free_bytes", entry.freeBytes), ("budget_bytes", entry.budgetBytes),
            ] {
              device.key(name)
              device.integer(bytes)
            }
            device.key("busy")
            device.bool(entry.isBusy)
            if let fraction = entry.processFraction {
              device.key("per_process_memory_fraction")
              device.number(fraction)
            }
          }
        }
      }
      root.notes(inventory.notes)
    }
    return writer.output.string + "\n"
  }
}
