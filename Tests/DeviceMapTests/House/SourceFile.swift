/// What a Swift file declares and names: enough to see which files need which, without a compiler.
struct SourceFile {
  /// A type, or a name for one.
  struct Declaration {
    /// With the types around it (`Plan.Step`).
    var name: String
    var line: Int
    /// Whether other files cannot see it.
    var isPrivate: Bool
    var isPublic: Bool
    /// What it inherits from and conforms to, as it is declared.
    var parents: [String]
  }

  /// A chain of names that begins with that of a type (`Plan.Step`), and the types around it, inner ones first.
  struct Mention {
    var chain: [String]
    var scopes: [String]
    var line: Int
  }

  /// A function, an initializer or a computed value, with the lines between its braces.
  struct Body {
    var name: String
    var line: Int
    var lines: Int
  }

  /// Something that an extension adds to a type.
  struct Extension {
    var type: String
    /// Protocols that it makes the type conform to.
    var protocols: [String]
    /// Names of the functions and values in it that other files can see.
    var members: [String]
    var line: Int
  }

  /// Relative to the folder of the sources (`Bytes/Note.swift`).
  let path: String
  let tokens: [SourceToken]
  private(set) var declarations: [Declaration] = []
  private(set) var mentions: [Mention] = []
  private(set) var bodies: [Body] = []
  private(set) var extensions: [Extension] = []
  /// Names of all functions, values and cases that it declares.
  private(set) var members: Set<String> = []

  var lineCount: Int

  init(path: String, source: String) {
    self.path = path
    tokens = SourceToken.tokens(of: source)
    lineCount = source.utf8.count { $0 == 0x0A }
    var reader = SourceReader(tokens: tokens)
    reader.read()
    (declarations, mentions, bodies, extensions) = (
      reader.declarations, reader.mentions, reader.bodies, reader.extensions
    )
    members = reader.members
  }

  /// The folder, without the file's name (`Placement/Optimal`).
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }

  /// Modules that it imports.
  var imports: [SourceToken] {
    tokens.indices.filter { tokens[$0].text == "import" && $0 + 1 < tokens.count && tokens[$0].kind == .word }
      .map { tokens[$0 + 1] }
  }
}

/// Follows braces and declarations through the tokens of a file.
private struct SourceReader {
  private enum Scope {
    case type(String, isProtocol: Bool, extensionIndex: Int?)
    case body(name: String, line: Int)
    case other
  }

  private struct Pending {
    var scope: Scope
    var depth: Int
  }

  let tokens: [SourceToken]
  var declarations: [SourceFile.Declaration] = []
  var mentions: [SourceFile.Mention] = []
  var bodies: [SourceFile.Body] = []
  var extensions: [SourceFile.Extension] = []
  var members: Set<String> = []
  private var scopes: [Scope] = []
  private var pending: Pending?
  private var parentheses = 0

  init(tokens: [SourceToken]) { self.tokens = tokens }

  private static let modifiers: Set<String> = [
    "public", "package", "internal", "private", "fileprivate", "final", "indirect", "static", "mutating", "nonmutating",
    "override", "lazy", "weak", "nonisolated", "consuming", "borrowing", "set", "(", ")", "@", "usableFromInline",
    "inlinable", "frozen", "discardableResult", "Sendable", "convenience", "required", "prefix", "infix", "inline",
    "never", "__always",
  ]

  mutating func read() {
    for index in tokens.indices {
      let token = tokens[index]
      switch token.kind {
      case .sign: sign(token)
      case .word:
        keyword(index)
        if token.isTypeName, index == 0 || tokens[index - 1].text != "." { mention(index) }
      case .text, .number: break
      }
    }
  }

  private mutating func sign(_ token: SourceToken) {
    switch token.text {
    case "(", "[": parentheses += 1
    case ")", "]": parentheses -= 1
    case "=": if case .body? = pending?.scope, pending?.depth == parentheses { pending = nil }
    case "{":
      let isPending = pending?.depth == parentheses
      var scope = isPending ? pending?.scope ?? .other : .other
      if case .body(let name, _) = scope { scope = .body(name: name, line: token.line) }
      scopes.append(scope)
      if isPending { pending = nil }
    case "}":
      if case .body(let name, let line)? = scopes.popLast() {
        bodies.append(SourceFile.Body(name: name, line: line, lines: max(0, token.line - line - 1)))
      }
      if pending?.depth == parentheses { pending = nil }
    default: break
    }
  }

  private mutating func keyword(_ index: Int) {
    let isMember = index > 0 && tokens[index - 1].text == "."
    guard !isMember, index + 1 < tokens.count else { return }
    let next = tokens[index + 1]
    switch tokens[index].text {
    case "struct", "enum", "class", "actor", "protocol", "typealias": type(index)
    case "extension": extend(index)
    case "func", "var", "let", "case": member(index, next)
    case "init", "subscript", "deinit":
      guard ["(", "?", "<", "!", "{"].contains(next.text) else { return }
      body(tokens[index].text)
    default: break
    }
  }

  private mutating func type(_ index: Int) {
    let name = tokens[index + 1]
    guard name.isTypeName else { return }
    let qualified = (owner.map { $0 + "." } ?? "") + name.text
    declarations.append(
      SourceFile.Declaration(
        name: qualified, line: name.line, isPrivate: isPrivate(before: index), isPublic: isPublic(before: index),
        parents: parents(from: index + 2)))
    guard tokens[index].text != "typealias" else { return }
    let isProtocol = tokens[index].text == "protocol"
    pending = Pending(scope: .type(qualified, isProtocol: isProtocol, extensionIndex: nil), depth: parentheses)
  }

  private mutating func extend(_ index: Int) {
    var chain = [tokens[index + 1].text]
    var rest = index + 2
    while rest + 1 < tokens.count, tokens[rest].text == "." {
      chain.append(tokens[rest + 1].text)
      rest += 2
    }
    let name = chain.joined(separator: ".")
    extensions.append(
      SourceFile.Extension(type: name, protocols: parents(from: rest), members: [], line: tokens[index].line))
    let scope = Scope.type(name, isProtocol: false, extensionIndex: extensions.count - 1)
    pending = Pending(scope: scope, depth: parentheses)
  }

  /// The types after the colon that begins at `start`, behind generic parameters if there are any.
  private func parents(from start: Int) -> [String] {
    var rest = start
    var depth = 0
    while rest < tokens.count, depth > 0 || tokens[rest].text == "<" {
      if tokens[rest].text == "<" { depth += 1 }
      if tokens[rest].text == ">" { depth -= 1 }
      rest += 1
    }
    guard rest < tokens.count, tokens[rest].text == ":" else { return [] }
    var parents: [String] = []
    while rest < tokens.count, tokens[rest].text != "{", tokens[rest].text != "where" {
      if tokens[rest].isTypeName { parents.append(tokens[rest].text) }
      rest += 1
    }
    return parents
  }

  private func isPublic(before index: Int) -> Bool {
    index > 0 && tokens[max(0, index - 3)..<index].contains { $0.text == "public" && $0.line == tokens[index].line }
  }

  private mutating func member(_ index: Int, _ name: SourceToken) {
    if tokens[index].text == "func" || tokens[index].text == "var" { body(name.text) }
    guard name.kind == .word else { return }
    let names = tokens[index].text == "case" ? cases(from: index + 1) : [name.text]
    switch scopes.last {
    case .type(_, _, let found)?:
      members.formUnion(names)
      if let found, !isPrivate(before: index) { extensions[found].members += names }
    case nil: members.formUnion(names)
    case .body?, .other?: break
    }
  }

  /// The names of `a, b(Int), c`.
  private func cases(from start: Int) -> [String] {
    var names: [String] = []
    var rest = start
    var depth = 0
    while rest < tokens.count, depth > 0 || tokens[rest].line == tokens[start].line || tokens[rest - 1].text == "," {
      let token = tokens[rest]
      if token.text == "(" { depth += 1 }
      if token.text == ")" { depth -= 1 }
      if depth == 0, token.kind == .word, rest == start || tokens[rest - 1].text == "," { names.append(token.text) }
      rest += 1
    }
    return names
  }

  private mutating func body(_ name: String) {
    if case .type(_, isProtocol: true, _)? = scopes.last { return }
    pending = Pending(scope: .body(name: name, line: 0), depth: parentheses)
  }

  private mutating func mention(_ index: Int) {
    var chain = [tokens[index].text]
    var rest = index + 1
    while rest + 1 < tokens.count, tokens[rest].text == ".", tokens[rest + 1].isTypeName {
      chain.append(tokens[rest + 1].text)
      rest += 2
    }
    mentions.append(SourceFile.Mention(chain: chain, scopes: owners, line: tokens[index].line))
  }

  private func isPrivate(before index: Int) -> Bool {
    var rest = index - 1
    while rest >= 0, Self.modifiers.contains(tokens[rest].text) {
      if tokens[rest].text == "private" || tokens[rest].text == "fileprivate" {
        if rest + 1 >= tokens.count || tokens[rest + 1].text != "(" { return true }
      }
      rest -= 1
    }
    return false
  }

  private var owner: String? { owners.first }

  /// The types around this place, inner ones first, each with what it is nested in.
  private var owners: [String] {
    var result: [String] = []
    for case .type(let name, _, _) in scopes.reversed() {
      var parts = name.split(separator: ".")
      while !parts.isEmpty {
        let joined = parts.joined(separator: ".")
        if !result.contains(joined) { result.append(joined) }
        parts.removeLast()
      }
    }
    return result
  }
}
