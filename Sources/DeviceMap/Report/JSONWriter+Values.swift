extension JSONWriter {
  /// A member that is a whole number, or null.
  mutating func member(_ name: String, _ value: Int?) {
    key(name)
    if let value { integer(value) } else { null() }
  }

  /// A member that is a text, or null.
  mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// A member that is `{"least", "most"}`, or null.
  mutating func range(_ name: String, _ value: ClosedRange<Double>?) {
    key(name)
    guard let value else { return null() }
    object { range in
      range.key("least")
      range.number(value.lowerBound)
      range.key("most")
      range.number(value.upperBound)
    }
  }

  /// A device as device maps have it: an integer for a GPU, else its name.
  mutating func device(_ device: Device) {
    if case .gpu(let id) = device { integer(id) } else { string(device.description) }
  }

  /// The figures of an account, in bytes; the device itself is the caller's.
  mutating func members(of account: DeviceAccount) {
    member("limit_bytes", account.limit)
    member("reserve_bytes", account.reserve)
    member("budget_bytes", account.budget)
    member("cap_bytes", account.cap)
    member("used_bytes", account.used)
    member("weights_bytes", account.weights)
    member("state_bytes", account.state)
    member("transient_bytes", account.transient)
    member("peak_bytes", account.peak)
    member("free_bytes", account.free)
    member("tensors", account.tensors)
    member("first", account.first)
    member("last", account.last)
  }

  /// `{"code", "severity", "text"}`, with `path` and `bytes` of what has none.
  mutating func finding(_ finding: PlacementFinding) {
    object { writer in
      writer.member("code", finding.code)
      writer.member("severity", finding.isError ? "error" : "warning")
      switch finding {
      case .uncovered(let path, let bytes, _):
        writer.member("path", path)
        writer.member("bytes", bytes)
      case .deadKey(let key): writer.member("path", key)
      case .blockCut(let cut): writer.member("path", cut.path)
      default: break
      }
      writer.member("text", finding.description)
    }
  }
}
