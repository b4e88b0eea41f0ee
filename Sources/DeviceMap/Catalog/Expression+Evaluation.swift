/// The values that an expression can name.
package struct EvaluationScope {
  package typealias Symbol = SymbolTable.Symbol

  package var config: ConfigScope
  /// Read fields as they are after the derivations so far.
  package var readsDerived = false
  /// Arguments of the class; nil for one that has no closed form.
  package var parameters: [(name: Symbol, value: CatalogValue?)] = []
  /// Loop variables, the innermost last.
  package var loops: [(name: Symbol, value: Int)] = []

  package init(config: ConfigScope, readsDerived: Bool = false) {
    self.config = config
    self.readsDerived = readsDerived
  }

  package func isLoop(_ name: Symbol) -> Bool { loops.contains { $0.name == name } }

  package func hasParameter(_ name: Symbol) -> Bool { parameters.contains { $0.name == name } }

  private func parameter(_ name: Symbol) throws(EvaluationFailure) -> CatalogValue {
    guard let argument = parameters.first(where: { $0.name == name }) else { return .none }
    guard let value = argument.value else { throw .needsHeaders("no closed form is known") }
    return value
  }

  /// The value of `expression`. O(its size, and that of the lists it makes).
  package func evaluate(_ expression: Expression) throws(EvaluationFailure) -> CatalogValue {
    try config.work.spend(8)
    switch expression {
    case .constant(let value): return value
    case .name(let head, let rest): return try follow(rest, from: try named(head))
    case .parameter(let head, let rest): return try follow(rest, from: try parameter(head))
    case .binary(let op, let left, let right):
      return try CatalogValue.binary(op, try evaluate(left), try evaluate(right), config.work)
    case .and(let left, let right):
      let value = try evaluate(left)
      return value.isTrue ? try evaluate(right) : value
    case .or(let left, let right):
      let value = try evaluate(left)
      return value.isTrue ? value : try evaluate(right)
    case .fallback(let left, let right):
      let value = try evaluate(left)
      return value.isNone ? try evaluate(right) : value
    case .not(let inner): return .bool(try !evaluate(inner).isTrue)
    case .negative(let inner): return try evaluate(inner).negated()
    case .conditional(let condition, let then, let other):
      return try evaluate(condition).isTrue ? try evaluate(then) : try evaluate(other)
    case .call(let function, let arguments):
      var values: [CatalogValue] = []
      for argument in arguments { values.append(try evaluate(argument)) }
      return try CatalogValue.call(function, values, config.work)
    case .index(let inner, let position): return try element(of: evaluate(inner), at: evaluate(position))
    case .item(let inner, let name): return try member(name, of: try evaluate(inner))
    case .list(let items):
      var values: [CatalogValue] = []
      for item in items { values.append(try evaluate(item)) }
      return .list(values)
    case .dictionary(let members):
      var result = CatalogDictionary()
      for (key, member) in members { result[key] = try evaluate(member) }
      return .dictionary(result)
    case .each(let item, let variable, let count): return try list(of: item, variable, count)
    case .unknown: throw .needsHeaders("no closed form is known")
    }
  }

  private func named(_ name: Symbol) throws(EvaluationFailure) -> CatalogValue {
    if let loop = loops.last(where: { $0.name == name }) { return .int(loop.value) }
    return readsDerived ? try config.derived(name) : try config.get(name)
  }

  private func follow(_ names: [Symbol], from value: CatalogValue) throws(EvaluationFailure) -> CatalogValue {
    var value = value
    for name in names { value = try member(name, of: value) }
    return value
  }

  /// A member of a config or object. A table that is asked for a layer type it does not have stands for all of them.
  private func member(_ name: Symbol, of value: CatalogValue) throws(EvaluationFailure) -> CatalogValue {
    switch value {
    case .none: return .none
    case .config(let inner): return try inner.get(name)
    case .dictionary(let dictionary):
      let key = config.text(of: name)
      if let value = dictionary[key] { return value }
      switch key {
      case "full_attention", "sliding_attention", "chunked_attention", "linear_attention": return value
      default: return .none
      }
    default: throw .wrongType("a member of \(value.kind)")
    }
  }

  private func element(of value: CatalogValue, at position: CatalogValue) throws(EvaluationFailure) -> CatalogValue {
    switch (value, position) {
    case (.dictionary, .string(let key)), (.config, .string(let key)): return try member(config.symbol(key), of: value)
    case (.dictionary(let dictionary), .int(let key)): return dictionary[String(key)] ?? .none
    case (.none, _): return .none
    case (.list(let values), _):
      guard let index = position.integer else { throw .wrongType("a list at \(position.kind)") }
      let place = index < 0 ? index &+ values.count : index
      guard values.indices.contains(place) else { throw .indexOutOfRange }
      return values[place]
    case (.string(let text), .int(let index)):
      try config.work.spend(text.utf8.count)
      let scalars = Array(text.unicodeScalars)
      let place = index < 0 ? index &+ scalars.count : index
      guard scalars.indices.contains(place) else { throw .indexOutOfRange }
      return .string(String(Character(scalars[place])))
    default: throw .wrongType("\(value.kind) at \(position.kind)")
    }
  }

  private func list(
    of item: Expression, _ variable: Symbol, _ count: Expression
  ) throws(EvaluationFailure) -> CatalogValue {
    guard let count = try evaluate(count).integer else { throw .wrongType("a list of such length") }
    guard count <= Expression.longestList else { throw .tooLarge }
    var inner = self
    inner.loops.append((variable, 0))
    var values: [CatalogValue] = []
    for index in 0..<max(count, 0) {
      inner.loops[inner.loops.count - 1].value = index
      values.append(try inner.evaluate(item))
    }
    return .list(values)
  }
}
