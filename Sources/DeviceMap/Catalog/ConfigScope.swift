/// A config as classes see it: the values of config.json over the defaults of its class, with aliases resolved and
/// derived fields computed when they are asked for.
///
/// The order of precedence and the treatment of rope parameters, labels and layer types are those of transformers 5.23.0
/// (`configuration_utils.py`, `modeling_rope_utils.py`).
package final class ConfigScope {
  package typealias Symbol = SymbolTable.Symbol

  package let kind: ConfigKind
  /// Where in config.json the values stand (`text_config`), "" for the top.
  package let path: String
  private let session: CatalogSession
  /// The steps that are left for the model.
  package var work: WorkBudget { session.work }
  /// The config that this one is a changed copy of.
  private let original: ConfigScope?
  private var changes: [Symbol: CatalogValue] = [:]
  /// The members of config.json, aliases resolved, as they stand there.
  private let given: RawConfig
  private var givenIndex: [Symbol: String] = [:]
  /// Members by another name of a field that the class declares: set after all derivations, whatever the order in the file.
  private var renamedIndex: [Symbol: String] = [:]
  private var baseValues: [Symbol: CatalogValue] = [:]
  private var finalValues: [Symbol: CatalogValue] = [:]
  private var derivedValues: [Symbol: Result<CatalogValue, EvaluationFailure>] = [:]
  private var isDerived = false

  package init(kind: ConfigKind, given: RawConfig, path: String, session: CatalogSession) {
    self.kind = kind
    self.given = given
    self.path = path
    self.session = session
    original = nil
    for key in given.keys {
      let symbol = session.symbols.intern(key)
      if kind.isSetLast(symbol) {
        renamedIndex[kind.canonical(symbol)] = key
      } else {
        givenIndex[kind.canonical(symbol)] = key
      }
    }
    if kind.setsRenamedFirst { givenIndex.merge(renamedIndex) { _, renamed in renamed } }
  }

  private init(_ original: ConfigScope, changes: [(Symbol, CatalogValue)]) {
    kind = original.kind
    given = original.given
    path = original.path
    session = original.session
    self.original = original
    for (name, value) in changes { self.changes[kind.canonical(name)] = value }
  }

  /// A copy with other values for some fields; nothing is derived anew.
  package func changed(_ changes: [(Symbol, CatalogValue)]) -> ConfigScope { ConfigScope(self, changes: changes) }

  /// The value of a field, none when there is no such field.
  package func get(_ name: Symbol) throws(EvaluationFailure) -> CatalogValue {
    let name = kind.canonical(name)
    if let value = changes[name] { return value }
    if let original { return try original.get(name) }
    if let value = finalValues[name] { return value }
    let value = try final(name)
    finalValues[name] = value
    return value
  }

  package func get(_ name: String) throws(EvaluationFailure) -> CatalogValue { try get(session.symbols.intern(name)) }

  /// All fields that config.json gives or the config class knows, under each of their names, in no order.
  ///
  /// - Parameter most: objects of config.json with more members are left out.
  package func fields(
    ofMostMembers most: Int
  ) -> [(name: String, value: Result<CatalogValue, EvaluationFailure>)] {
    var names = Set(changes.keys).union(kind.defaults.keys).union(kind.derivedNames)
    names.formUnion(kind.aliases.keys)
    names.formUnion(kind.aliases.values)
    let source = original ?? self
    for key in source.given.keys where source.given.memberCount(key) <= most {
      names.insert(session.symbols.intern(key))
    }
    return names.map { name in
      do throws(EvaluationFailure) {
        return (session.symbols[name], .success(try get(name)))
      } catch {
        return (session.symbols[name], .failure(error))
      }
    }
  }

  package func text(of name: Symbol) -> String { session.symbols[name] }

  package func symbol(_ text: String) -> Symbol { session.symbols.intern(text) }

  /// Whether config.json gives a value for the field, by any of its names.
  package func isGiven(_ name: Symbol) -> Bool { givenKey(kind.canonical(name)) != nil }

  /// Whether the field has a value that is known: given, derived or by default.
  package func isKnown(_ name: Symbol) -> Bool {
    let name = kind.canonical(name)
    return isGiven(name) || kind.derivedNames.contains(name) || kind.subConfigs[name] != nil
      || kind.defaults[name] != nil || canonicalDefault(name) != nil
  }

  /// The name of a field in config.json, for messages.
  package func keyPath(_ name: Symbol) -> String {
    let key = original?.givenKey(kind.canonical(name)) ?? givenKey(kind.canonical(name)) ?? session.symbols[name]
    return path.isEmpty ? key : "\(path).\(key)"
  }

  private func givenKey(_ name: Symbol) -> String? {
    renamedIndex[name] ?? givenIndex[name] ?? original?.givenKey(name)
  }

  // MARK: - Where values come from

  private func final(_ name: Symbol) throws(EvaluationFailure) -> CatalogValue {
    let names = session.names
    if name == names.ropeParameters { return try ropeParameters() }
    let field = kind.canonical(name)
    if kind.givenLast.contains(field), let key = givenIndex[field] { return given.value(key) }
    let value = if let key = renamedIndex[field] { given.value(key) } else { try derived(name) }
    let isLayerTypes = field == kind.canonical(names.layerTypes) || field == kind.canonical(names.mtpLayerTypes)
    return isLayerTypes ? Self.currentLayerTypes(value) : value
  }

  /// The value after the derivations so far; outside of them, after all.
  package func derived(_ name: Symbol) throws(EvaluationFailure) -> CatalogValue {
    let name = kind.canonical(name)
    if let original { return try original.derived(name) }
    guard kind.derivedNames.contains(name) else { return try base(name) }
    if !isDerived { derive() }
    switch derivedValues[name] {
    case .success(let value): return value
    case .failure(let failure): throw failure
    case nil: return try base(name)
    }
  }

  /// Carries out the derivations in order. One that has no value matters only if its field is asked for.
  private func derive() {
    isDerived = true
    let scope = EvaluationScope(config: self, readsDerived: true)
    for (name, expression, line) in kind.derived {
      do throws(EvaluationFailure) {
        derivedValues[name] = .success(try scope.evaluate(expression))
      } catch {
        derivedValues[name] = .failure(session.explain(error, expression, scope, unit: kind.unit, line: line))
      }
    }
  }

  /// The value before anything was derived: what config.json says, else the default.
  package func base(_ name: Symbol) throws(EvaluationFailure) -> CatalogValue {
    let name = kind.canonical(name)
    if let value = baseValues[name] { return value }
    let value: CatalogValue
    if let sub = kind.subConfigs[name] {
      value = try subConfig(name, sub)
    } else if name == session.names.numLabels {
      value = .int(try numLabels())
    } else if let key = givenIndex[name] {
      value = key == "per_layer_config" ? Self.byLayer(given.value(key)) : given.value(key)
    } else {
      value = kind.defaults[name] ?? canonicalDefault(name) ?? .none
    }
    baseValues[name] = value
    return value
  }

  /// Configs of single layers by the plain number of the layer: files as they are saved have zeros before it.
  private static func byLayer(_ value: CatalogValue) -> CatalogValue {
    guard case .dictionary(let layers) = value else { return value }
    var result = CatalogDictionary()
    for (key, value) in zip(layers.keys, layers.values) { result[Int(key).map { String($0) } ?? key] = value }
    return .dictionary(result)
  }

  /// A default that is written under an alias.
  private func canonicalDefault(_ name: Symbol) -> CatalogValue? {
    for (alias, target) in kind.aliases where target == name {
      if let value = kind.defaults[alias] { return value }
    }
    return nil
  }

  private func subConfig(_ name: Symbol, _ sub: ConfigKind.SubConfig) throws(EvaluationFailure) -> CatalogValue {
    var key = givenIndex[name] ?? sub.oldKey.flatMap { given.object($0) == nil ? nil : $0 }
    if sub.isOverlaid, given.object(session.symbols[name] + "_dict") != nil { key = session.symbols[name] + "_dict" }
    let raw = key.map { given.value($0) } ?? CatalogValue.none
    var source = RawConfig(sub.defaults)
    if let key, !raw.isNone {
      guard let object = given.object(key) else {
        throw .wrongType("\(keyPath(name)) is \(raw.kind) where an object is needed")
      }
      source = sub.isMerged ? source.overlaid(with: object) : object
    } else if sub.isFlat, let flat = flatFields() {
      source = flat
    } else if sub.isOptional {
      return .none
    }
    var target = sub.target
    if sub.isByType {
      if case .string(let type) = source.value("model_type") { target = type }
      guard let config = session.catalog.lookUp(.type, target) else { throw .needsHeaders("model type \(target)") }
      target = config
    }
    let keyPath = keyPath(name)
    return .config(try session.config(target, from: kind.unit, given: source, path: keyPath))
  }

  /// The fields of this config that stand for those of an absent sub-config: those that it does not have itself, as the
  /// tie of a model whose text's fields stand beside it. Nil when there are none.
  private func flatFields() -> RawConfig? {
    let flat = given.filtered { key in
      let field = session.symbols.intern(key)
      return key != "model_type" && kind.subConfigs[field] == nil && kind.defaults[field] == nil
    }
    return flat.keys.isEmpty ? nil : flat
  }

  /// As many labels as `id2label` has, else `num_labels`, else 2.
  private func numLabels() throws(EvaluationFailure) -> Int {
    let names = session.names
    if let key = givenIndex[names.id2label], let labels = given.object(key) { return labels.keys.count }
    if let key = givenIndex[names.numLabels], case .int(let count) = given.value(key) { return max(count, 0) }
    if case .int(let count)? = kind.defaults[names.numLabels], count != 0 { return count }
    return 2
  }

  private static func currentLayerTypes(_ value: CatalogValue) -> CatalogValue {
    guard case .list(let types) = value else { return value }
    return .list(
      types.map { type in
        guard case .string(let name) = type else { return type }
        switch name {
        case "mamba": return .string("linear_attention")
        case "attention": return .string("full_attention")
        case "deepseek_sparse_attention", "qwen_sparse_attention": return .string("indexed_attention")
        default: return type
        }
      })
  }

  // MARK: - Rope

  /// `rope_parameters`, into which older files' `rope_scaling`, `rope_theta` and `partial_rotary_factor` go.
  private func ropeParameters() throws(EvaluationFailure) -> CatalogValue {
    let names = session.names
    let isOwn = kind.derivedNames.contains(names.ropeParameters)
    let scaling = isOwn ? .none : givenIndex[names.ropeScaling].map { given.value($0) } ?? CatalogValue.none
    let isField = kind.defaults[names.ropeParameters] != nil || givenIndex[names.ropeParameters] != nil || isOwn
    guard isField || scaling.isTrue else { return .none }
    let source = scaling.isTrue ? scaling : try derived(names.ropeParameters)
    let isDefault = !scaling.isTrue && !isOwn && givenIndex[names.ropeParameters] == nil
    guard case .dictionary(let parameters) = source.isTrue ? source : .dictionary(CatalogDictionary()) else {
      throw .wrongType("\(keyPath(names.ropeParameters)) is \(source.kind) where an object is needed")
    }
    var labels: [CatalogValue] = []
    for field in ["_rope_type_labels", "layer_types"] {
      if labels.isEmpty, case .list(let values)? = try? get(field) { labels = values }
    }
    var known = SymbolTable()
    for case .string(let label) in labels { _ = known.intern(label) }
    let nested = parameters.keys.filter { known.find($0) != nil || isObject(parameters[$0]) }
    if nested.isEmpty { return .dictionary(try completed(parameters, isDefault: isDefault)) }
    var result = parameters
    for key in nested {
      if case .dictionary(let inner)? = parameters[key] {
        result[key] = .dictionary(try completed(inner, isDefault: false))
      }
    }
    return .dictionary(result)
  }

  private func isObject(_ value: CatalogValue?) -> Bool {
    if case .dictionary? = value { true } else { false }
  }

  /// Parameters with what the fields around them say; where they are no more than the default of the class, the fields
  /// that config.json gives win.
  private func completed(
    _ parameters: CatalogDictionary, isDefault: Bool
  ) throws(EvaluationFailure) -> CatalogDictionary {
    var result = parameters
    if isDefault {
      for key in ["rope_theta", "partial_rotary_factor"] {
        if let value = givenIndex[session.symbols.intern(key)].map({ given.value($0) }), !value.isNone {
          result[key] = value
        }
      }
    }
    if result["rope_type"] == nil { result["rope_type"] = result["type"] ?? .string("default") }
    if case .string("default")? = result["rope_type"] {
      let fallback = try get("default_rope_type")
      if fallback.isTrue { result["rope_type"] = fallback }
    }
    if result["rope_theta"] == nil {
      let theta = try get("rope_theta")
      let other = try get("default_theta")
      result["rope_theta"] = theta.isTrue ? theta : other.isTrue ? other : .double(10000)
    }
    let stated = givenIndex[session.symbols.intern("partial_rotary_factor")].map { given.value($0) } ?? .none
    let factor = stated.isNone ? try get("partial_rotary_factor") : stated
    if result["partial_rotary_factor"] == nil, !factor.isNone { result["partial_rotary_factor"] = factor }
    if result["original_max_position_embeddings"] == nil {
      let original = try get("original_max_position_embeddings")
      result["original_max_position_embeddings"] =
        original.isNone ? try get("max_position_embeddings") : original
    }
    return result
  }
}
