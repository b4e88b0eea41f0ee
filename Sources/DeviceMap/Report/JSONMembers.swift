/// The members of an object that is read, with the place that errors name.
struct JSONMembers {
  let value: JSONValue
  private let path: String

  /// - Parameter path: keys and positions from the root of the text, joined by dots.
  init(_ value: JSONValue, path: String) {
    self.value = value
    self.path = path
  }

  func place(of key: String) -> String { path.isEmpty ? key : path + "." + key }

  private func wrong(_ key: String, _ expected: String) -> PlanReadingError {
    .member(place(of: key), expected: expected)
  }

  func has(_ key: String) -> Bool { value[key].map { !$0.isNull } ?? false }

  func text(_ key: String) throws(PlanReadingError) -> String? {
    guard has(key) else { return nil }
    return try string(key)
  }

  func string(_ key: String) throws(PlanReadingError) -> String {
    guard let text = value[key]?.string else { throw wrong(key, "a text") }
    return text
  }

  func bool(_ key: String) throws(PlanReadingError) -> Bool {
    guard let flag = value[key]?.bool else { throw wrong(key, "true or false") }
    return flag
  }

  /// A whole number that is not negative, at most 2^59: no model is larger, and its bits can be counted.
  func integer(_ key: String) throws(PlanReadingError) -> Int { try integer(key, atMost: 1 << 59) }

  /// A limit or what is left of it, which may be any number; nil for none.
  func limit(_ key: String) throws(PlanReadingError) -> Int? {
    guard has(key) else { return nil }
    return try integer(key, atMost: .max)
  }

  private func integer(_ key: String, atMost most: Int) throws(PlanReadingError) -> Int {
    guard let number = value[key]?.int, (0...most).contains(number) else { throw wrong(key, "a whole number") }
    return number
  }

  func ratio(_ key: String) throws(PlanReadingError) -> Ratio {
    guard let number = value[key]?.double, let ratio = Ratio(value: number) else { throw wrong(key, "a number") }
    return ratio
  }

  /// One of the words of an enumeration.
  func choice<Choice: RawRepresentable<String>>(_ key: String) throws(PlanReadingError) -> Choice {
    guard let choice = Choice(rawValue: try string(key)) else { throw wrong(key, "a known word") }
    return choice
  }

  func object(_ key: String) throws(PlanReadingError) -> JSONMembers {
    guard let object = value[key], object.kind == .object else { throw wrong(key, "an object") }
    return JSONMembers(object, path: place(of: key))
  }

  /// The objects of an array.
  func objects(_ key: String) throws(PlanReadingError) -> [JSONMembers] {
    guard let list = value[key], list.kind == .array else { throw wrong(key, "an array") }
    var objects: [JSONMembers] = []
    for (index, element) in list.elements.enumerated() {
      guard element.kind == .object else { throw wrong("\(key).\(index)", "an object") }
      objects.append(JSONMembers(element, path: place(of: "\(key).\(index)")))
    }
    return objects
  }

  func strings(_ key: String) throws(PlanReadingError) -> [String] {
    guard let list = value[key], list.kind == .array else { throw wrong(key, "an array") }
    var strings: [String] = []
    for element in list.elements {
      guard let text = element.string else { throw wrong(key, "an array of texts") }
      strings.append(text)
    }
    return strings
  }

  func device(_ key: String) throws(PlanReadingError) -> Device {
    guard let value = value[key] else { throw wrong(key, "a device") }
    return try device(value, key)
  }

  /// A device as device maps have it: an integer for a GPU, else its name.
  func device(_ value: JSONValue, _ key: String) throws(PlanReadingError) -> Device {
    if let id = value.int, id >= 0 { return .gpu(id) }
    guard let name = value.string, let device = Device(parsing: name), device.description == name else {
      throw wrong(key, "a device")
    }
    if case .gpu = device { throw wrong(key, "a device") }
    return device
  }

  func devices(_ key: String) throws(PlanReadingError) -> [Device] {
    guard let list = value[key], list.kind == .array else { throw wrong(key, "an array") }
    var devices: [Device] = []
    for element in list.elements { devices.append(try device(element, key)) }
    return devices
  }
}
