/// Reads what the right side of an assignment in a constructor makes.
struct ModelingExpression {
  private let lexer: ModelingLexer
  private let choices: [String: [String]]

  init(_ lexer: ModelingLexer, _ choices: [String: [String]]) {
    self.lexer = lexer
    self.choices = choices
  }

  /// The child that the expression from `start` on makes; nil when it makes no module that can be told.
  func child(_ name: String, at start: Int, limit: Int, depth: Int = 0) -> ModelingText.Child? {
    guard depth < 8 else { return nil }
    var index = start
    while lexer.isMark(index, UInt8(ascii: "(")) { index += 1 }
    let (classes, open) = callee(at: index)
    guard let open, !classes.isEmpty else { return alternative(name, from: index, limit, depth) }
    var child = ModelingText.Child(name: name, classes: classes)
    let close = min(lexer.closing(open), limit)
    switch classes[0] {
    case "Parameter", "Tensor", "zeros", "ones", "empty", "tensor", "arange", "int", "float", "getattr", "len", "list",
      "dict", "range":
      return nil
    case "ModuleList": readElements(&child, open + 1, close, depth)
    case "Sequential": readParts(&child, open + 1, close, depth)
    case "ModuleDict": readMembers(&child, open + 1, close, depth)
    default: break
    }
    if let other = alternative(name, from: close + 1, limit, depth) {
      child.isConditional = true
      child.classes.addAlternatives(other.classes)
    }
    return child
  }

  /// `... if condition else X(...)`
  private func alternative(_ name: String, from start: Int, _ limit: Int, _ depth: Int) -> ModelingText.Child? {
    var index = start
    while index < limit {
      if lexer.isName(index, "else") {
        var other = child(name, at: index + 1, limit: limit, depth: depth + 1)
        other?.isConditional = true
        return other
      }
      if lexer.opens(index) {
        index = lexer.closing(index)
      } else if lexer.isMark(index, UInt8(ascii: ",")) {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// The classes that are called at `index`, and where the bracket of the call is.
  private func callee(at index: Int) -> (classes: [String], open: Int?) {
    guard lexer.isName(index) else { return ([], nil) }
    var last = index
    while lexer.isMark(last + 1, UInt8(ascii: ".")), lexer.isName(last + 2) { last += 2 }
    let name = lexer.string(last)
    if lexer.isMark(last + 1, UInt8(ascii: "(")) { return ([name], last + 1) }
    if lexer.isMark(last + 1, UInt8(ascii: "[")) {
      let close = lexer.closing(last + 1)
      if lexer.isMark(close + 1, UInt8(ascii: "(")) { return (choices[name] ?? [], close + 1) }
    }
    return ([], nil)
  }

  // MARK: - Containers

  /// Where the items between two brackets begin, at most 4 096 of them.
  private func items(_ start: Int, _ end: Int) -> [Int] {
    var result = start < end ? [start] : []
    var index = start
    while index < end, result.count < 4096 {
      if lexer.opens(index) {
        index = lexer.closing(index)
      } else if lexer.isMark(index, UInt8(ascii: ",")), index + 1 < end {
        result.append(index + 1)
      }
      index += 1
    }
    return result
  }

  /// The brackets of a list inside the call are left out.
  private func unwrapped(_ start: Int, _ end: Int) -> (Int, Int) {
    var start = start
    if lexer.isMark(start, UInt8(ascii: "*")) { start += 1 }
    guard lexer.isMark(start, UInt8(ascii: "[")) || lexer.isMark(start, UInt8(ascii: "(")) else { return (start, end) }
    return (start + 1, min(lexer.closing(start), end))
  }

  private func readElements(_ child: inout ModelingText.Child, _ start: Int, _ end: Int, _ depth: Int) {
    let (start, end) = unwrapped(start, end)
    let starts = items(start, end)
    for (position, item) in starts.enumerated() {
      let limit = position + 1 < starts.count ? starts[position + 1] - 1 : end
      guard let element = self.child("", at: item, limit: limit, depth: depth + 1) else { continue }
      child.elements.addAlternatives(element.classes)
    }
  }

  private func readParts(_ child: inout ModelingText.Child, _ start: Int, _ end: Int, _ depth: Int) {
    if lexer.isName(start, "OrderedDict") || lexer.isName(start + 2, "OrderedDict") {
      return readMembers(&child, start, end, depth)
    }
    let (start, end) = unwrapped(start, end)
    let starts = items(start, end)
    for (position, item) in starts.enumerated() {
      let limit = position + 1 < starts.count ? starts[position + 1] - 1 : end
      guard let part = self.child(String(position), at: item, limit: limit, depth: depth + 1) else { continue }
      child.parts.append(part)
    }
  }

  /// `{"a": X(), ...}`, `dict(a=X(), ...)`, `[("a", X()), ...]`, wherever they stand in the call.
  private func readMembers(_ child: inout ModelingText.Child, _ start: Int, _ end: Int, _ depth: Int) {
    var index = start
    while index < end {
      let isNamed = lexer.isName(index) && lexer.isMark(index + 1, UInt8(ascii: "="))
      let isKeyed =
        index < lexer.tokens.count && lexer.tokens[index].kind == .string
        && (lexer.isMark(index + 1, UInt8(ascii: ":")) || lexer.isMark(index + 1, UInt8(ascii: ",")))
      if isNamed || isKeyed {
        let name = lexer.string(index)
        index += 2
        if let member = self.child(name, at: index, limit: end, depth: depth + 1) { child.parts.append(member) }
        while index < end, !lexer.isMark(index, UInt8(ascii: ",")) {
          if lexer.opens(index) {
            index = lexer.closing(index)
          }
          if lexer.isMark(index, UInt8(ascii: ")")) && index + 1 < end && lexer.isMark(index + 1, UInt8(ascii: ",")) {
            break
          }
          index += 1
        }
      }
      index += 1
    }
  }
}
