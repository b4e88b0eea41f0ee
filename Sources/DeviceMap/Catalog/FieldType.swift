/// What values the field of a config class takes: the kinds of JSON as Python reads them, where a number without fraction
/// is no float and `true` no integer (`type_validator` of huggingface_hub's strict dataclasses).
package indirect enum FieldType: Hashable, Sendable {
  case any, null, bool, integer, real, text
  case list(FieldType)
  /// An object whose values are of a type.
  case object(FieldType)
  case literal(String)
  case oneOf([FieldType])
  case bounded(FieldType, [Bound])

  /// A bound of a number.
  package struct Bound: Hashable, Sendable {
    package enum Relation: String, Sendable {
      case atLeast = ">=", above = ">", atMost = "<=", below = "<", multiple = "%"
    }
    package var relation: Relation
    package var value: Double
  }

  /// Whether a value of config.json is of the type. O(elements that the type names).
  package func takes(_ value: JSONValue) -> Bool {
    switch self {
    case .any: true
    case .null: value.isNull
    case .bool: value.kind == .bool
    case .integer: value.isInteger
    case .real: value.kind == .number && !value.isInteger || Self.isTaggedFloat(value)
    case .text: value.kind == .string
    case .literal(let text): value.isString(text)
    case .list(let element): value.kind == .array && (element == .any || value.elements.allSatisfy(element.takes))
    case .object(let inner):
      value.kind == .object && (inner == .any || value.members.allSatisfy { inner.takes($0.value) })
    case .oneOf(let types): types.contains { $0.takes(value) }
    case .bounded(let type, let bounds): type.takes(value) && bounds.allSatisfy { $0.holds(of: value) }
    }
  }

  /// Whether a text is of the type. O(length of the type).
  package func takes(text: String) -> Bool {
    switch self {
    case .any, .text: true
    case .literal(let literal): literal == text
    case .oneOf(let types): types.contains { $0.takes(text: text) }
    default: false
    }
  }

  /// `{"__float__": "Infinity"}`, as configs write what JSON has no number for.
  private static func isTaggedFloat(_ value: JSONValue) -> Bool { value["__float__"]?.kind == .string }
}

extension FieldType.Bound {
  fileprivate func holds(of number: JSONValue) -> Bool {
    guard let number = number.double else { return true }
    return switch relation {
    case .atLeast: number >= value
    case .above: number > value
    case .atMost: number <= value
    case .below: number < value
    case .multiple: number.truncatingRemainder(dividingBy: value) == 0
    }
  }
}

extension FieldType {
  /// Reads a type as it is recorded (`int|list<int>|null`, `float>=0<=1`, `'cls'|'mean'`); what is not understood takes
  /// anything. O(length).
  package init(_ text: Substring) {
    var reader = FieldTypeReader(rest: text.utf8)
    self = reader.type()
  }
}

private struct FieldTypeReader {
  var rest: Substring.UTF8View

  mutating func type() -> FieldType {
    var types = [single()]
    while accept(UInt8(ascii: "|")) { types.append(single()) }
    let bounds = bounds()
    let type = types.count == 1 ? types[0] : .oneOf(types)
    return bounds.isEmpty ? type : .bounded(type, bounds)
  }

  private mutating func single() -> FieldType {
    if accept(UInt8(ascii: "'")) {
      let text = take { $0 != UInt8(ascii: "'") }
      _ = accept(UInt8(ascii: "'"))
      return .literal(text)
    }
    switch take({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) {
    case "null": return .null
    case "bool": return .bool
    case "int": return .integer
    case "float": return .real
    case "str": return .text
    case "list": return .list(inner())
    case "dict": return .object(inner())
    default: return .any
    }
  }

  private mutating func inner() -> FieldType {
    guard accept(UInt8(ascii: "<")) else { return .any }
    let type = type()
    _ = accept(UInt8(ascii: ">"))
    return type
  }

  /// Bounds start where a number follows a relation: `>` behind the type of an element closes that.
  private mutating func bounds() -> [FieldType.Bound] {
    var bounds: [FieldType.Bound] = []
    while let first = rest.first, "<>%".utf8.contains(first) {
      let start = rest
      var relation = String(UnicodeScalar(rest.removeFirst()))
      if accept(UInt8(ascii: "=")) { relation += "=" }
      let number = take { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || "-.e".utf8.contains($0) }
      guard let value = Double(number), let relation = FieldType.Bound.Relation(rawValue: relation) else {
        rest = start
        break
      }
      bounds.append(FieldType.Bound(relation: relation, value: value))
    }
    return bounds
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func take(_ isTaken: (UInt8) -> Bool) -> String {
    let taken = rest.prefix(while: isTaken)
    rest = rest[taken.endIndex...]
    return String(Substring(taken))
  }
}

extension FieldType: CustomStringConvertible {
  /// As it is said to people: `an integer or null`.
  package var description: String {
    switch self {
    case .any: "anything"
    case .null: "null"
    case .bool: "true or false"
    case .integer: "an integer"
    case .real: "a number with a fraction (1.0)"
    case .text: "a text"
    case .literal(let text): "\"\(text)\""
    case .list(.any): "a list"
    case .list(let element): "a list (each \(element))"
    case .object(.any): "an object"
    case .object(let inner): "an object (each \(inner))"
    case .oneOf([.real, .integer]), .oneOf([.integer, .real]): "a number"
    case .oneOf([.real, .integer, .null]), .oneOf([.integer, .real, .null]): "a number or null"
    case .oneOf(let types): types.map { "\($0)" }.joined(separator: " or ")
    case .bounded(let type, let bounds): "\(type) " + bounds.map { "\($0)" }.joined(separator: " and ")
    }
  }
}

extension FieldType.Bound: CustomStringConvertible {
  package var description: String {
    let number = value == value.rounded() ? String(Int(value)) : String(value)
    return switch relation {
    case .atLeast: "of at least \(number)"
    case .above: "above \(number)"
    case .atMost: "of at most \(number)"
    case .below: "below \(number)"
    case .multiple: "divisible by \(number)"
    }
  }
}
