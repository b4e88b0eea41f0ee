/// Modules that stay as they are when the rest of a model is packed.
///
/// A module is skipped when a pattern matches its path from the start up to a boundary of modules, or when its path ends
/// with the pattern's text: the rule of `should_convert_module` in transformers 5.23.0.
struct ModuleSkips {
  private var literals: Set<[UInt8]> = []
  /// The lengths of the literals, ascending.
  private var lengths: [Int] = []
  private var patterns: [NamePattern] = []
  private var suffixes: [[UInt8]] = []
  /// The steps that matching may take; where they did not suffice the answers count for nothing.
  let work = WorkBudget()
  /// Patterns that cannot be read as regular expressions here.
  private(set) var unread: [String] = []

  /// More patterns than any config lists; each is tried on every module.
  private static let mostPatterns = 256

  init(_ patterns: [String]) {
    for pattern in patterns {
      let bytes = Array(pattern.utf8)
      if bytes.allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D }) {
        literals.insert(bytes)
        continue
      }
      guard suffixes.count < Self.mostPatterns else {
        unread.append(pattern)
        continue
      }
      suffixes.append(bytes)
      do throws(NamePattern.Failure) {
        self.patterns.append(try NamePattern("^(?:\(pattern))(?:(?<=\\.)|(?=\\.)|$)"))
      } catch {
        unread.append(pattern)
      }
    }
    lengths = Set(literals.map(\.count)).sorted()
  }

  /// Whether the module at `path` is skipped. O(lengths of the literals + patterns).
  func skips(_ path: [UInt8]) -> Bool {
    guard work.take(suffixes.count) else { return true }
    for length in lengths {
      if length > path.count || !work.take(16) { break }
      if literals.contains(Array(path[(path.count - length)...])) { return true }
      let isBoundary = length == path.count || path[length] == 0x2E || length > 0 && path[length - 1] == 0x2E
      if isBoundary, literals.contains(Array(path[..<length])) { return true }
    }
    if suffixes.contains(where: { path.count >= $0.count && path[(path.count - $0.count)...].elementsEqual($0) }) {
      return true
    }
    return patterns.contains { $0.firstMatch(in: path, work) != nil }
  }
}
