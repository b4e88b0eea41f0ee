extension TreeAssembler {
  mutating func collect(
    _ items: [ClassEntry.Item], _ scope: EvaluationScope, _ unit: CatalogUnit, _ content: inout Content
  ) throws(TreeError) {
    for item in items {
      switch item {
      case .require(let condition, let line):
        guard try holds(condition, scope, unit, line) else {
          let reason = "a case that the catalog does not cover (\(unit.name), line \(unit.line(line)))"
          guard hasHeaders else { throw .needsHeaders(architecture: architecture, module: pathText, reason: reason) }
          content.uncovered = content.uncovered ?? reason
          continue
        }
      case .branches(let branches):
        for branch in branches {
          if let condition = branch.condition {
            guard try holds(condition, branch.body, scope, unit, branch.line, content) else { continue }
          }
          try collect(branch.body, scope, unit, &content)
          break
        }
      case .each(let variable, let count, let body, let line):
        try repeated(variable, count, body, line, scope, unit, &content)
      case .tensors(let facts): try collect(facts, scope, unit, &content)
      case .child(let fact): try collect(fact, scope, unit, &content)
      }
    }
  }

  /// Whether a requirement is met; where the headers are at hand, one that cannot be told is not.
  private func holds(
    _ condition: Expression, _ scope: EvaluationScope, _ unit: CatalogUnit, _ line: Int
  ) throws(TreeError) -> Bool {
    do throws(TreeError) {
      return try evaluate(condition, scope, unit, line).isTrue
    } catch {
      guard hasHeaders, case .needsHeaders = error else { throw error }
      return false
    }
  }

  mutating func repeated(
    _ variable: Symbol, _ count: Expression, _ body: [ClassEntry.Item], _ line: Int, _ scope: EvaluationScope,
    _ unit: CatalogUnit, _ content: inout Content
  ) throws(TreeError) {
    let value = try repetitions(of: body, count, variable, scope, unit, line, content)
    guard let count = value.integer ?? wholeNumber(value) else {
      throw failure(.wrongType("a list with \(value.summary) elements"), count, scope, unit, line)
    }
    guard count <= TreeLimits.modules else { throw .tooManyModules(module: pathText) }
    var inner = scope
    inner.loops.append((variable, 0))
    for index in 0..<max(count, 0) {
      guard session.work.take(8) else { throw .tooMuchWork(module: pathText) }
      inner.loops[inner.loops.count - 1].value = index
      try collect(body, inner, unit, &content)
    }
  }

  mutating func collect(
    _ fact: ClassEntry.ChildFact, _ scope: EvaluationScope, _ unit: CatalogUnit, _ content: inout Content
  ) throws(TreeError) {
    let name = try self.name(fact.name, scope, unit, fact.line, next: content.children.count + content.parameters)
    if case .next = fact.name {
      content.children.append((name, fact, scope.loops))
    } else if let place = content.places[name] {
      content.children[place] = (name, fact, scope.loops)
    } else {
      content.places[name] = content.children.count
      content.children.append((name, fact, scope.loops))
    }
    guard builder.moduleCount + content.children.count <= TreeLimits.modules else {
      throw .tooManyModules(module: pathText)
    }
  }

  mutating func name(
    _ name: ClassEntry.Name, _ scope: EvaluationScope, _ unit: CatalogUnit, _ line: Int, next: Int
  ) throws(TreeError) -> Symbol {
    switch name {
    case .fixed(let symbol): return self.symbol(symbol)
    case .next: return number(next)
    case .template(let parts):
      var text = ""
      for part in parts {
        switch part {
        case .text(let piece): text += piece
        case .value(let expression):
          let value = try evaluate(expression, scope, unit, line)
          if case .string(let string) = value { text += string } else { text += value.summary }
        }
      }
      return builder.intern(text)
    }
  }

  mutating func collect(
    _ facts: [ClassEntry.TensorFact], _ scope: EvaluationScope, _ unit: CatalogUnit, _ content: inout Content
  ) throws(TreeError) {
    for fact in facts {
      if let condition = fact.condition {
        guard try holds(condition, [.tensors([fact])], scope, unit, fact.line, content) else { continue }
      }
      let name = try self.name(
        fact.name, scope, unit, fact.line, next: content.children.count + content.parameters)
      let (count, columns) = try elementCount(fact, scope, unit)
      content.tensors.append((name, fact.kind, builtDType(fact.dtype), count, columns))
      try note(name, fact, builtDType(fact.dtype), scope, unit)
      if fact.kind == .parameter { content.parameters += 1 }
    }
  }

  /// The dtype of a tensor that the catalog gives one of its own, or none.
  private func builtDType(_ own: DType?) -> DType {
    guard let own else { return cast ?? dtype }
    return own.isFloatingPoint ? cast ?? own : own
  }

  /// The number of elements, or -1 when only the headers tell, and the extent of the last dimension.
  func elementCount(
    _ fact: ClassEntry.TensorFact, _ scope: EvaluationScope, _ unit: CatalogUnit
  ) throws(TreeError) -> (count: Int, columns: Int) {
    guard let shape = fact.shape else {
      if hasHeaders, fact.kind != .transientBuffer { return (-1, 0) }
      throw .needsHeaders(architecture: architecture, module: pathText, reason: "a shape without closed form")
    }
    var count = 1
    var columns = 0
    for dimension in shape {
      let value: CatalogValue
      do {
        value = try evaluate(dimension, scope, unit, fact.line)
      } catch {
        if hasHeaders, fact.kind != .transientBuffer, case .needsHeaders = error { return (-1, 0) }
        throw error
      }
      guard let extent = value.integer ?? wholeNumber(value) else {
        throw failure(.wrongType("\(value.summary) as a dimension"), dimension, scope, unit, fact.line)
      }
      guard extent >= 0 else {
        throw failure(.wrongType("the negative dimension \(extent)"), dimension, scope, unit, fact.line)
      }
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      guard !overflow else { throw .tooLarge(module: pathText) }
      count = product
      columns = extent
    }
    return (count, columns)
  }

  func wholeNumber(_ value: CatalogValue) -> Int? {
    switch value {
    case .double(let number): Int(exactly: number.rounded(.towardZero))
    case .bool(let flag): flag ? 1 : 0
    default: nil
    }
  }
}
