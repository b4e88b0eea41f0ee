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

  /// Whether a text is the condition of a variant.
  package static func isCondition(_ text: String) -> Bool {
    (try? Self(ConfigFields(modelType: "", values: [:])).expression(text)) != nil
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

  /// Whether a condition holds for the config. It does not where it asks for a field that the config lacks.
  func holds(_ condition: String) -> Bool {
    guard let expression = try? expression(condition) else { return false }
    return holds(expression)
  }

  private func holds(_ condition: Expression) -> Bool {
    switch condition {
    case .and(let left, let right): return holds(left) && holds(right)
    case .or(let left, let right): return holds(left) || holds(right)
    case .not(let inner): return !holds(inner)
    case .binary(.contained, .constant(.string(let text)), .name(let head, let rest)) where rest.isEmpty:
      return config.texts(symbols[head])?.contains(text) ?? false
    case .name(let head, let rest) where rest.isEmpty:
      if case .bool(let value) = config.values[symbols[head]] { return value }
    default: break
    }
    return (try? value(condition))?.isTrue ?? false
  }

  /// How heads share their keys and values.
  var sharing: PeakTable.Sharing {
    guard let heads = try? AttentionHeads(config, isFull: true), heads.cached != heads.all else { return .unshared }
    return heads.cached == 1 ? .single : .grouped
  }

  /// Tokens of the window that some layers have.
  var window: Int? {
    for name in ["sliding_window", "attention_window_size", "attention_chunk_size", "keep_window_size"] {
      if let value = config.int(name), value > 0 { return value }
    }
    // ModernBERT's decoder sees half of it on each side.
    return config.int("local_attention").map { $0 / 2 }
  }

  /// Tokens of the windows that an encoder attends within; where layers differ, of the widest.
  var sourceWindow: Int? { config.int("attention_window") ?? config.ints("attention_window")?.max() }

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
      case .binary(let op, let left, let right): return try CatalogValue.binary(op, value(left), value(right), work)
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
    if name == "num_attention_heads", let most = config.ints("num_attention_heads_per_layer")?.max() {
      return .int(most)
    }
    // Layers with a window may have more heads than the others.
    if name == "num_attention_heads", let inWindows = config.int("num_sliding_attention_heads"),
      let heads = config.int(name)
    {
      return .int(max(heads, inWindows))
    }
    if let number = config.ofFullLayer(name) ?? config.int(name) { return .int(number) }
    if case .real(let number) = config.values[name] { return .double(number) }
    let hidden = config.int("hidden_size")
    let heads = config.int("num_attention_heads")
    switch name {
    case "head_dim": if let hidden, let heads, heads > 0 { return .int(hidden / heads) }
    case "num_key_value_heads": if let heads { return .int(heads) }
    case "intermediate_size", "n_inner", "ffn_dim": if let hidden { return .int(4 *| hidden) }
    // Without it the queries come from the hidden state at once.
    case "q_lora_rank": return .int(0)
    case "moe_intermediate_size": if let width = config.expertWidth { return .int(width) }
    case "num_local_experts": if let experts = config.int("num_experts") { return .int(experts) }
    case "attention_window": if let sourceWindow { return .int(sourceWindow) }
    case "sliding_window": if let window { return .int(window) }
    default: break
    }
    throw .noNumber(name)
  }
}
