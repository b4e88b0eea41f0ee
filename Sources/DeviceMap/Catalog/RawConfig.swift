/// An object of config.json, or of the catalog's defaults for a sub-config.
package enum RawConfig {
  case dictionary(CatalogDictionary)

  /// The keys in the order of the file.
  package var keys: [String] {
    switch self {
    case .dictionary(let dictionary): dictionary.keys
    }
  }

  /// The value of a key, none when it is absent.
  package func value(_ key: String) -> CatalogValue {
    switch self {
    case .dictionary(let dictionary): dictionary[key] ?? .none
    }
  }

  /// The object at a key, nil when it is something else.
  package func object(_ key: String) -> RawConfig? {
    switch self {
    case .dictionary(let dictionary):
      if case .dictionary(let inner)? = dictionary[key] { .dictionary(inner) } else { nil }
    }
  }
}
