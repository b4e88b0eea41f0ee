/// Modules that stay as they are when the rest of a model is packed.
///
/// A module is skipped when a pattern matches its path from the start up to a boundary of modules, or when its path ends
/// with the pattern's text: the rule of `should_convert_module` in transformers 5.23.0.
struct ModuleSkips {
  /// Patterns of letters and dots, which stand for any character, by the places of their dots.
  private var literals: [Shape: Set<[UInt8]>] = [:]
  private var shapes: [Shape] = []
  private var patterns: [NamePattern] = []
  /// All patterns as the text that a path may end with, by length.
  private var endings: [Int: Set<[UInt8]>] = [:]
  private var lengths: [Int] = []
  /// The steps that matching may take; where they did not suffice the answers count for nothing.
  let work = WorkBudget()

  private struct Shape: Hashable {
    var length: Int
    var dots: [Int]
  }

  /// - Throws: ``UnreadPattern`` for what is no regular expression, on which the reference raises, or one of a kind that is
  ///   not read here.
  init(_ texts: [String]) throws(UnreadPattern) {
    for text in texts {
      let bytes = Array(text.utf8)
      guard work.take(bytes.count) else { return }
      endings[bytes.count, default: []].insert(bytes)
      if bytes.allSatisfy({ $0.isLetter || $0.isDigit || $0 == Self.dot || $0 == UInt8(ascii: "-") }) {
        let shape = Shape(length: bytes.count, dots: bytes.indices.filter { bytes[$0] == Self.dot })
        literals[shape, default: []].insert(bytes)
        continue
      }
      do throws(NamePattern.Failure) {
        patterns.append(try NamePattern("^(?:\(text))(?:(?<=\\.)|(?=\\.)|$)"))
      } catch {
        throw UnreadPattern(text: text)
      }
    }
    shapes = literals.keys.sorted { ($0.length, $0.dots.count) < ($1.length, $1.dots.count) }
    lengths = endings.keys.sorted()
  }

  private static let dot = UInt8(ascii: ".")

  /// Whether the module at `path` is skipped. O(shapes x depth + patterns).
  func skips(_ path: [UInt8]) -> Bool {
    guard work.take(patterns.count) else { return true }
    for length in lengths {
      if length > path.count || !work.take(16) { break }
      if endings[length]?.contains(Array(path[(path.count - length)...])) == true { return true }
    }
    for shape in shapes {
      if shape.length > path.count || !work.take(16 + shape.dots.count) { break }
      guard isBoundary(shape.length, of: path) else { continue }
      var beginning = Array(path[..<shape.length])
      for dot in shape.dots { beginning[dot] = Self.dot }
      if literals[shape]?.contains(beginning) == true { return true }
    }
    return patterns.contains { $0.firstMatch(in: path, work) != nil }
  }

  private func isBoundary(_ length: Int, of path: [UInt8]) -> Bool {
    length == path.count || path[length] == Self.dot || length > 0 && path[length - 1] == Self.dot
  }
}

/// A pattern of modules to skip that cannot be read.
struct UnreadPattern: Error {
  let text: String
}
