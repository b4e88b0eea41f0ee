extension DeviceMapFileError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .json(let path, let error): "\(path): \(error)"
    case .notAnObject(let path):
      "\(path) is no device_map: expected a JSON object of module paths and devices, as {\"lm_head\": 0}"
    case .notADevice(let path, let key, let value):
      "\(path): the device of '\(key)' is \(value.prefix(40)); expected an integer such as 0 or a name such as \"cpu\""
    case .tooManyEntries(let path):
      "\(path) has more than \(DeviceMapFile.mostEntries) entries; no model needs as many"
    case .keyTooLong(let path, let bytes):
      "\(path) has a key of \(bytes) bytes; names of modules have \(TreeLimits.nameBytes) at most"
    }
  }
}
