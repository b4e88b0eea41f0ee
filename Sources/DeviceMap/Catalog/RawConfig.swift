/// An object of config.json, or of the catalog's defaults for a sub-config.
package struct RawConfig {
  /// The keys in the order of the file, each once.
  package private(set) var keys: [String] = []
  private var members: [String: Member] = [:]

  private enum Member {
    case json(JSONValue)
    case value(CatalogValue)
  }

  package init(_ json: JSONValue) {
    for member in json.members {
      let key = member.key
      if members.updateValue(.json(member.value), forKey: key) == nil { keys.append(key) }
    }
  }

  package init(_ dictionary: CatalogDictionary) {
    keys = dictionary.keys
    for (key, value) in zip(dictionary.keys, dictionary.values) { members[key] = .value(value) }
  }

  /// The members whose keys are accepted.
  package func filtered(_ isIncluded: (String) -> Bool) -> RawConfig {
    var result = self
    result.keys = keys.filter(isIncluded)
    result.members = members.filter { isIncluded($0.key) }
    return result
  }

  /// This object with the members of another laid over it. O(members).
  package func overlaid(with other: RawConfig) -> RawConfig {
    var result = self
    for key in other.keys where result.members.updateValue(other.members[key]!, forKey: key) == nil {
      result.keys.append(key)
    }
    return result
  }

  /// How many members the object at a key has; 0 for anything else.
  package func memberCount(_ key: String) -> Int {
    switch members[key] {
    case .json(let json): json.kind == .object ? json.members.count { _ in true } : 0
    case .value(.dictionary(let inner)): inner.count
    default: 0
    }
  }

  /// The value of a key, none when it is absent. O(size of the value).
  package func value(_ key: String) -> CatalogValue {
    switch members[key] {
    case .json(let json): CatalogValue(json)
    case .value(let value): value
    case nil: .none
    }
  }

  /// The object at a key, nil when it is something else.
  package func object(_ key: String) -> RawConfig? {
    switch members[key] {
    case .json(let json): json.kind == .object ? RawConfig(json) : nil
    case .value(.dictionary(let inner)): RawConfig(inner)
    default: nil
    }
  }
}

extension CatalogValue {
  /// A value of config.json. An integer beyond 64 bits becomes a float. O(size).
  package init(_ json: JSONValue) {
    switch json.kind {
    case .null: self = .none
    case .bool: self = .bool(json.bool ?? false)
    case .number: self = json.int.map { .int($0) } ?? .double(json.double ?? .nan)
    case .string: self = .string(json.string ?? "")
    case .array: self = .list(json.elements.map { CatalogValue($0) })
    case .object:
      var dictionary = CatalogDictionary()
      for member in json.members { dictionary[member.key] = CatalogValue(member.value) }
      self = .dictionary(dictionary)
    }
  }
}
