extension CatalogValue {
  /// A call of one of the catalog's functions, which are those of Python of the same name.
  package static func call(
    _ function: Expression.Function, _ arguments: [CatalogValue], _ work: WorkBudget
  ) throws(EvaluationFailure) -> CatalogValue {
    guard function.arity.contains(arguments.count) else {
      throw .wrongType("\(function.rawValue) with \(arguments.count) arguments")
    }
    switch function {
    case .int, .float, .bool, .str, .abs, .round, .ceil, .floor, .sqrt, .isqrt, .log, .log2, .log10, .pow:
      return try numeric(function, arguments, work)
    case .min, .max, .len, .sum, .slice, .prod, .index: return try collective(function, arguments, work)
    case .split, .startswith, .endswith, .replace, .lower: return try textual(function, arguments, work)
    }
  }

  private static func numeric(
    _ function: Expression.Function, _ arguments: [CatalogValue], _ work: WorkBudget
  ) throws(EvaluationFailure) -> CatalogValue {
    let value = arguments[0]
    switch function {
    case .bool: return .bool(value.isTrue)
    case .str: return .string(try value.text())
    case .pow: return try binary(.power, value, arguments[1], work)
    case .int:
      if case .string(let text) = value, let parsed = Int(text) { return .int(parsed) }
      return .int(try value.rounded(.towardZero))
    case .float:
      if case .string(let text) = value, let parsed = Double(text) { return .double(parsed) }
      return .double(try value.real(function))
    case .abs:
      if let integer = value.integer { return integer < 0 ? try value.negated() : .int(integer) }
      return .double(try value.real(function).magnitude)
    case .round: return try rounded(arguments)
    case .ceil: return .int(try value.rounded(.up))
    case .floor: return .int(try value.rounded(.down))
    case .isqrt:
      guard let integer = value.integer, integer >= 0 else { throw .wrongType("isqrt of \(value.kind)") }
      var root = Int(Double(integer).squareRoot())
      while root > 0, root > integer / root { root -= 1 }
      while root + 1 <= integer / (root + 1) { root += 1 }
      return .int(root)
    case .sqrt:
      let real = try value.real(function)
      guard real >= 0 else { throw .wrongType("sqrt of a negative number") }
      return .double(real.squareRoot())
    default:
      let real = try value.real(function)
      guard real > 0 else { throw .wrongType("\(function.rawValue) of a number that is not positive") }
      switch function {
      case .log2: return .double(Platform.logarithm2(real))
      case .log10: return .double(Platform.logarithm10(real))
      default: return .double(Platform.logarithm(real))
      }
    }
  }

  /// Rounds halves to even, as Python does.
  private static func rounded(_ arguments: [CatalogValue]) throws(EvaluationFailure) -> CatalogValue {
    guard arguments.count == 2, !arguments[1].isNone else { return .int(try arguments[0].rounded(.toNearestOrEven)) }
    if arguments[0].integer != nil, let digits = arguments[1].integer, digits >= 0 { return arguments[0] }
    guard let digits = arguments[1].integer, (0...15).contains(digits) else { throw .wrongType("round to such digits") }
    let scale = Platform.power(10, Double(digits))
    return .double((try arguments[0].real(.round) * scale).rounded(.toNearestOrEven) / scale)
  }

  private func real(_ function: Expression.Function) throws(EvaluationFailure) -> Double {
    guard let value = floating else { throw .wrongType("\(function.rawValue) of \(kind)") }
    return value
  }

  private func rounded(_ rule: FloatingPointRoundingRule) throws(EvaluationFailure) -> Int {
    if let integer { return integer }
    guard let value = floating else { throw .wrongType("an integer from \(kind)") }
    guard let integer = Int(exactly: value.rounded(rule)) else { throw .overflow }
    return integer
  }

  private func text() throws(EvaluationFailure) -> String {
    switch self {
    case .none: "None"
    case .bool(let value): value ? "True" : "False"
    case .int(let value): String(value)
    case .string(let value): value
    default: throw .wrongType("str of \(kind)")
    }
  }

  private static func collective(
    _ function: Expression.Function, _ arguments: [CatalogValue], _ work: WorkBudget
  ) throws(EvaluationFailure) -> CatalogValue {
    try work.spend(arguments[0].extent)
    switch function {
    case .len:
      switch arguments[0] {
      case .list(let values): return .int(values.count)
      case .dictionary(let dictionary): return .int(dictionary.count)
      case .string(let text): return .int(text.unicodeScalars.count)
      default: throw .wrongType("len of \(arguments[0].kind)")
      }
    case .sum, .prod:
      guard case .list(let values) = arguments[0] else {
        throw .wrongType("\(function.rawValue) of \(arguments[0].kind)")
      }
      var total = CatalogValue.int(function == .sum ? 0 : 1)
      for value in values { total = try binary(function == .sum ? .add : .multiply, total, value, work) }
      return total
    case .index:
      guard case .list(let values) = arguments[0] else { throw .wrongType("index in \(arguments[0].kind)") }
      for (position, value) in values.enumerated() where try value.isEqual(to: arguments[1], work) {
        return .int(position)
      }
      throw .needsHeaders("\(arguments[1].summary) does not occur in the list")
    case .slice: return try sliced(arguments)
    default:
      var values = arguments
      if arguments.count == 1 {
        guard case .list(let list) = arguments[0], !list.isEmpty else {
          throw .wrongType("\(function.rawValue) of \(arguments[0].kind)")
        }
        values = list
      }
      var best = values[0]
      for value in values.dropFirst() {
        let better = try binary(function == .min ? .less : .greater, value, best, work)
        if better.isTrue { best = value }
      }
      return best
    }
  }

  /// `x[a:b]`: bounds may be none, count from the end when negative, and are cut to the length.
  private static func sliced(_ arguments: [CatalogValue]) throws(EvaluationFailure) -> CatalogValue {
    func bound(_ value: CatalogValue, _ count: Int, default other: Int) throws(EvaluationFailure) -> Int {
      if value.isNone { return other }
      guard let integer = value.integer else { throw .wrongType("a slice up to \(value.kind)") }
      return Swift.min(Swift.max(integer < 0 ? integer &+ count : integer, 0), count)
    }
    switch arguments[0] {
    case .list(let values):
      let from = try bound(arguments[1], values.count, default: 0)
      let to = try bound(arguments[2], values.count, default: values.count)
      return .list(from < to ? Array(values[from..<to]) : [])
    case .string(let text):
      let scalars = Array(text.unicodeScalars)
      let from = try bound(arguments[1], scalars.count, default: 0)
      let to = try bound(arguments[2], scalars.count, default: scalars.count)
      var result = String.UnicodeScalarView()
      if from < to { result.append(contentsOf: scalars[from..<to]) }
      return .string(String(result))
    default: throw .wrongType("a slice of \(arguments[0].kind)")
    }
  }

  private static func textual(
    _ function: Expression.Function, _ arguments: [CatalogValue], _ work: WorkBudget
  ) throws(EvaluationFailure) -> CatalogValue {
    guard case .string(let text) = arguments[0] else {
      throw .wrongType("\(function.rawValue) of \(arguments[0].kind)")
    }
    try work.spend(text.utf8.count)
    if function == .lower { return .string(text.lowercased()) }
    if case .list(let candidates) = arguments[1] {
      for candidate in candidates where try textual(function, [arguments[0], candidate], work).isTrue {
        return .bool(true)
      }
      return .bool(false)
    }
    guard case .string(let part) = arguments[1] else {
      throw .wrongType("\(function.rawValue) with \(arguments[1].kind)")
    }
    switch function {
    case .startswith: return .bool(text.utf8.starts(with: part.utf8))
    case .endswith: return .bool(text.utf8.reversed().starts(with: part.utf8.reversed()))
    default:
      guard !part.isEmpty else { throw .wrongType("\(function.rawValue) at nothing") }
      try work.spend(text.utf8.count + part.utf8.count)
      let pieces = ByteSearch(part.utf8).pieces(of: text)
      if function == .split { return .list(pieces.map { .string($0) }) }
      guard case .string(let other) = arguments[2] else { throw .wrongType("replace by \(arguments[2].kind)") }
      let added = (pieces.count - 1).multipliedReportingOverflow(by: other.utf8.count)
      guard !added.overflow, added.partialValue <= Expression.longestText else { throw .textTooLong }
      return .string(pieces.joined(separator: other))
    }
  }

  /// Elements or bytes, for the count of steps.
  var extent: Int {
    switch self {
    case .list(let values): values.count
    case .string(let text): text.utf8.count
    case .dictionary(let dictionary): dictionary.count
    default: 0
    }
  }
}
