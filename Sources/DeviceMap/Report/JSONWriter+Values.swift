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

  /// The member `devices`: the accounts of a ledger, each with its device.
  mutating func accounts(_ ledger: Ledger) {
    key("devices")
    array { list in
      for account in ledger.accounts {
        list.object {
          $0.key("device")
          $0.device(account.device)
          $0.members(of: account)
        }
      }
    }
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

  /// `{"code", "severity", "text"}` and what the finding is about, by its kind.
  mutating func finding(_ finding: PlacementFinding) {
    object { writer in
      writer.member("code", finding.code)
      writer.member("severity", finding.severity.rawValue)
      writer.subject(of: finding)
      writer.member("text", finding.description)
    }
  }

  private mutating func subject(of finding: PlacementFinding) {
    switch finding {
    case .uncovered(let path, let bytes, _), .leftToCPU(let path, let bytes):
      member("path", path)
      member("bytes", bytes)
    case .deadKey(let key), .repeatedKey(let key): member("path", key)
    case .unknownDevice(let key, let device):
      member("path", key)
      member("device", device)
    case .blockCut(let cut):
      member("path", cut.path)
      member("class", cut.className)
      devices(cut.devices)
    case .tiesApart(let tensors, let devices):
      key("tensors")
      array { for tensor in tensors { $0.string(tensor) } }
      self.devices(devices)
    case .strandedTensor(let path, let device), .firstOffloaded(let path, let device):
      member("path", path)
      key("device")
      self.device(device)
    case .readOutside(let path, let count, let device, _):
      member("path", path)
      member("count", count)
      key("device")
      self.device(device)
    case .absentOnDisk(let path, let count), .roundedOnDisk(let path, let count):
      member("path", path)
      member("count", count)
    case .overBudget(let device, let used, let budget):
      key("device")
      self.device(device)
      member("used_bytes", used)
      member("budget_bytes", budget)
    case .hostRefused(let format, let devices, let bytes):
      member("format", format)
      self.devices(devices)
      member("bytes", bytes)
    case .trainingOffloaded(let devices, let bytes):
      self.devices(devices)
      member("bytes", bytes)
    case .activationsUnknown: break
    case .runningUnknown(let className, let reason):
      member("class", className)
      member("reason", reason)
    }
  }

  private mutating func devices(_ devices: [Device]) {
    key("devices")
    array { for device in devices { $0.device(device) } }
  }
}
