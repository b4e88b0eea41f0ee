/// Reads classes, their constructors and their lists of classes that are not to be cut from one text.
struct ModelingReader {
  private(set) var classes: [String: ModelingText.Class] = [:]
  private(set) var choices: [String: [String]] = [:]

  private var lexer: ModelingLexer
  private var current: OpenClass?
  /// The function that is open: its indent, the indent of its body, whether it is a constructor.
  private var function: (indent: Int, body: Int, isConstructor: Bool)?

  /// A class whose body is being read.
  private struct OpenClass {
    var name: String
    var indent: Int
    var entry: ModelingText.Class
    /// Where each child stands among the children.
    var places: [String: Int] = [:]
  }

  init(_ text: [UInt8]) { lexer = ModelingLexer(text) }

  mutating func read() {
    while lexer.next() {
      closeBlocks()
      readLine()
    }
    closeClass()
  }

  private mutating func closeBlocks() {
    if let open = function, lexer.indent <= open.indent { function = nil }
    if let open = current, lexer.indent <= open.indent {
      function = nil
      closeClass()
    }
  }

  private mutating func closeClass() {
    if let open = current, classes[open.name] == nil { classes[open.name] = open.entry }
    current = nil
  }

  private mutating func readLine() {
    if function != nil {
      if function?.isConstructor == true { readStatement() }
      return
    }
    if lexer.isName(0, "class"), lexer.isName(1) {
      if current == nil { openClass() }
    } else if lexer.isName(0, "def") || lexer.isName(0, "async") {
      let isConstructor = current != nil && lexer.isName(1, "__init__")
      if isConstructor { current?.entry.hasConstructor = true }
      function = (lexer.indent, -1, isConstructor)
    } else if current != nil {
      readNoSplit()
    } else {
      readChoice()
    }
  }

  private mutating func openClass() {
    var entry = ModelingText.Class()
    if lexer.isMark(2, UInt8(ascii: "(")) {
      for index in 3..<max(3, lexer.closing(2)) where lexer.isName(index) {
        // The last part of a dotted name, no keyword argument.
        if lexer.isMark(index + 1, UInt8(ascii: ".")) || lexer.isMark(index + 1, UInt8(ascii: "=")) { continue }
        if !lexer.isMark(index - 1, UInt8(ascii: "=")), entry.bases.count < 32 {
          entry.bases.append(lexer.string(index))
        }
      }
    }
    current = OpenClass(name: lexer.string(1), indent: lexer.indent, entry: entry)
  }

  private mutating func readNoSplit() {
    guard lexer.isName(0, "_no_split_modules") else { return }
    current?.entry.noSplit = lexer.tokens.indices.filter { lexer.tokens[$0].kind == .string }.map { lexer.string($0) }
  }

  /// `NAME = {"key": Class, ...}`
  private mutating func readChoice() {
    guard lexer.isName(0), lexer.isMark(1, UInt8(ascii: "=")), lexer.isMark(2, UInt8(ascii: "{")) else { return }
    var values: [String] = []
    for index in 3..<max(3, lexer.tokens.count) where lexer.isName(index) && lexer.isMark(index - 1, UInt8(ascii: ":"))
    {
      guard values.count < ModelingText.mostAlternatives else { break }
      if lexer.isMark(index + 1, UInt8(ascii: ",")) || lexer.isMark(index + 1, UInt8(ascii: "}")) {
        values.append(lexer.string(index))
      }
    }
    if !values.isEmpty { choices[lexer.string(0)] = values }
  }

  // MARK: - Constructors

  private mutating func readStatement() {
    guard var open = function else { return }
    if open.body < 0 { open.body = lexer.indent }
    function = open
    let isConditional = lexer.indent > open.body
    if callsBase() {
      let made = current?.entry.children.count
      if current?.entry.inheritedAt == nil { current?.entry.inheritedAt = made }
      return
    }
    let tokens = lexer.tokens.count
    var index = 0
    while index + 3 < tokens {
      guard lexer.isName(index, "self"), lexer.isMark(index + 1, UInt8(ascii: ".")), lexer.isName(index + 2) else {
        // Only the head of a statement, or what follows a colon, can be an assignment.
        index += 1
        continue
      }
      let name = lexer.string(index + 2)
      if lexer.isMark(index + 3, UInt8(ascii: "=")), !lexer.isMark(index + 4, UInt8(ascii: "=")) {
        addChild(name, at: index + 4, isConditional)
      } else if lexer.isMark(index + 3, UInt8(ascii: ":")), let sign = assignment(from: index + 4) {
        addChild(name, at: sign + 1, isConditional)
      } else if lexer.isMark(index + 3, UInt8(ascii: ".")), lexer.isName(index + 4, "append") {
        appendElement(name, at: index + 6)
      } else if name == "add_module", lexer.isMark(index + 3, UInt8(ascii: "(")), index + 4 < tokens,
        lexer.tokens[index + 4].kind == .string
      {
        addChild(lexer.string(index + 4), at: index + 6, isConditional)
      }
      return
    }
  }

  private func callsBase() -> Bool {
    for index in lexer.tokens.indices
    where lexer.isName(index, "__init__") && lexer.isMark(index - 1, UInt8(ascii: ".")) {
      return true
    }
    return false
  }

  private func assignment(from start: Int) -> Int? {
    lexer.tokens.indices.dropFirst(start).first { lexer.isMark($0, UInt8(ascii: "=")) }
  }

  private mutating func addChild(_ name: String, at index: Int, _ isConditional: Bool) {
    guard var child = ModelingExpression(lexer, choices).child(name, at: index, limit: lexer.tokens.count) else {
      return
    }
    child.isConditional = child.isConditional || isConditional
    guard let place = current?.places[name] else {
      let made = current?.entry.children.count ?? 0
      guard made < ModelingText.mostChildren else { return }
      current?.entry.children.append(child)
      current?.places[name] = made
      return
    }
    current?.entry.children[place].merge(child)
  }

  private mutating func appendElement(_ list: String, at index: Int) {
    guard let place = current?.places[list],
      let child = ModelingExpression(lexer, choices).child("", at: index, limit: lexer.tokens.count)
    else { return }
    current?.entry.children[place].elements.addAlternatives(Array(child.classes.prefix(8)))
  }
}
