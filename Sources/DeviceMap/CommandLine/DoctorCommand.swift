/// `device-map doctor`: what there is on this machine that answers depend on, for a report of a fault.
struct DoctorCommand {
  let arguments: Arguments
  let environment: ProgramEnvironment

  private typealias Fact = (what: String, found: String)

  func run(_ output: inout ProgramOutput) throws {
    let inventory = environment.devices()
    var facts: [Fact] = [
      ("device-map", "\(Program.version), architectures of transformers \(Release.newest.version)"),
      ("system", "\(Self.system), \(Workers.cores) processors"),
    ]
    for device in inventory.devices {
      let sizes = "\(ByteText.size(device.totalBytes)), \(ByteText.size(device.freeBytes)) free"
      facts.append(("device \(device.device)", "\(device.name), \(sizes)" + (device.isBusy ? ", busy" : "")))
    }
    #if os(macOS) || os(Linux)
      for (program, words) in Self.programs { facts.append((program, answer(program, words))) }
    #endif
    facts += hub()
    facts.append(("policy", "auto, as transformers \(Release.newest.version) places"))
    facts.append(("max_memory", Self.limits(inventory)))
    if arguments.has("json") {
      output.result.append(json(facts, inventory.notes))
    } else {
      output.show(Self.text(facts, width: environment.resultWidth))
    }
    output.say(inventory.notes)
    try output.deliver(arguments)
  }

  /// A line for each, broken behind the first column.
  private static func text(_ facts: [Fact], width: Int?) -> String {
    var table = TextTable([("what", .left), ("found", .left)])
    let column = (facts.map(\.what.count).max() ?? 0) + 2
    for (what, found) in facts {
      let lines = found.wrapped(to: width.map { max(16, $0 - column) }).split(separator: "\n")
      table.add([what, String(lines.first ?? "")])
      for line in lines.dropFirst() { table.add(["", String(line)]) }
    }
    return table.text(width: width)
  }

  /// `{"schema_version", "facts": [{"what", "found"}], "notes"}`.
  private func json(_ facts: [Fact], _ notes: [Note]) -> String {
    var writer = JSONWriter(style: .pretty)
    writer.object { root in
      root.schemaVersion()
      root.key("facts")
      root.array { list in
        for fact in facts {
          list.object {
            $0.member("what", fact.what)
            $0.member("found", fact.found)
          }
        }
      }
      root.notes(notes)
    }
    return writer.output.string + "\n"
  }

  /// The limits of a plan for which none are said.
  private static func limits(_ inventory: DeviceInventory) -> String {
    inventory.devices.map { "\($0.device)=\(ByteText.size($0.budgetBytes))" }.joined(separator: ", ")
  }

  private static var system: String {
    #if os(macOS)
      "macOS"
    #elseif os(Linux)
      "Linux"
    #else
      "another system"
    #endif
  }

  // MARK: - Hub

  private func hub() -> [Fact] {
    let settings = HubSettings(environment: environment.variable)
    func folder(_ path: String) -> String {
      let isThere = (try? Files.kind(of: path)) == .directory
      return (isThere ? "found" : "not there") + (arguments.has("paths") ? ", \(path)" : "")
    }
    var lines: [Fact] = []
    if let fault = settings.fault {
      lines.append(("hub", fault.description))
    } else {
      lines.append(("hub", settings.endpoint.origin.host + (settings.offline.map { ", offline by \($0)" } ?? "")))
      lines.append(("token", settings.token == nil ? "none" : "found"))
    }
    if let fault = settings.modelScopeFault { lines.append(("ModelScope", fault.description)) }
    lines += settings.caches.map { ("cache of huggingface_hub", folder($0)) }
    lines += settings.modelScopeCaches.map { ("cache of ModelScope", folder($0)) }
    if let own = settings.headerCache { lines.append(("headers read from hubs", folder(own))) }
    return lines
  }
}

#if os(macOS) || os(Linux)
  extension DoctorCommand {
    private static let programs = [
      ("nvidia-smi", ["--query-gpu=driver_version", "--format=csv,noheader"]), ("rocm-smi", ["--version"]),
      ("curl", ["--version"]),
    ]

    /// The beginning of the first line that a program answers, without what may be a path.
    private func answer(_ program: String, _ words: [String]) -> String {
      switch environment.ask(program, words) {
      case .ended(0, let output, _):
        let line = output.split(separator: UInt8(ascii: "\n")).first ?? []
        let parts = String(decoding: line.prefix(200), as: UTF8.self).split(separator: " ").prefix(3)
        return parts.filter { !$0.contains("/") && !$0.hasPrefix("(") }.joined(separator: " ")
      case .ended(let code, _, _): return "ended with status \(code)"
      case .notFound: return "not installed"
      case .timedOut: return "did not answer"
      case .wroteTooMuch: return "wrote too much"
      case .failed(let code): return "could not be run (error \(code))"
      }
    }
  }
#endif
