/// One value of a `JSONDocument`. Copying it is cheap; it keeps the whole document alive.
public struct JSONValue: Sendable {
  package let tape: JSONTape
  package let node: Int

  /// The six kinds of JSON. NaN and the infinities, which only the Python dialect knows, are numbers.
  public enum Kind: Hashable, Sendable {
    /// The kinds as JSON names them.
    case object, array, string, number, bool, null
  }

  private var raw: JSONTape.Node { tape.nodes[node] }

  /// Which kind of value this is.
  public var kind: Kind {
    switch raw.kind {
    case .object: .object
    case .array: .array
    case .string: .string
    case .number, .nan, .infinity, .negativeInfinity: .number
    case .yes, .no: .bool
    case .null: .null
    }
  }

  /// The text of a string, escapes resolved; nil for other kinds. A lone surrogate becomes U+FFFD.
  ///
  /// - Complexity: O(length).
  public var string: String? {
    let raw = raw
    guard raw.kind == .string else { return nil }
    return tape.text(of: raw)
  }

  /// The value of a number written without fraction and exponent; nil for other kinds, for `1.0`, and for integers
  /// that `Int` cannot hold.
  ///
  /// - Complexity: O(digits).
  public var int: Int? {
    let raw = raw
    guard raw.kind == .number, raw.flag else { return nil }
    let bytes = tape.bytes
    return bytes.span.jsonInteger(in: raw.range)
  }

  /// The value of any number, rounded to the nearest double; nil for other kinds. A number beyond the range of a
  /// double is infinite.
  ///
  /// - Complexity: O(digits).
  public var double: Double? {
    let raw = raw
    switch raw.kind {
    case .number:
      let bytes = tape.bytes
      return bytes.span.jsonDouble(in: raw.range)
    case .nan: return .nan
    case .infinity: return .infinity
    case .negativeInfinity: return -.infinity
    default: return nil
    }
  }

  /// The value of `true` or `false`; nil for other kinds.
  public var bool: Bool? {
    switch raw.kind {
    case .yes: true
    case .no: false
    default: nil
    }
  }

  /// Whether this is `null`.
  public var isNull: Bool { raw.kind == .null }

  /// Whether this is a number written without fraction and exponent, of any size.
  public var isInteger: Bool { raw.kind == .number && raw.flag }

  /// Whether this is a string with exactly the bytes of `text`.
  ///
  /// - Complexity: O(length).
  public func isString(_ text: String) -> Bool {
    let raw = raw
    guard raw.kind == .string else { return false }
    return tape.equals(raw, text)
  }

  /// Bytes from the start of the text to this value (of a string, to its opening quote).
  public var offset: Int { Int(raw.start) - (raw.kind == .string ? 1 : 0) }

  /// The value as it is written in the text.
  ///
  /// - Complexity: O(length).
  public var source: String {
    let raw = raw
    let quote = raw.kind == .string ? 1 : 0
    let bytes = tape.bytes
    return bytes.span.string(in: Int(raw.start) - quote..<Int(raw.end) + quote)
  }

  /// The value of the member `key`, nil when there is none or this is no object. Of several members with the same
  /// key it is the last, as in Python.
  ///
  /// - Complexity: O(members).
  public subscript(_ key: String) -> JSONValue? {
    var found: JSONValue?
    for member in members where member.isKey(key) { found = member.value }
    return found
  }

  /// The element at `index`, nil when there is none or this is no array.
  ///
  /// - Complexity: O(index).
  public subscript(_ index: Int) -> JSONValue? {
    guard index >= 0 else { return nil }
    var rest = index
    for element in elements {
      if rest == 0 { return element }
      rest -= 1
    }
    return nil
  }

  /// The members of an object in the order of the text; none for other kinds.
  public var members: Members { Members(parent: self) }

  /// The elements of an array in order; none for other kinds.
  public var elements: Elements { Elements(parent: self) }

  fileprivate func children(ifKind kind: JSONTape.Kind) -> Range<Int> {
    let raw = raw
    return raw.kind == kind ? node + 1..<Int(raw.next) : node..<node
  }
}

extension JSONValue {
  /// A key and its value.
  public struct Member: Sendable {
    /// The value.
    public let value: JSONValue
    private var rawKey: JSONTape.Node { value.tape.nodes[value.node - 1] }

    fileprivate init(value: JSONValue) { self.value = value }

    /// The key, escapes resolved.
    ///
    /// - Complexity: O(length).
    public var key: String { value.tape.text(of: rawKey) }

    /// Whether the key has exactly the bytes of `text`.
    ///
    /// - Complexity: O(length).
    public func isKey(_ text: String) -> Bool { value.tape.equals(rawKey, text) }

    /// Bytes from the start of the text to the opening quote of the key.
    public var offset: Int { Int(rawKey.start) - 1 }
  }

  /// The members of an object.
  public struct Members: Sequence, Sendable {
    fileprivate let parent: JSONValue

    /// Whether there are none.
    public var isEmpty: Bool { parent.children(ifKind: .object).isEmpty }

    public func makeIterator() -> Iterator {
      Iterator(tape: parent.tape, rest: parent.children(ifKind: .object))
    }

    /// Walks the members in the order of the text.
    public struct Iterator: IteratorProtocol {
      fileprivate let tape: JSONTape
      fileprivate var rest: Range<Int>

      public mutating func next() -> Member? {
        guard let key = rest.first else { return nil }
        rest = Int(tape.nodes[key + 1].next)..<rest.upperBound
        return Member(value: JSONValue(tape: tape, node: key + 1))
      }
    }
  }

  /// The elements of an array.
  public struct Elements: Sequence, Sendable {
    fileprivate let parent: JSONValue

    /// Whether there are none.
    public var isEmpty: Bool { parent.children(ifKind: .array).isEmpty }

    public func makeIterator() -> Iterator {
      Iterator(tape: parent.tape, rest: parent.children(ifKind: .array))
    }

    /// Walks the elements in order.
    public struct Iterator: IteratorProtocol {
      fileprivate let tape: JSONTape
      fileprivate var rest: Range<Int>

      public mutating func next() -> JSONValue? {
        guard let node = rest.first else { return nil }
        rest = Int(tape.nodes[node].next)..<rest.upperBound
        return JSONValue(tape: tape, node: node)
      }
    }
  }
}

extension JSONTape {
  /// The text of a string node, escapes resolved.
  fileprivate func text(of node: Node) -> String {
    let bytes = bytes
    guard node.flag else { return bytes.span.string(in: node.range) }
    let decoded = decoded(node)
    return decoded.span.string(in: 0..<decoded.count)
  }

  /// Whether the text of a string node has exactly the bytes of `text`.
  fileprivate func equals(_ node: Node, _ text: String) -> Bool {
    if node.flag {
      let decoded = decoded(node)
      return decoded.span.equals(text)
    }
    guard text.utf8.count == node.range.count else { return false }
    let bytes = bytes
    return bytes.span.extracting(node.range).equals(text)
  }

  private func decoded(_ node: Node) -> ContiguousArray<UInt8> {
    let bytes = bytes
    var decoded: ContiguousArray<UInt8> = []
    decoded.append(unescaping: bytes.span, in: node.range)
    return decoded
  }
}

extension JSONValue {
  /// The value as written, cut when it is long.
  var shortSource: String {
    let source = source
    return source.utf8.count <= 60 ? source : String(source.prefix(57)) + "..."
  }
}
