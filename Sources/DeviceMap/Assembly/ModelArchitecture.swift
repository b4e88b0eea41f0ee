/// Which class of model is built, and the part of config.json that it is built from.
package struct ModelArchitecture {
  /// What the caller or config.json names, or the class that `auto_map` leads to.
  let named: String?
  /// The caller names the class.
  let isWanted: Bool
  /// The class that is built: the one named, or what the reference builds in its place. Nil where the catalog describes
  /// none.
  package private(set) var entry: ClassEntry?
  /// The object of config.json that describes it, and where it stands.
  package private(set) var config: (json: JSONValue, path: String)?
  /// The config class by which the class reads config.json, where that is not its own: the one of a model type that is
  /// built as a class of another family.
  private(set) var configClass: String?
  /// The model type, where it is known to nobody.
  private(set) var unknownType: String?
  /// What was assumed.
  var notes: [Note] = []

  /// - Parameter wanted: the class that the caller asks for.
  package init(_ config: ModelConfig?, _ wanted: String?, _ session: CatalogSession) throws(TreeError) {
    isWanted = wanted != nil
    guard let config else {
      named = wanted
      return
    }
    if let wanted {
      named = wanted
      try take(wanted, config, session)
      if let type = try flatType(config, session) { throw .configOfPart(architecture: wanted, modelType: type) }
      return
    }
    let remote = try Self.remote(config, session)
    let written = try config.namedArchitecture()
    let byText = remote == nil && written == nil ? try Self.namedByText(config, session) : nil
    named = remote ?? written ?? byText
    if let assumed = Self.assumed(named, config, session) {
      let what = named.map { "config.json names \($0), which is not known" } ?? "config.json names no architecture"
      notes.append(Note(code: "architecture-assumed", "\(what); \(assumed) is assumed"))
      try take(assumed, config, session)
      return
    }
    guard let named else { return }
    try take(named, config, session)
    if try isOfUnknownType(config, session) {
      unknownType = config.modelType
      entry = nil
      self.config = nil
      return
    }
    guard let type = try flatType(config, session) else { return }
    let text = Self.class(in: ["AutoModelForCausalLM"], type: type, session.catalog)
    guard let part = Self.task(of: named, type: type, session.catalog) ?? text else {
      throw .configOfPart(architecture: named, modelType: type)
    }
    notes.append(
      Note(
        .warning, code: "architecture-assumed",
        "config.json names \(named), but its fields are those of \(type) alone: \(part) is assumed"))
    try take(part, config, session)
  }

  /// Takes a class, with the part of config.json that from_pretrained reads for it: the part that its config class is the
  /// one of (`base_config_key`), or one of its model type where config.json has another.
  mutating func take(_ name: String, _ config: ModelConfig, _ session: CatalogSession) throws(TreeError) {
    entry = nil
    self.config = nil
    do throws(CatalogError) {
      guard let unitName = session.catalog.lookUp(.model, name),
        let entry = try session.unit(unitName)?.classEntry(name)
      else { return }
      self.entry = entry
      self.config = (config.json, "")
      configClass = Self.configClass(for: name, config, session.catalog)
      guard configClass == nil, let kind = try session.configKind(entry.config ?? "", from: entry.unit) else { return }
      if let key = kind.baseConfigKeys.first(where: { config[$0]?.kind == .object }), let part = config[key] {
        self.config = (part, key)
      } else if let type = config.modelType, type != kind.modelType, !kind.modelType.isEmpty {
        // Of several parts of the type the last one counts.
        for member in config.json.members
        where member.value.kind == .object && member.value["model_type"]?.string == kind.modelType {
          self.config = (member.value, member.key)
        }
        if self.config?.path == "", let key = try Self.part(of: type, kind, config, session), let part = config[key] {
          self.config = (part, key)
          notes.append(
            Note(
              .warning, code: "architecture-of-part",
              "config.json describes a \(type), of which \(name) is a part: its \(key) is taken; transformers would "
                + "not find it"))
        } else if self.config?.path == "", isWanted,
          session.catalog.lookUp(.type, type) != nil, !session.catalog.isOfCheckpointCode(type: type)
        {
          notes.append(
            Note(
              .warning, code: "architecture-of-other-type",
              "config.json describes a \(type), and \(name) is a class of \(kind.modelType): what the two name alike is taken, "
                + "all else is by the defaults of the class, as transformers does it"))
        }
      }
    } catch {
      throw .catalog(error)
    }
  }

  /// The config class of a model type that the auto classes build as `name`, a class of another family (`exaone` as
  /// LlamaForCausalLM); nil where the class's own config is the one.
  private static func configClass(for name: String, _ config: ModelConfig, _ catalog: Catalog) -> String? {
    guard let type = config.modelType, let place = catalog.lookUp(.type, type),
      let unit = catalog.lookUp(.model, name), !place.hasPrefix(unit + ".")
    else { return nil }
    let builds = ["AutoModelForCausalLM", "AutoModel", "AutoModelForImageTextToText"].contains { table in
      catalog.lookUp(.auto, "\(table) \(type)")?.split(separator: " ").contains { $0 == name } ?? false
    }
    return builds ? place : nil
  }

  /// The field of a composite of some model type that holds the config of a part, where config.json has it.
  private static func part(
    of type: String, _ kind: ConfigKind, _ config: ModelConfig, _ session: CatalogSession
  ) throws(CatalogError) -> String? {
    guard let place = session.catalog.lookUp(.type, type), let whole = try session.configKind(place, from: kind.unit)
    else { return nil }
    var keys: [String] = []
    for (name, sub) in whole.subConfigs where config[session.symbols[name]]?.kind == .object {
      let target = sub.isByType ? session.catalog.lookUp(.type, sub.target) : sub.target
      guard let target, let found = try session.configKind(target, from: whole.unit), found === kind else { continue }
      keys.append(session.symbols[name])
    }
    return keys.min { $0.precedes($1) }
  }

  /// The model type of config.json where that is the config of a part, and the class is a composite of which it has
  /// nothing: all would be built by its defaults.
  private func flatType(_ config: ModelConfig, _ session: CatalogSession) throws(TreeError) -> String? {
    guard let entry, self.config?.path == "", let type = config.modelType else { return nil }
    let kind: ConfigKind?
    do throws(CatalogError) {
      kind = try session.configKind(entry.config ?? "", from: entry.unit)
    } catch {
      throw .catalog(error)
    }
    guard let kind, !kind.modelType.isEmpty, kind.modelType != type, !kind.subConfigs.isEmpty,
      session.catalog.lookUp(.type, type) != nil
    else { return nil }
    for (name, sub) in kind.subConfigs {
      if sub.isFlat || config[session.symbols[name]] != nil { return nil }
    }
    return type
  }

  /// Whether the model type of config.json is one that nobody knows, so that its fields need not be those that the class
  /// reads. A class of a checkpoint's own code has whatever type its authors gave it.
  private func isOfUnknownType(_ config: ModelConfig, _ session: CatalogSession) throws(TreeError) -> Bool {
    guard let entry, !entry.isRemote, self.config?.path == "", let type = config.modelType, !type.isEmpty,
      session.catalog.lookUp(.type, type) == nil
    else { return false }
    do throws(CatalogError) {
      let kind = try session.configKind(entry.config ?? "", from: entry.unit)
      return kind.map { !$0.modelType.isEmpty && $0.modelType != type } ?? false
    } catch {
      throw .catalog(error)
    }
  }

  /// The class that `auto_map` names, when the catalog describes it: files with code of their own are loaded as that class,
  /// whatever `architectures` says.
  private static func remote(_ config: ModelConfig, _ session: CatalogSession) throws(TreeError) -> String? {
    guard let map = config["auto_map"], map.kind == .object,
      let reference = (map["AutoModelForCausalLM"] ?? map["AutoModel"])?.string
    else { return nil }
    let name = reference.utf8.lastIndex(of: UInt8(ascii: ".")).map { reference[reference.utf8.index(after: $0)...] }
    guard let name, let unitName = session.catalog.lookUp(.model, String(name)) else { return nil }
    do throws(CatalogError) {
      let entry = try session.unit(unitName)?.classEntry(String(name))
      return entry?.isRemote == true ? String(name) : nil
    } catch {
      throw .catalog(error)
    }
  }

  /// The class that the text part names for the whole: the composite configs of transformers 4 write there what is set on
  /// them.
  private static func namedByText(_ config: ModelConfig, _ session: CatalogSession) throws(TreeError) -> String? {
    guard let name = config["text_config"]?["architectures"]?[0]?.string, let type = config.modelType,
      let unit = session.catalog.lookUp(.model, name)
    else { return nil }
    do throws(CatalogError) {
      guard let entry = try session.unit(unit)?.classEntry(name) else { return nil }
      return try session.configKind(entry.config ?? "", from: entry.unit)?.modelType == type ? name : nil
    } catch {
      throw .catalog(error)
    }
  }

  /// The class to take when config.json names none (the base model of its type), or one that only the checkpoint's own
  /// code or an old release has (`KimiK25ForConditionalGeneration`, `T5WithLMHeadModel`): what the reference builds of that
  /// type for the same task.
  private static func assumed(_ name: String?, _ config: ModelConfig, _ session: CatalogSession) -> String? {
    guard let type = config.modelType else { return nil }
    guard let name else { return self.class(in: ["AutoModel"], type: type, session.catalog) }
    guard session.catalog.lookUp(.model, name) == nil else { return nil }
    return task(of: name, type: type, session.catalog)
  }

  /// The class of a model type for the task that the last part of a class name tells.
  private static func task(of name: String, type: String, _ catalog: Catalog) -> String? {
    self.class(in: tasks.first { name.hasSuffix($0.ending) }?.tables ?? [], type: type, catalog)
  }

  private static func `class`(in tables: [String], type: String, _ catalog: Catalog) -> String? {
    let row = tables.lazy.compactMap { catalog.lookUp(.auto, "\($0) \(type)") }.first
    return row?.split(separator: " ").first.map(String.init)
  }

  /// The auto classes for the last part of a class name.
  private static let tasks = [
    (ending: "ForCausalLM", tables: ["AutoModelForCausalLM"]),
    (ending: "LMHeadModel", tables: ["AutoModelForSeq2SeqLM", "AutoModelForCausalLM"]),
    (
      ending: "ForConditionalGeneration",
      tables: ["AutoModelForImageTextToText", "AutoModelForSeq2SeqLM"]
    ),
  ]
}
