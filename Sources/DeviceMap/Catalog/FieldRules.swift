/// What a config class of transformers takes: the types of its fields, and the conditions on which it raises.
package struct FieldRules {
  /// The fields that the class declares beside those of every config class.
  package private(set) var types: [String: FieldType] = [:]
  /// Conditions on which the class raises, as they are recorded.
  package private(set) var refusals: [Refusal] = []

  /// Whether the class has a check of its own for the kinds of its layers.
  package private(set) var checksLayers = false

  /// A condition over the fields of a config.
  package struct Refusal {
    package var text: String
    package var expression: Expression
  }

  /// The rules that are recorded of a class; nil for a class, or a release, of which there are none.
  ///
  /// Classes before transformers 5 take anything. O(length of the recorded text).
  package init?(of configClass: String, in release: Release, symbols: SymbolStore) {
    guard release.major >= 5, let block = Self.block(of: configClass, in: release) else { return nil }
    for line in block.split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { continue }
      if words[0] == "refuse" {
        guard let expression = Self.expression(words[1], symbols) else { continue }
        refusals.append(Refusal(text: String(words[1]), expression: expression))
      } else if words[0] == "own" {
        checksLayers = true
      } else {
        let type = FieldType(words[0])
        for field in words[1].split(separator: " ") { types[String(field)] = type }
      }
    }
  }

  private static func expression(_ text: Substring, _ symbols: SymbolStore) -> Expression? {
    let bytes = ContiguousArray(text.utf8)
    return try? {
      () throws(CatalogLexer.Failure) in
      var parser = try ExpressionParser(bytes, 0..<bytes.count, symbols: symbols)
      let expression = try parser.expression()
      try parser.expectEnd()
      return expression
    }()
  }

  /// The lines of a class: those of its release, where they are others than those of the newest, which come first.
  private static func block(of configClass: String, in release: Release) -> String? {
    fieldText.withBytes { bytes in
      var found: String?
      var section: Release?
      var start = 0
      while start < bytes.count {
        // A block ends in front of the next line that is not indented.
        let end = bytes.first(UInt8(ascii: "\n"), notBefore: UInt8(ascii: " "), from: start)
        let headEnd = CatalogIndex.lineEnd(start, in: bytes)
        if bytes[start] == UInt8(ascii: "t") {
          section = Release(String(bytes.string(in: start..<headEnd).dropFirst("transformers ".utf8.count)))
        } else if found == nil || section?.name == release.name, bytes.hasWord(configClass, in: start..<headEnd) {
          found = bytes.string(in: min(headEnd + 1, end)..<end)
          if section?.name == release.name { break }
        }
        start = end + 1
      }
      return found
    }
  }

  /// The names of the classes of which rules are recorded, in the order of the text. O(length of the text).
  package static var classNames: [String] {
    fieldText.withBytes { bytes in bytes.string(in: 0..<bytes.count) }.split(separator: "\n")
      .filter { $0.hasPrefix("config ") }.flatMap { $0.split(separator: " ").dropFirst().map(String.init) }
  }
}

extension Span where Element == UInt8 {
  /// Whether `word` stands in a range of words that are set off by single blanks, not as the first. O(length).
  fileprivate func hasWord(_ word: String, in range: Range<Int>) -> Bool {
    word.withSpan { word in
      var start = range.lowerBound
      while start < range.upperBound {
        while start < range.upperBound, self[start] != UInt8(ascii: " ") { start += 1 }
        start += 1
        let end = start + word.count
        guard end <= range.upperBound else { return false }
        if end == range.upperBound || self[end] == UInt8(ascii: " "),
          equals(word, at: 0, from: start, length: word.count)
        {
          return true
        }
      }
      return false
    }
  }
}
