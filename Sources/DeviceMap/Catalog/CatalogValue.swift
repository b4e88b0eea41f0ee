/// A value of the catalog's expressions: what a field of config.json holds, or what was computed from it.
///
/// The rules of arithmetic are those of Python, in which the reference computes its shapes: `/` gives a float, `//` and
/// `%` round towards minus infinity, booleans count as 0 and 1, lists join with `+`. Unlike there, integers have 64 bits
/// and every operation is checked.
package enum CatalogValue {
  case none
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case list([CatalogValue])
  case dictionary(CatalogDictionary)
  case config(ConfigScope)

  /// Whether Python takes the value for true: everything but none, false, zero and what is empty.
  package var isTrue: Bool {
    switch self {
    case .none: false
    case .bool(let value): value
    case .int(let value): value != 0
    case .double(let value): value != 0
    case .string(let value): !value.utf8.isEmpty
    case .list(let values): !values.isEmpty
    case .dictionary(let value): !value.isEmpty
    case .config: true
    }
  }

  package var isNone: Bool {
    if case .none = self { true } else { false }
  }

  /// What the value is, for messages.
  package var kind: String {
    switch self {
    case .none: "null"
    case .bool: "a boolean"
    case .int: "an integer"
    case .double: "a number"
    case .string: "a string"
    case .list: "a list"
    case .dictionary, .config: "an object"
    }
  }
}

/// Keys and values in the order of the file; of equal keys the last one counts, as in Python.
package struct CatalogDictionary {
  private var index: [String: Int] = [:]
  private(set) var keys: [String] = []
  private(set) var values: [CatalogValue] = []

  package init() {}

  package var isEmpty: Bool { keys.isEmpty }
  package var count: Int { keys.count }

  package subscript(_ key: String) -> CatalogValue? {
    get { index[key].map { values[$0] } }
    set {
      guard let newValue else { return }
      if let known = index[key] {
        values[known] = newValue
      } else {
        index[key] = keys.count
        keys.append(key)
        values.append(newValue)
      }
    }
  }
}

/// Why an expression has no value. The place and the fields involved are added by the caller.
package enum EvaluationFailure: Error {
  /// An operand has a type for which the operation is not defined.
  case wrongType(String)
  case overflow
  case divisionByZero
  case indexOutOfRange
  case tooLarge
  case textTooLong
  /// More steps than a model may take (``WorkBudget``).
  case tooMuchWork
  /// The catalog has no closed form here.
  case needsHeaders(String)
  /// One of the above with its place and the fields involved.
  case explained(ExplainedFailure)
  case catalog(CatalogError)
}
