extension ConfigFields {
  /// All fields of a config that the catalog describes. O(fields).
  init(_ config: ConfigScope) {
    self.init(modelType: config.kind.modelType, values: [:])
    for field in config.fields(ofMostMembers: Self.mostMembers) {
      switch field.value {
      case .success(let value): values[field.name] = Value(value)
      case .failure(let failure): unknown[field.name] = failure.reason
      }
    }
  }

  /// The fields that stand in config.json itself, for a model that the catalog does not know; nil without a
  /// `model_type`. O(fields).
  init?(_ json: JSONValue) {
    guard json.kind == .object, let type = json["model_type"]?.string else { return nil }
    self.init(modelType: type, values: [:])
    for member in json.members where !member.value.isNull {
      if member.value.kind == .object, member.value.members.count(where: { _ in true }) > Self.mostMembers { continue }
      values[member.key] = Value(CatalogValue(member.value))
    }
  }
}

extension ConfigFields.Value {
  init(_ value: CatalogValue) {
    switch value {
    case .none: self = .none
    case .config(let inner): self = .object(ConfigFields(inner).values)
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .integer(value)
    case .double(let value): self = .real(value)
    case .string(let value): self = .text(value)
    case .list(let values): self = .list(values.map { Self($0) })
    case .dictionary(let dictionary):
      var members: [String: Self] = [:]
      for (key, value) in zip(dictionary.keys, dictionary.values) { members[key] = Self(value) }
      self = .object(members)
    }
  }
}

extension ModuleTree.Draft {
  /// The configs of the models in the tree, each at the innermost model that uses it, in the order of the models.
  func configurations() -> [ModuleTree.ModelConfiguration] {
    var innermost: [ObjectIdentifier: Int] = [:]
    for (index, model) in models.enumerated() { innermost[ObjectIdentifier(model.config)] = index }
    return models.enumerated().compactMap { index, model in
      guard innermost[ObjectIdentifier(model.config)] == index else { return nil }
      return ModuleTree.ModelConfiguration(path: tree.path(of: model.module), fields: ConfigFields(model.config))
    }
  }
}
