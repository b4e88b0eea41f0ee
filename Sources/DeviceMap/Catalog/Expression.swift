/// A closed form over fields of a config, parameters of a class and loop variables.
///
///     num_attention_heads * (head_dim ?? hidden_size // num_attention_heads)
///     ["sliding_attention" if bool((i + 1) % 6) else "full_attention" each i < num_hidden_layers]
package indirect enum Expression {
  /// The longest list that an expression may make, or read; a config that asks for more is rejected.
  package static let longestList = 1 << 20
  /// The longest text in bytes that an expression may make.
  package static let longestText = 1 << 20

  package typealias Symbol = SymbolTable.Symbol

  case constant(CatalogValue)
  /// A field of the config (or the loop variable of that name), then fields of what it holds.
  case name(Symbol, [Symbol])
  /// `$name`: an argument of the class, then fields of what it holds.
  case parameter(Symbol, [Symbol])
  case binary(Operator, Expression, Expression)
  case and(Expression, Expression)
  case or(Expression, Expression)
  /// `a ?? b`: b when a is none.
  case fallback(Expression, Expression)
  case not(Expression)
  case negative(Expression)
  case conditional(Expression, then: Expression, else: Expression)
  case call(Function, [Expression])
  case index(Expression, Expression)
  case item(Expression, Symbol)
  case list([Expression])
  case dictionary([(key: String, value: Expression)])
  case each(Expression, Symbol, count: Expression)
  /// `?`: no closed form is known; only the headers tell.
  case unknown

  package enum Operator: String {
    case add = "+", subtract = "-", multiply = "*", divide = "/", floorDivide = "//", remainder = "%", power = "**"
    case equal = "==", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
    case contained = "in", notContained = "not in"
  }

  package enum Function: String {
    case int, float, bool, str, min, max, len, abs, round, ceil, floor, sqrt, isqrt, log, log2, log10, pow, sum
    case split, startswith, endswith, replace, lower, slice, prod, index

    /// How many arguments it takes.
    package var arity: ClosedRange<Int> {
      switch self {
      case .int, .float, .bool, .str, .len, .abs, .ceil, .floor, .sqrt, .isqrt, .log, .log2, .log10, .sum, .lower,
        .prod:
        1...1
      case .round: 1...2
      case .pow, .split, .startswith, .endswith, .index: 2...2
      case .replace, .slice: 3...3
      case .min, .max: 1...64
      }
    }
  }

  /// The fields of the config that the expression reads, in order of appearance, for messages.
  package var fields: [[Symbol]] {
    switch self {
    case .constant, .parameter, .unknown: []
    case .name(let head, let rest): [[head] + rest]
    case .binary(_, let a, let b), .and(let a, let b), .or(let a, let b), .fallback(let a, let b), .index(let a, let b):
      a.fields + b.fields
    case .not(let a), .negative(let a), .item(let a, _): a.fields
    case .conditional(let a, let b, let c): b.fields + a.fields + c.fields
    case .call(_, let arguments), .list(let arguments): arguments.flatMap(\.fields)
    case .dictionary(let members): members.flatMap(\.value.fields)
    case .each(let a, _, let count): a.fields + count.fields
    }
  }
}

extension Expression {
  /// The value of an expression that reads nothing; nil for any other.
  package var constantValue: CatalogValue? {
    switch self {
    case .constant(let value): return value
    case .negative(let inner): return inner.constantValue.flatMap { try? $0.negated() }
    case .list(let items):
      var values: [CatalogValue] = []
      for item in items {
        guard let value = item.constantValue else { return nil }
        values.append(value)
      }
      return .list(values)
    case .dictionary(let members):
      var result = CatalogDictionary()
      for (key, member) in members {
        guard let value = member.constantValue else { return nil }
        result[key] = value
      }
      return .dictionary(result)
    default: return nil
    }
  }
}
