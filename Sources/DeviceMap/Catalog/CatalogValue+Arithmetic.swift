extension CatalogValue {
  /// A number as Python sees it: booleans are integers.
  private enum Number {
    case int(Int)
    case double(Double)

    var asDouble: Double {
      switch self {
      case .int(let value): Double(value)
      case .double(let value): value
      }
    }
  }

  private var number: Number? {
    switch self {
    case .bool(let value): .int(value ? 1 : 0)
    case .int(let value): .int(value)
    case .double(let value): .double(value)
    default: nil
    }
  }

  /// The value as an integer, when it is one (or a boolean).
  package var integer: Int? {
    if case .int(let value) = number { value } else { nil }
  }

  /// The value as a floating-point number, when it is a number.
  package var floating: Double? { number?.asDouble }

  package static func binary(
    _ op: Expression.Operator, _ left: CatalogValue, _ right: CatalogValue, _ work: WorkBudget
  ) throws(EvaluationFailure) -> CatalogValue {
    switch op {
    case .equal: return .bool(try left.isEqual(to: right, work))
    case .notEqual: return .bool(try !left.isEqual(to: right, work))
    case .less: return .bool(try left.isOrdered(before: right, op))
    case .lessOrEqual: return .bool(try !right.isOrdered(before: left, op))
    case .greater: return .bool(try right.isOrdered(before: left, op))
    case .greaterOrEqual: return .bool(try !left.isOrdered(before: right, op))
    case .contained: return .bool(try right.contains(left, work))
    case .notContained: return .bool(try !right.contains(left, work))
    default: break
    }
    if let joined = try joined(op, left, right, work) { return joined }
    guard let a = left.number, let b = right.number else {
      throw .wrongType("\(left.kind) \(op.rawValue) \(right.kind)")
    }
    if case .int(let a) = a, case .int(let b) = b { return try integers(op, a, b) }
    return try doubles(op, a.asDouble, b.asDouble)
  }

  /// `+` and `*` of lists and strings; nil when it is neither.
  private static func joined(
    _ op: Expression.Operator, _ left: CatalogValue, _ right: CatalogValue, _ work: WorkBudget
  ) throws(EvaluationFailure) -> CatalogValue? {
    switch (op, left, right) {
    case (.add, .list(let a), .list(let b)):
      guard a.count + b.count <= Expression.longestList else { throw .tooLarge }
      try work.spend(a.count + b.count)
      return .list(a + b)
    case (.add, .string(let a), .string(let b)):
      guard a.utf8.count + b.utf8.count <= Expression.longestText else { throw .textTooLong }
      try work.spend(a.utf8.count + b.utf8.count)
      return .string(a + b)
    case (.multiply, .list(let list), _), (.multiply, _, .list(let list)):
      guard let count = left.integer ?? right.integer else { return nil }
      let (total, overflow) = list.count.multipliedReportingOverflow(by: max(count, 0))
      guard !overflow, total <= Expression.longestList else { throw .tooLarge }
      try work.spend(total)
      return .list(Array(repeatElement(list, count: max(count, 0)).joined()))
    default: return nil
    }
  }

  private static func integers(_ op: Expression.Operator, _ a: Int, _ b: Int) throws(EvaluationFailure) -> CatalogValue
  {
    switch op {
    case .add: return try checked(a.addingReportingOverflow(b))
    case .subtract: return try checked(a.subtractingReportingOverflow(b))
    case .multiply: return try checked(a.multipliedReportingOverflow(by: b))
    case .divide:
      guard b != 0 else { throw .divisionByZero }
      return .double(Double(a) / Double(b))
    case .floorDivide, .remainder:
      guard b != 0 else { throw .divisionByZero }
      let (quotient, overflow) = a.dividedReportingOverflow(by: b)
      if overflow { throw .overflow }
      let rest = a - quotient * b
      let below = rest != 0 && (rest < 0) != (b < 0)
      return .int(op == .floorDivide ? (below ? quotient - 1 : quotient) : (below ? rest + b : rest))
    case .power:
      if b < 0 { return try doubles(op, Double(a), Double(b)) }
      var result = 1
      var base = a
      var exponent = b
      while exponent > 0 {
        if exponent & 1 == 1 { result = try checkedInteger(result.multipliedReportingOverflow(by: base)) }
        exponent >>= 1
        if exponent > 0 { base = try checkedInteger(base.multipliedReportingOverflow(by: base)) }
      }
      return .int(result)
    default: throw .wrongType(op.rawValue)
    }
  }

  private static func doubles(
    _ op: Expression.Operator, _ a: Double, _ b: Double
  ) throws(EvaluationFailure) -> CatalogValue {
    switch op {
    case .add: return .double(a + b)
    case .subtract: return .double(a - b)
    case .multiply: return .double(a * b)
    case .divide, .floorDivide, .remainder:
      guard b != 0 else { throw .divisionByZero }
      if op == .divide { return .double(a / b) }
      var rest = a.truncatingRemainder(dividingBy: b)
      if rest != 0, (rest < 0) != (b < 0) { rest += b }
      return .double(op == .remainder ? rest : ((a - rest) / b).rounded(.toNearestOrEven))
    case .power: return .double(Platform.power(a, b))
    default: throw .wrongType(op.rawValue)
    }
  }

  private static func checked(_ result: (Int, overflow: Bool)) throws(EvaluationFailure) -> CatalogValue {
    .int(try checkedInteger(result))
  }

  private static func checkedInteger(_ result: (Int, overflow: Bool)) throws(EvaluationFailure) -> Int {
    if result.overflow { throw .overflow }
    return result.0
  }

  package func negated() throws(EvaluationFailure) -> CatalogValue {
    switch number {
    case .int(let value): return try Self.checked(0.subtractingReportingOverflow(value))
    case .double(let value): return .double(-value)
    case nil: throw .wrongType("-(\(kind))")
    }
  }

  /// `==` of Python: numbers by value, whatever their type; values of different types are unequal.
  package func isEqual(to other: CatalogValue, _ work: WorkBudget) throws(EvaluationFailure) -> Bool {
    try work.spend(1)
    if let a = number, let b = other.number {
      if case .int(let a) = a, case .int(let b) = b { return a == b }
      return a.asDouble == b.asDouble
    }
    switch (self, other) {
    case (.none, .none): return true
    case (.string(let a), .string(let b)):
      guard a.utf8.count == b.utf8.count else { return false }
      try work.spend(a.utf8.count / 8)
      return a.utf8.elementsEqual(b.utf8)
    case (.list(let a), .list(let b)):
      guard a.count == b.count else { return false }
      for (left, right) in zip(a, b) where try !left.isEqual(to: right, work) { return false }
      return true
    case (.dictionary(let a), .dictionary(let b)):
      guard a.count == b.count else { return false }
      for (key, value) in zip(a.keys, a.values) {
        guard let other = b[key], try other.isEqual(to: value, work) else { return false }
      }
      return true
    case (.config(let a), .config(let b)): return a === b
    default: return false
    }
  }

  private func isOrdered(before other: CatalogValue, _ op: Expression.Operator) throws(EvaluationFailure) -> Bool {
    if let a = number, let b = other.number {
      if case .int(let a) = a, case .int(let b) = b { return a < b }
      return a.asDouble < b.asDouble
    }
    if case .string(let a) = self, case .string(let b) = other { return a.precedes(b) }
    throw .wrongType("\(kind) \(op.rawValue) \(other.kind)")
  }

  private func contains(_ member: CatalogValue, _ work: WorkBudget) throws(EvaluationFailure) -> Bool {
    switch (self, member) {
    case (.list(let values), _):
      for value in values where try value.isEqual(to: member, work) { return true }
      return false
    case (.dictionary(let dictionary), .string(let key)): return dictionary[key] != nil
    case (.string(let text), .string(let part)):
      try work.spend(text.utf8.count + part.utf8.count)
      return text.containsBytes(of: part)
    default: throw .wrongType("\(member.kind) in \(kind)")
    }
  }
}

extension WorkBudget {
  /// Takes steps of an evaluation.
  @inline(__always)
  func spend(_ steps: Int) throws(EvaluationFailure) {
    if !take(steps) { throw .tooMuchWork }
  }
}
