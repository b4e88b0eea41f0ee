/// Writes JSON in the order of the calls.
///
/// ```swift
/// var writer = JSONWriter(style: .pretty)
/// writer.object {
///   $0.key("name")
///   $0.string("lm_head")
///   $0.key("shape")
///   $0.array { for side in [2, 3] { $0.integer(side) } }
/// }
/// print(writer.output.string)
/// ```
package struct JSONWriter: Sendable {
  /// Where spaces and line breaks go.
  package enum Style: Hashable, Sendable {
    /// None at all.
    case compact
    /// One line, a space after each comma and colon.
    case line
    /// A line for each member and element, indented by two spaces a level.
    case pretty
  }

  /// What has been written.
  package private(set) var output: OutputBuffer
  private let style: Style
  private var depth = 0
  private var isFirst = true
  private var followsKey = false

  /// An empty text.
  package init(style: Style = .compact, capacity: Int = 0) {
    output = OutputBuffer(capacity: capacity)
    self.style = style
  }

  /// Writes an object; `body` writes its members, each a `key` and one value.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    container(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Writes an array; `body` writes its elements.
  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    container(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// Writes the key of the member whose value the next call writes.
  package mutating func key(_ key: some StringProtocol) {
    separate()
    quoted(key)
    output.append(style == .compact ? ":" as StaticString : ": ")
    followsKey = true
  }

  /// Writes a string.
  package mutating func string(_ text: some StringProtocol) {
    separate()
    quoted(text)
  }

  /// Writes an integer.
  package mutating func integer(_ value: some BinaryInteger) {
    separate()
    output.append(value)
  }

  /// Writes a number with the fewest digits that give the same double again. JSON has no NaN and no infinities; they
  /// become `null`.
  package mutating func number(_ value: Double) {
    separate()
    output.append(value.isFinite ? value.description : "null")
  }

  /// Writes `true` or `false`.
  package mutating func bool(_ value: Bool) {
    separate()
    output.append(value ? "true" as StaticString : "false")
  }

  /// Writes `null`.
  package mutating func null() {
    separate()
    output.append("null" as StaticString)
  }

  /// Writes a value of a document again, in this style. Strings and numbers keep their spelling. Recursion is as deep
  /// as the document, which its dialect bounds.
  package mutating func value(_ value: JSONValue) {
    switch value.kind {
    case .object:
      object { writer in
        for member in value.members {
          writer.key(member.key)
          writer.value(member.value)
        }
      }
    case .array: array { writer in for element in value.elements { writer.value(element) } }
    default:
      separate()
      output.append(value.source)
    }
  }

  private mutating func container(_ opening: UInt8, _ closing: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    output.append(byte: opening)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    isFirst = false
    output.append(byte: closing)
  }

  /// What stands between the previous value and the next one.
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if depth > 0 {
      if !isFirst { output.append(style == .line ? ", " as StaticString : ",") }
      breakLine()
    }
    isFirst = false
  }

  private mutating func breakLine() {
    guard style == .pretty else { return }
    output.append(byte: UInt8(ascii: "\n"))
    output.append(byte: UInt8(ascii: " "), count: 2 * depth)
  }

  private mutating func quoted(_ text: some StringProtocol) {
    output.append(byte: UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(byte: UInt8(ascii: "\\"))
        output.append(byte: byte)
      case 0x0A: output.append("\\n" as StaticString)
      case 0x0D: output.append("\\r" as StaticString)
      case 0x09: output.append("\\t" as StaticString)
      case 0..<0x20: escape(byte)
      default: output.append(byte: byte)
      }
    }
    output.append(byte: UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    output.append("\\u00" as StaticString)
    for digit in [byte >> 4, byte & 15] {
      output.append(byte: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
