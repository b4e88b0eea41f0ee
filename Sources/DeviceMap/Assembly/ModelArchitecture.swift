/// Which class of model is built.
struct ModelArchitecture {
  /// What the caller or config.json names, or the class that `auto_map` leads to.
  let named: String?
  /// The class to look for in the catalog: the one named, or what the reference builds in its place.
  let built: String?
  /// What was assumed, if anything.
  let note: Note?

  /// - Parameter wanted: the class that the caller asks for.
  init(_ config: ModelConfig?, _ wanted: String?, _ session: CatalogSession) throws(TreeError) {
    var named = wanted
    if named == nil { named = try config?.namedArchitecture() }
    guard wanted == nil, let config else {
      (self.named, built, note) = (named, named, nil)
      return
    }
    if let remote = try Self.remote(config, session) { named = remote }
    self.named = named
    guard let assumed = Self.assumed(named, config, session) else {
      (built, note) = (named, nil)
      return
    }
    let what = named.map { "config.json names \($0), which is not known" } ?? "config.json names no architecture"
    built = assumed
    note = Note(code: "architecture-assumed", "\(what); \(assumed) is assumed")
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

  /// The class to take when config.json names none (the base model of its type), or one that only the checkpoint's own
  /// code or an old release has (`KimiK25ForConditionalGeneration`, `T5WithLMHeadModel`): what the reference builds of that
  /// type for the same task.
  private static func assumed(_ name: String?, _ config: ModelConfig, _ session: CatalogSession) -> String? {
    let catalog = session.catalog
    guard let type = config.modelType else { return nil }
    var tables = ["AutoModel"]
    if let name {
      guard catalog.lookUp(.model, name) == nil else { return nil }
      tables = tasks.first { name.hasSuffix($0.ending) }?.tables ?? []
    }
    let row = tables.lazy.compactMap { catalog.lookUp(.auto, "\($0) \(type)") }.first
    return row?.split(separator: " ").first.map(String.init)
  }

  /// The auto classes for the last part of a class name.
  private static let tasks = [
    (ending: "ForCausalLM", tables: ["AutoModelForCausalLM"]),
    (ending: "LMHeadModel", tables: ["AutoModelForSeq2SeqLM", "AutoModelForCausalLM"]),
    (ending: "ForConditionalGeneration", tables: ["AutoModelForImageTextToText", "AutoModelForSeq2SeqLM"]),
  ]
}
