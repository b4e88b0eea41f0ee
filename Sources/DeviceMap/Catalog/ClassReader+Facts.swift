extension ClassReader {
  /// A line at the head of an entry that is a fact beside its structure; false for any other.
  ///
  /// A fact is a keyword and its values, without the colon that a child has. They are those of the class alone: a class
  /// that has the body of another does not have its facts.
  func fact(_ line: CatalogOutline.Line, of entry: ClassEntry) throws(CatalogError) -> Bool {
    let words = bytes[line.range].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    switch words[0] {
    case "recorded", "by":
      guard let provenance = Provenance(bytes.span, line.range) else { return false }
      entry.provenance = provenance
    case "no_split": entry.noSplit += words.dropFirst()
    case "no_placement": entry.noPlacement += words.dropFirst()
    case "base" where words.count == 2: entry.base = words[1]
    case "is" where words.dropFirst() == ["Linear"]: entry.isLinear = true
    case "output" where words.count == 2: entry.output = words[1]
    case "remote" where words.count == 1: entry.isRemote = true
    case "tie":
      let isUnconditional = words.count == 5 && words[4] == "always"
      guard words.count == 4 || isUnconditional, words[2] == "=" else {
        throw unit.error(.expected("tie NAME = NAME"), at: offset(line.range.lowerBound))
      }
      entry.ties.append(ClassEntry.Tie(target: words[1], source: words[3], isUnconditional: isUnconditional))
    case "param": entry.defaults.append(try parameterDefault(line))
    case "keep_fp32": entry.keptFloat32 += try patterns(line, behind: words[0])
    case "keep_fp32_strict": entry.keptFloat32Strict += try patterns(line, behind: words[0])
    case "read_outside", "read_sometimes", "read_as_root": entry.readOutside.append(try readOutside(line, words))
    default: return false
    }
    return true
  }

  /// `param NAME = CONSTANT`.
  private func parameterDefault(_ line: CatalogOutline.Line) throws(CatalogError) -> (Int32, CatalogValue) {
    var parser = try parser((line.range.lowerBound + 5)..<line.range.upperBound)
    return try located { () throws(CatalogLexer.Failure) in
      let name = try parser.name()
      try parser.expect("=")
      let failure = parser.failure(.expected("a constant"))
      guard let value = try parser.expression().constantValue else { throw failure }
      return (unit.symbols.intern(name), value)
    }
  }

  /// `read_outside PATH.. [if EXPR]`, or one of the words for some runs and for the whole model alone.
  private func readOutside(
    _ line: CatalogOutline.Line, _ words: [String]
  ) throws(CatalogError) -> ClassEntry.OutsideFact {
    let end = words.firstIndex(of: "if")
    var fact = ClassEntry.OutsideFact(
      paths: Array(words[1..<(end ?? words.count)]), when: words[0] == "read_sometimes" ? .sometimes : .always,
      isOfRoot: words[0] == "read_as_root", condition: nil, line: line.range.lowerBound)
    guard let end else { return fact }
    let head = words[...end].reduce(0) { $0 + $1.utf8.count + 1 }
    var parser = try parser((fact.line + head)..<line.range.upperBound)
    fact.condition = try located { () throws(CatalogLexer.Failure) in try parser.expression() }
    return fact
  }

  /// Patterns in quotes behind a word.
  private func patterns(_ line: CatalogOutline.Line, behind word: String) throws(CatalogError) -> [String] {
    var parser = try parser((line.range.lowerBound + word.utf8.count)..<line.range.upperBound)
    return try located { () throws(CatalogLexer.Failure) in
      var patterns = [try parser.rawString()]
      while !parser.atEnd { patterns.append(try parser.rawString()) }
      return patterns
    }
  }
}
