/// What the config classes of transformers refuse of a config.json, before any model is built: values of other types than
/// their fields declare (they are strict dataclasses since transformers 5), conditions that `validate_*` methods set, kinds
/// and number of layers, and changes of single layers that do not fit.
package struct ConfigCheck {
  private let session: CatalogSession
  package private(set) var refusals: [ConfigRefusal] = []

  /// Checks a config and the configs in it. O(members of config.json).
  ///
  /// - Parameters:
  ///   - scope: the config as its class reads it.
  ///   - json: the object that it is read from.
  package init(_ scope: ConfigScope, _ json: JSONValue, session: CatalogSession) {
    self.session = session
    check(scope, json)
  }

  private mutating func check(_ scope: ConfigScope, _ json: JSONValue) {
    if let rules = FieldRules(of: scope.kind.name, in: session.catalog.release, symbols: session.symbols) {
      checkTypes(scope, json, rules)
      checkLayers(scope, json, rules)
      checkConditions(scope, json, rules)
      checkRope(scope, json)
    }
    for (name, sub) in scope.kind.subConfigs.sorted(by: { session.symbols[$0.key] < session.symbols[$1.key] }) {
      let part = json[session.symbols[name]]
      // Fields that stand in the config around it are read by both classes.
      guard part?.kind == .object || sub.isFlat && part?.isNull ?? true,
        case .config(let inner)? = try? scope.get(name)
      else { continue }
      check(inner, part.flatMap { $0.kind == .object ? $0 : nil } ?? json)
    }
  }

  private mutating func checkTypes(_ scope: ConfigScope, _ json: JSONValue, _ rules: FieldRules) {
    if let labels = json["id2label"], !labels.isNull {
      let isNumbered = labels.kind == .object && labels.members.allSatisfy { Int(trimmed($0.key)) != nil }
      if !isNumbered {
        refuse(scope, "id2label", found: labels.shortSource, needed: "an object from numbers to labels")
      }
    }
    for member in json.members {
      let key = member.key
      if let type = rules.types[key], !type.takes(member.value) {
        refuse(scope, key, found: member.value.shortSource, needed: "\(type)")
      }
    }
  }

  // MARK: - Conditions

  private mutating func checkConditions(_ scope: ConfigScope, _ json: JSONValue, _ rules: FieldRules) {
    // Of single layers that differ each is asked for itself.
    guard json["per_layer_config"].map(\.isNull) ?? true else { return }
    let values = EvaluationScope(config: scope)
    for refusal in rules.refusals {
      let fields = refusal.expression.fields
      guard fields.contains(where: { scope.isGiven($0[0]) }), fields.allSatisfy({ isKnown($0, in: scope) }),
        let value = try? values.evaluate(refusal.expression), value.isTrue
      else { continue }
      let named = fields.prefix(4).map { path in
        let keyPath = ([scope.keyPath(path[0])] + path.dropFirst().map { session.symbols[$0] }).joined(separator: ".")
        return ExplainedFailure.Field(keyPath: keyPath, value: self.value(path, in: scope).summary)
      }
      refusals.append(ConfigRefusal(configClass: scope.kind.name, reason: .condition(refusal.text, fields: named)))
    }
  }

  /// Whether the value of a path is what the reference has: given, derived, or a default that is recorded.
  private func isKnown(_ path: [SymbolTable.Symbol], in scope: ConfigScope) -> Bool {
    guard scope.isKnown(path[0]) else { return false }
    guard path.count > 1 else { return true }
    guard case .config(let inner)? = try? scope.get(path[0]) else { return false }
    return isKnown(Array(path.dropFirst()), in: inner)
  }

  private func value(_ path: [SymbolTable.Symbol], in scope: ConfigScope) -> CatalogValue {
    guard let value = try? scope.get(path[0]) else { return .none }
    guard path.count > 1, case .config(let inner) = value else { return value }
    return self.value(Array(path.dropFirst()), in: inner)
  }

  /// Of a head that is rotated whole the size is even; up to 4 it is not looked at (`validate_rope`).
  private mutating func checkRope(_ scope: ConfigScope, _ json: JSONValue) {
    let name = session.symbols.intern("head_dim")
    guard json["per_layer_config"].map(\.isNull) ?? true, scope.isKnown(name),
      let size = integer("head_dim", scope), size > 4, size % 2 == 1,
      case .dictionary(let rope)? = try? scope.get("rope_parameters"), !rope.isEmpty
    else { return }
    let nested = rope.values.compactMap { value -> CatalogDictionary? in
      if case .dictionary(let part) = value { part } else { nil }
    }
    let isWhole = (nested.isEmpty ? [rope] : nested).contains { part in
      switch part["partial_rotary_factor"] {
      case .double(let factor)?: Int(exactly: (Double(size) * factor).rounded(.towardZero)) == size
      case .int(let factor)?: factor == 1
      default: true
      }
    }
    if isWhole {
      refuse(
        scope.kind.name, scope.keyPath(name), found: "\(size)",
        needed: "an even number, since all of a head is rotated")
    }
  }

  // MARK: - Layers

  private mutating func checkLayers(_ scope: ConfigScope, _ json: JSONValue, _ rules: FieldRules) {
    let count = integer("num_hidden_layers", scope)
    checkSingleLayers(scope, json, rules, count)
    guard !rules.checksLayers, scope.isKnown(session.symbols.intern("num_hidden_layers")) else { return }
    // Kinds of MLPs are looked at only where there are kinds of layers.
    for field in ["layer_types", "mlp_layer_types"] {
      guard case .list(let kinds)? = try? scope.get(field) else { return }
      guard scope.isGiven(session.symbols.intern(field)) else { continue }
      let path = scope.keyPath(session.symbols.intern(field))
      let known = FieldRules(of: "*", in: session.catalog.release, symbols: session.symbols)
      for case .string(let kind) in kinds {
        guard let type = known?.types[field], !type.takes(text: kind) else { continue }
        refuse(scope.kind.name, path, found: "\"\(kind.prefix(40))\" for a layer", needed: "a kind that it knows")
        break
      }
      if let count, kinds.count != count {
        refuse(scope.kind.name, path, found: "a list of \(kinds.count)", needed: "one of num_hidden_layers (\(count))")
      }
    }
  }

  /// `per_layer_config`: an object from the numbers of layers to the fields that they have otherwise.
  private mutating func checkSingleLayers(
    _ scope: ConfigScope, _ json: JSONValue, _ rules: FieldRules, _ count: Int?
  ) {
    let key = "per_layer_config"
    guard let layers = json[key], !layers.isNull else { return }
    guard layers.kind == .object else {
      return refuse(scope, key, found: layers.shortSource, needed: "an object from layers to their fields")
    }
    var given: [(key: String, fields: JSONValue)] = []
    for member in layers.members {
      let path = "\(key).\(member.key)"
      guard let layer = Int(trimmed(member.key)), layer >= 0, layer < count ?? .max else {
        refuse(scope, path, found: "no layer", needed: "the number of one of \(count.map(String.init) ?? "the") layers")
        continue
      }
      guard member.value.kind == .object else {
        refuse(scope, path, found: member.value.shortSource, needed: "an object of fields")
        continue
      }
      given.append((path, member.value))
    }
    checkFields(scope, rules, given, count)
    checkWindows(scope, given.map(\.fields), count)
  }

  /// A field of a single layer is one that the config has, or one that every layer has.
  private mutating func checkFields(
    _ scope: ConfigScope, _ rules: FieldRules, _ layers: [(key: String, fields: JSONValue)], _ count: Int?
  ) {
    var counts: [String: Int] = [:]
    for layer in layers {
      for field in layer.fields.members { counts[field.key, default: 0] += 1 }
    }
    for layer in layers {
      for field in layer.fields.members {
        let name = field.key
        if name == "skip" {
          let isTexts = field.value.kind == .array && field.value.elements.allSatisfy { $0.kind == .string }
          if !isTexts { refuse(scope, "\(layer.key).skip", found: field.value.shortSource, needed: "a list of texts") }
          continue
        }
        let symbol = session.symbols.intern(name)
        let isOfAll = counts[name] == layers.count && layers.count == count
        if isOfAll || rules.types[name] != nil || scope.isKnown(symbol) { continue }
        let path = "\(layer.key).\(name)"
        return refuse(scope, path, found: "a field that other layers lack", needed: "one that the config has")
      }
    }
  }

  /// No layer has both a sliding window and chunks of attention, be they its own or those of all.
  private mutating func checkWindows(_ scope: ConfigScope, _ layers: [JSONValue], _ count: Int?) {
    let fields = ["sliding_window", "attention_chunk_size"]
    let common = fields.map { field in
      guard scope.isKnown(session.symbols.intern(field)), let value = try? scope.get(field) else { return false }
      return !value.isNone
    }
    let hasBoth = layers.contains { own in
      zip(fields, common).allSatisfy { field, isCommon in own[field].map { !$0.isNull } ?? isCommon }
    }
    guard hasBoth || common == [true, true] && layers.count < count ?? 0 else { return }
    refuse(
      scope, "per_layer_config", found: "a layer with sliding_window and attention_chunk_size",
      needed: "one of them at most for each layer")
  }

  private func integer(_ field: String, _ scope: ConfigScope) -> Int? {
    guard case .int(let value)? = try? scope.get(field) else { return nil }
    return value
  }

  // MARK: - Refusals

  private mutating func refuse(_ scope: ConfigScope, _ key: String, found: String, needed: String) {
    refuse(scope.kind.name, scope.path.isEmpty ? key : "\(scope.path).\(key)", found: found, needed: needed)
  }

  private mutating func refuse(_ configClass: String, _ keyPath: String, found: String, needed: String) {
    refusals.append(
      ConfigRefusal(configClass: configClass, reason: .value(keyPath: keyPath, found: found, needed: needed)))
  }
}

/// Something in config.json on which the config class of transformers raises, so that no model is built.
public struct ConfigRefusal: Hashable, Sendable {
  /// The class that raises (`LlamaConfig`).
  public var configClass: String
  /// On what.
  public var reason: Reason

  /// What a config class does not take.
  public enum Reason: Hashable, Sendable {
    /// A value: where it stands, how it is written, and what would be taken.
    case value(keyPath: String, found: String, needed: String)
    /// Values that do not go together: the condition that holds, and the fields in it.
    case condition(String, fields: [ExplainedFailure.Field])
  }
}

extension Note {
  /// What the files are planned in spite of; nil where nothing is refused.
  init?(_ refusals: [ConfigRefusal]) {
    guard !refusals.isEmpty else { return nil }
    let rest = refusals.count - 3
    self.init(
      .warning, code: "config-refused",
      "from_pretrained raises on config.json, whatever the files hold: "
        + refusals.prefix(3).map { "\($0) (\($0.configClass))" }.joined(separator: "; ")
        + (rest > 0 ? "; and \(rest) more" : ""))
  }
}
