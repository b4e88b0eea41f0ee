/// Reads the peaks of one model type from the recorded text.
///
///     peaks llama qwen2 qwen3
///       prefill
///         B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
///       decode eager when num_key_value_heads == 1
///         B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + ...
///       prefill eager padded like prefill eager
///
/// A line is a form, the peak of a pass the largest of its forms.
struct PeakReader {
  private let evaluator: PeakEvaluator

  /// - Parameter config: the config of the decoder.
  init(_ config: ConfigFields) { evaluator = PeakEvaluator(config) }

  /// The table of a config; nil when nothing was recorded for its model type, or the config lacks a field.
  /// O(length of the text).
  func table(in text: StaticString = peakText) -> PeakTable? {
    guard let block = Self.block(of: evaluator.config.modelType, in: text) else { return nil }
    var table = PeakTable(rows: [], window: evaluator.window, chunk: 1)
    var heads: [String: [PeakTable.Form]] = [:]
    var lines = block[...]
    while let line = lines.popFirst() {
      if line.hasPrefix("  checked ") {
        table.isChecked = line.split(separator: " ").dropFirst().contains(Substring(evaluator.config.modelType))
        continue
      }
      if line.hasPrefix("  chunk ") {
        guard let chunk = try? evaluator.number(String(line.dropFirst(8))) else { return nil }
        table.chunk = max(1, chunk)
        continue
      }
      let parts = line.dropFirst(2).split(separator: " like ").map(String.init)
      var forms: [PeakTable.Form] = []
      while let next = lines.first, next.hasPrefix("    ") {
        lines.removeFirst()
        guard let form = try? evaluator.form(String(next.dropFirst(4))) else { return nil }
        forms.append(form)
      }
      if parts.count == 2 { forms = heads[parts[1]] ?? [] }
      heads[parts[0]] = forms
      if let row = row(parts[0], forms) { table.rows.append(row) }
    }
    return table
  }

  /// The lines of the block that names a model type.
  static func block(of modelType: String, in text: StaticString) -> [String]? {
    text.withBytes { (bytes) -> [String]? in
      var start = 0
      var lines: [String]?
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 10 { end += 1 }
        if bytes[start] != UInt8(ascii: " ") {
          if lines != nil { return lines }
          let words = bytes.string(in: start..<end).split(separator: " ")
          if words.first == "peaks", words.dropFirst().contains(Substring(modelType)) { lines = [] }
        } else {
          lines?.append(bytes.string(in: start..<end))
        }
        start = end + 1
      }
      return lines
    }
  }

  /// A row whose condition on the config holds.
  private func row(_ head: String, _ forms: [PeakTable.Form]) -> PeakTable.Row? {
    let parts = head.split(separator: " when ").map(String.init)
    let words = parts[0].split(separator: " ")
    guard let phase = words.first.flatMap({ PeakTable.Pass.Phase(rawValue: String($0)) }), !forms.isEmpty else {
      return nil
    }
    var row = PeakTable.Row(
      pass: PeakTable.Pass(phase, isEager: words.contains("eager"), isPadded: words.contains("padded")),
      allLogits: words.contains("all_logits"), condition: nil, forms: forms)
    guard parts.count == 2 else { return row }
    if let condition = PeakTable.Condition(rawValue: parts[1]) {
      row.condition = condition
      return row
    }
    let sides = parts[1].split(separator: " == ").map(String.init)
    guard sides.count == 2, let left = try? evaluator.number(sides[0]), left == (try? evaluator.number(sides[1])) else {
      return nil
    }
    return row
  }
}

/// Evaluates recorded forms with the numbers of one config.
package struct PeakEvaluator {
  let config: ConfigFields
  private let symbols = SymbolStore()
  private let work = WorkBudget()

  init(_ config: ConfigFields) { self.config = config }

  func form(_ text: String) throws(PeakFailure) -> PeakTable.Form {
    let expression = try expression(text)
    let isHead = expression.fields.contains { symbols[$0[0]] == "vocab_size" }
    return PeakTable.Form(text: text, bytes: try polynomial(expression), isHead: isHead)
  }

  /// Whether a text is a sum of products over fields and symbols.
  package static func isForm(_ text: String) -> Bool {
    let anyField = Self(ConfigFields(modelType: "", values: [:]))
    guard let expression = try? anyField.expression(text) else { return false }
    return anyField.isForm(expression)
  }

  private func isForm(_ expression: Expression) -> Bool {
    switch expression {
    case .name: true
    case .constant(let value): value.integer != nil
    case .negative(let inner): isForm(inner)
    case .binary(.add, let left, let right), .binary(.subtract, let left, let right),
      .binary(.multiply, let left, let right), .binary(.floorDivide, let left, let right):
      isForm(left) && isForm(right)
    case .call(.int, let arguments): arguments.allSatisfy(isForm)
    default: false
    }
  }

  func number(_ text: String) throws(PeakFailure) -> Int {
    guard let number = try value(expression(text)).integer else { throw .noNumber(text) }
    return number
  }

  /// Tokens of the window that some layers have.
  var window: Int? {
    for name in ["sliding_window", "attention_window_size", "attention_chunk_size"] {
      if let value = config.int(name), value > 0 { return value }
    }
    return nil
  }

  private func expression(_ text: String) throws(PeakFailure) -> Expression {
    let bytes = ContiguousArray(text.utf8)
    do {
      var parser = try ExpressionParser(bytes, 0..<bytes.count, symbols: symbols)
      let result = try parser.expression()
      try parser.expectEnd()
      return result
    } catch {
      throw .malformed
    }
  }

  /// What an expression is with the numbers of the config: sums and products of symbols.
  private func polynomial(_ expression: Expression) throws(PeakFailure) -> WorkPolynomial {
    switch expression {
    case .name(let head, let rest) where rest.isEmpty:
      if let symbol = WorkSymbol(rawValue: symbols[head]) { return WorkPolynomial(symbol) }
    case .binary(.add, let left, let right):
      var sum = try polynomial(left)
      try sum.add(try polynomial(right))
      return sum
    case .binary(.subtract, let left, let right):
      var difference = try polynomial(left)
      try difference.add(try polynomial(right), sign: -1)
      return difference
    case .binary(.multiply, let left, let right): return try polynomial(left).times(try polynomial(right))
    default: break
    }
    guard let number = try value(expression).integer else { throw .malformed }
    return WorkPolynomial(number)
  }

  /// The value of an expression that the config alone decides.
  private func value(_ expression: Expression) throws(PeakFailure) -> CatalogValue {
    do {
      switch expression {
      case .constant(let value): return value
      case .negative(let inner): return try value(inner).negated()
      case .name(let head, let rest): return try field(symbols[head], rest.map { symbols[$0] })
      case .binary(let op, let left, let right):
        return try CatalogValue.binary(op, value(left), value(right), work)
      case .call(let function, let arguments):
        var values: [CatalogValue] = []
        for argument in arguments { values.append(try value(argument)) }
        return try CatalogValue.call(function, values, work)
      default: throw PeakFailure.malformed
      }
    } catch let failure as PeakFailure {
      throw failure
    } catch {
      throw .overflow
    }
  }

  /// A field of the config, or what classes take where it has none.
  private func field(_ name: String, _ rest: [String]) throws(PeakFailure) -> CatalogValue {
    if let inner = rest.first {
      switch config.object(name)?.values[inner] ?? config.values[inner] {
      case .integer(let number): return .int(number)
      case .real(let number): return .double(number)
      default: if inner == "partial_rotary_factor" { return .int(1) }
      }
      throw .noNumber("\(name).\(inner)")
    }
    if let number = config.int(name) { return .int(number) }
    if case .real(let number) = config.values[name] { return .double(number) }
    let hidden = config.int("hidden_size")
    let heads = config.int("num_attention_heads")
    switch name {
    case "head_dim": if let hidden, let heads, heads > 0 { return .int(hidden / heads) }
    case "num_key_value_heads": if let heads { return .int(heads) }
    case "intermediate_size": if let hidden { return .int(4 *| hidden) }
    default: break
    }
    throw .noNumber(name)
  }
}
