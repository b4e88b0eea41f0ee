/// What config.json does not tell is decided by the names of the tensors in the files.
extension TreeAssembler {
  /// Whether a branch is taken: by its condition, and where this has no closed form by whether the files hold a tensor of
  /// its body.
  mutating func holds(
    _ condition: Expression, _ body: [ClassEntry.Item], _ scope: EvaluationScope, _ unit: CatalogUnit, _ line: Int,
    _ content: Content
  ) throws(TreeError) -> Bool {
    do throws(TreeError) {
      return try evaluate(condition, scope, unit, line).isTrue
    } catch {
      guard case .needsHeaders = error, let presence = try filePresence() else { throw error }
      noteDecision()
      guard let node = node(in: presence) else { return false }
      return isInFiles(body, presence, node, scope, unit, next: content.children.count + content.parameters)
    }
  }

  /// How often a body is repeated: by its count, and where this has no closed form one more than the last time that the
  /// files show.
  mutating func repetitions(
    of body: [ClassEntry.Item], _ count: Expression, _ variable: Symbol, _ scope: EvaluationScope, _ unit: CatalogUnit,
    _ line: Int, _ content: Content
  ) throws(TreeError) -> CatalogValue {
    do throws(TreeError) {
      return try evaluate(count, scope, unit, line)
    } catch {
      guard case .needsHeaders = error, let presence = try filePresence() else { throw error }
      noteDecision()
      guard let node = node(in: presence) else { return .int(0) }
      var inner = scope
      inner.loops.append((variable, 0))
      let first = content.children.count + content.parameters
      let step = Self.numberedNames(in: body)
      var result = 0
      for index in 0..<presence.mostRepetitions(in: node) {
        inner.loops[inner.loops.count - 1].value = index
        if isInFiles(body, presence, node, inner, unit, next: first + index * step) { result = index + 1 }
      }
      return .int(result)
    }
  }

  /// What the files hold by the rules of the models that are open or built; nil where they do not decide.
  private mutating func filePresence() throws(TreeError) -> FilePresence? {
    guard asksFiles, let names else { return nil }
    if let presence, ruledModels == models.count { return presence }
    let known = rules.map { ($0.renames.count, $0.conversions.count) }
    let rules = try located { () throws(CatalogError) in
      try NameRules(models, places: models.map { builder.place(of: $0.module) }, session: session)
    }
    (self.rules, ruledModels) = (rules, models.count)
    if let presence, let known, known == (rules.renames.count, rules.conversions.count) { return presence }
    let made = FilePresence(names.keeping(rules.literals), rules: rules)
    presence = made
    return made
  }

  /// Whether the files decided something, or were to.
  var hasAskedFiles: Bool { presence != nil }

  /// The rules of all models, if they were made.
  var finalRules: NameRules? { ruledModels == models.count ? rules : nil }

  /// The module that is open among those of the files; nil when these have no tensors in it.
  private func node(in presence: FilePresence) -> Int? {
    var node = 0
    for name in path.dropFirst() {
      guard let child = presence.child(of: node, builder.text(of: name)) else { return nil }
      node = child
    }
    return node
  }

  private mutating func noteDecision() {
    let path = pathText
    if decided.last != path { decided.append(path) }
  }

  /// Whether the files hold a tensor of these lines, were they part of the module that is open.
  ///
  /// - Parameter next: the number that the next child without a name of its own gets.
  private mutating func isInFiles(
    _ items: [ClassEntry.Item], _ presence: FilePresence, _ node: Int, _ scope: EvaluationScope, _ unit: CatalogUnit,
    next: Int
  ) -> Bool {
    var next = next
    for item in items {
      switch item {
      case .require: break
      case .branches(let branches):
        for branch in branches where isInFiles(branch.body, presence, node, scope, unit, next: next) { return true }
      case .each(let variable, let count, let body, _):
        let most = presence.mostRepetitions(in: node)
        let count = (try? scope.evaluate(count))?.integer ?? most
        var inner = scope
        inner.loops.append((variable, 0))
        for index in 0..<max(0, min(count, most)) {
          inner.loops[inner.loops.count - 1].value = index
          if isInFiles(body, presence, node, inner, unit, next: next + index * Self.numberedNames(in: body)) {
            return true
          }
        }
      case .tensors(let facts):
        for fact in facts where fact.kind != .transientBuffer {
          if let name = text(of: fact.name, scope, unit, fact.line, next: next),
            presence.hasTensor(node, named: name)
          {
            return true
          }
        }
      case .child(let fact):
        if let name = text(of: fact.name, scope, unit, fact.line, next: next), presence.child(of: node, name) != nil {
          return true
        }
      }
      next += Self.numberedNames(in: [item])
    }
    return false
  }

  private mutating func text(
    of name: ClassEntry.Name, _ scope: EvaluationScope, _ unit: CatalogUnit, _ line: Int, next: Int
  ) -> String? {
    (try? self.name(name, scope, unit, line, next: next)).map { builder.text(of: $0) }
  }

  /// How many names of a body are numbers that follow from its place.
  private static func numberedNames(in items: [ClassEntry.Item]) -> Int {
    var count = 0
    for item in items {
      switch item {
      case .child(let fact): if case .next = fact.name { count += 1 }
      case .tensors(let facts):
        for fact in facts { if case .next = fact.name { count += 1 } }
      case .branches(let branches): count += branches.map { numberedNames(in: $0.body) }.max() ?? 0
      case .each, .require: break
      }
    }
    return count
  }
}
