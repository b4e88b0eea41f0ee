/// A pattern over the paths of modules.
///
/// A pattern is matched against the whole path, component by component:
///
/// | written | matches |
/// |---|---|
/// | `lm_head` | the module `lm_head` at the top, nothing deeper |
/// | `model.layers.*.mlp` | any one component in the place of `*`; `*` also stands for a part of one: `layer_*` |
/// | `**.experts` | any number of components, none included, in the place of `**` |
/// | `model.layers.{0-9}` | one of a range of numbers |
/// | `model.layers.{0-3,8,last}` | one of several numbers, ranges or words |
///
/// A module that matches takes its whole subtree along. Names are compared as bytes.
public struct ModulePattern: Hashable, Sendable {
  /// The pattern as it was written.
  public let text: String
  let components: [Component]

  enum Component: Hashable, Sendable {
    /// `**`
    case anyDepth
    case name([Piece])
  }

  enum Piece: Hashable, Sendable {
    case literal([UInt8])
    case star
    case choice([Alternative])
  }

  enum Alternative: Hashable, Sendable {
    case word([UInt8])
    /// Written without leading zeros.
    case numbers(ClosedRange<Int>)
  }

  /// More components than any path has.
  private static let mostComponents = 60

  /// Reads a pattern.
  ///
  /// - Throws: ``ModulePatternError`` with the offset in UTF-8 bytes of what is wrong.
  /// - Complexity: O(length).
  public init(_ text: String) throws(ModulePatternError) {
    self.text = text
    var reader = Reader(text)
    var components: [Component] = []
    guard !reader.isAtEnd else { throw .empty }
    repeat {
      guard components.count < Self.mostComponents else { throw .tooManyComponents(at: reader.offset) }
      components.append(try reader.component())
    } while reader.skip(UInt8(ascii: "."))
    self.components = components
  }

  /// The patterns of a list separated by commas; commas in braces belong to a pattern.
  ///
  /// - Complexity: O(length).
  public static func list(_ text: String) throws(ModulePatternError) -> [ModulePattern] {
    var patterns: [ModulePattern] = []
    var depth = 0
    var current: [UInt8] = []
    for byte in text.utf8 + [UInt8(ascii: ",")] {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if byte == UInt8(ascii: ","), depth <= 0 {
        patterns.append(try ModulePattern(String(decoding: current, as: UTF8.self)))
        current = []
      } else {
        current.append(byte)
      }
    }
    if !current.isEmpty { patterns.append(try ModulePattern(String(decoding: current, as: UTF8.self))) }
    return patterns
  }
}

extension ModulePattern: CustomStringConvertible {
  public var description: String { text }
}

/// Why a pattern cannot be read; offsets are UTF-8 bytes from its start.
public enum ModulePatternError: Error, Hashable, Sendable {
  /// There is no text.
  case empty
  /// Nothing stands between two dots.
  case emptyComponent(at: Int)
  /// A brace is not closed.
  case unclosedBrace(at: Int)
  /// Nothing stands between two commas.
  case emptyAlternative(at: Int)
  /// The first number of a range is larger than the last, or too large.
  case badRange(at: Int)
  /// A brace or `**` in a place where it means nothing.
  case unexpected(at: Int)
  /// It has more components than any path.
  case tooManyComponents(at: Int)
}

private struct Reader {
  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { offset == bytes.count }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  mutating func component() throws(ModulePatternError) -> ModulePattern.Component {
    let start = offset
    var pieces: [ModulePattern.Piece] = []
    var literal: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: ".") {
      if byte != UInt8(ascii: "*"), byte != UInt8(ascii: "{"), byte != UInt8(ascii: "}") {
        literal.append(byte)
        offset += 1
        continue
      }
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal = []
      switch byte {
      case UInt8(ascii: "*"):
        offset += 1
        pieces.append(.star)
      case UInt8(ascii: "{"): pieces.append(.choice(try choice()))
      default: throw .unexpected(at: offset)
      }
    }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    if pieces.isEmpty { throw .emptyComponent(at: start) }
    if pieces == [.star, .star] { return .anyDepth }
    for (one, other) in zip(pieces, pieces.dropFirst()) where one == .star && other == .star {
      throw .unexpected(at: start)
    }
    return .name(pieces)
  }

  private mutating func choice() throws(ModulePatternError) -> [ModulePattern.Alternative] {
    let open = offset
    offset += 1
    var alternatives: [ModulePattern.Alternative] = []
    while true {
      let start = offset
      while let byte = next, byte != UInt8(ascii: ","), byte != UInt8(ascii: "}") {
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: ".") {
          throw .unexpected(at: offset)
        }
        offset += 1
      }
      guard let end = next else { throw .unclosedBrace(at: open) }
      guard offset > start else { throw .emptyAlternative(at: start) }
      alternatives.append(try alternative(Array(bytes[start..<offset]), at: start))
      offset += 1
      if end == UInt8(ascii: "}") { return alternatives }
    }
  }

  private func alternative(_ word: [UInt8], at start: Int) throws(ModulePatternError) -> ModulePattern.Alternative {
    let parts = word.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let isNumber = { (part: ArraySlice<UInt8>) in !part.isEmpty && part.allSatisfy { (48...57).contains($0) } }
    guard parts.count == 2, parts.allSatisfy(isNumber) else { return .word(word) }
    guard let low = Int(String(decoding: parts[0], as: UTF8.self)),
      let high = Int(String(decoding: parts[1], as: UTF8.self)), low <= high
    else { throw .badRange(at: start) }
    return .numbers(low...high)
  }
}
