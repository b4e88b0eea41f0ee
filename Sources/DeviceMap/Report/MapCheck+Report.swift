extension MapCheck.Finding {
  /// A stable identifier for programs.
  package var code: String {
    switch self {
    case .uncovered: "uncovered"
    case .deadKey: "dead-key"
    case .unknownDevice: "unknown-device"
    case .repeatedKey: "repeated-key"
    case .blockCut: "block-cut"
    case .tiesApart: "ties-apart"
    case .overBudget: "over-budget"
    }
  }
}

extension MapCheck.Finding: CustomStringConvertible {
  public var description: String {
    switch self {
    case .uncovered(let path, let bytes):
      "\(path.isEmpty ? "the whole model" : path) (\(ByteText.size(bytes))) has no device"
    case .deadKey(let key): "'\(key)' matches no module or tensor of the model"
    case .unknownDevice(let key, let device):
      "'\(key)' is on '\(device)', which is no device that is known here"
    case .repeatedKey(let key): "'\(key)' stands in the map more than once"
    case .blockCut(let path, let className, let devices):
      "\(path) (\(className)) is cut between \(Self.names(devices)); it must stay whole"
    case .tiesApart(let tensors, let devices):
      "\(tensors.joined(separator: " and ")) share one storage but are on \(Self.names(devices))"
    case .overBudget(let device, let used, let budget):
      "\(Explanation.name(device)) holds \(ByteText.size(used)), \(ByteText.size(used - budget)) more than its budget of "
        + ByteText.size(budget)
    }
  }

  private static func names(_ devices: [Device]) -> String {
    devices.map { Explanation.name($0) }.joined(separator: " and ")
  }
}

extension MapCheck {
  /// The findings, the likely renames and the devices, for people.
  package func text() -> String {
    var text = ""
    let shown = 20
    for code in Self.order {
      let group = findings.filter { $0.code == code }
      for finding in group.prefix(shown) { text += "\(code): \(finding)".printable + "\n" }
      if group.count > shown { text += "\(code): ... and \(group.count - shown) more\n" }
    }
    for rename in renames { text += "likely rename: \(rename.from) -> \(rename.to)".printable + "\n" }
    var table = TextTable([("device", .left), ("used", .right), ("budget", .right), ("tensors", .right)])
    for usage in usage {
      table.add([
        usage.device.description, ByteText.size(usage.bytes), usage.budget.map(ByteText.size) ?? "-",
        String(usage.tensors),
      ])
    }
    return text + table.text() + (isValid ? "the map is valid\n" : "the map is not valid\n")
  }

  /// Findings are grouped by what they are, the most telling first.
  private static let order = [
    "unknown-device", "dead-key", "repeated-key", "uncovered", "block-cut", "ties-apart", "over-budget",
  ]

  /// `{"valid", "findings": [{"code", "text"}], "renames": [{"from", "to"}], "devices": [...], "notes": [...]}`.
  ///
  /// - Parameter notes: remarks about the checkpoint and the tree.
  package func json(notes: [Note]) -> String {
    var writer = JSONWriter(style: .pretty)
    writer.object { writer in
      writer.key("valid")
      writer.bool(isValid)
      writer.key("findings")
      writer.array { for finding in findings { Self.write(finding, to: &$0) } }
      writer.key("renames")
      writer.array {
        for rename in renames {
          $0.object {
            $0.key("from")
            $0.string(rename.from)
            $0.key("to")
            $0.string(rename.to)
          }
        }
      }
      writer.key("devices")
      writer.array { for usage in usage { Self.write(usage, to: &$0) } }
      writer.notes(notes)
    }
    return writer.output.string + "\n"
  }

  private static func write(_ finding: Finding, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("code")
      writer.string(finding.code)
      if case .uncovered(let path, let bytes) = finding {
        writer.key("path")
        writer.string(path)
        writer.key("bytes")
        writer.integer(bytes)
      }
      if case .deadKey(let key) = finding {
        writer.key("path")
        writer.string(key)
      }
      writer.key("text")
      writer.string(finding.description)
    }
  }

  private static func write(_ usage: Usage, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("device")
      Plan.write(usage.device, to: &writer)
      writer.key("used_bytes")
      writer.integer(usage.bytes)
      writer.key("budget_bytes")
      if let budget = usage.budget { writer.integer(budget) } else { writer.null() }
      writer.key("tensors")
      writer.integer(usage.tensors)
    }
  }
}
