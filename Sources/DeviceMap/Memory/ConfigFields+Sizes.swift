extension ConfigFields {
  /// The first of the names that has a whole number.
  func int(_ names: String...) -> Int? { names.lazy.compactMap { integer($0) }.first }

  private func integer(_ name: String) -> Int? {
    switch values[name] {
    case .integer(let value): value
    case .real(let value): value.magnitude < 1e15 && Double(Int(value)) == value ? Int(value) : nil
    default: nil
    }
  }

  /// The first of the names that has a whole number above 0.
  ///
  /// - Throws: ``StateError/missing(_:)`` when there is none, ``StateError/notPositive(_:_:)`` when it is 0 or less.
  func size(_ names: String...) throws(StateError) -> Int {
    for name in names {
      guard let value = integer(name) else { continue }
      guard value > 0 else { throw .notPositive(name, value) }
      // A size from a file: what no model has is an error before it is multiplied.
      guard value < 1 << 31 else { throw .tooLarge }
      return value
    }
    throw .missing(names[0])
  }

  func bool(_ name: String) -> Bool? {
    guard case .bool(let value) = values[name] else { return nil }
    return value
  }

  func texts(_ name: String) -> [String]? {
    guard case .list(let list) = values[name] else { return nil }
    let texts = list.compactMap { if case .text(let text) = $0 { text } else { nil } }
    return texts.count == list.count && !texts.isEmpty ? texts : nil
  }

  func ints(_ name: String) -> [Int]? {
    guard case .list(let list) = values[name] else { return nil }
    let numbers = list.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    return numbers.count == list.count ? numbers : nil
  }

  func object(_ name: String) -> ConfigFields? {
    guard case .object(let values) = values[name] else { return nil }
    return ConfigFields(modelType: modelType, values: values)
  }
}

/// Why the states of a model cannot be computed: its plan counts weights only.
public enum StateError: Error, Hashable, Sendable {
  /// The architecture's attention is not among those that are understood.
  case unknownArchitecture(String)
  case missing(String)
  case notPositive(String, Int)
  /// A kind of layer that the architecture is not known to have.
  case unknownLayerKind(String, layer: Int)
  case tooLarge
}
