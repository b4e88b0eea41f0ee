/// The dtype in which a model is loaded, as `from_pretrained(dtype="auto")` of transformers 5.23.0 decides it
/// (`_get_dtype`): what the caller asks for, `dtype` of config.json, `metadata.dtype` of the index, the first floating
/// tensor of the first file. With a config alone the parts of a composite are asked, which are published in one dtype.
struct LoadedDType {
  /// Nil when nothing says it.
  var dtype: DType?
  /// What the reference would not do, or what had to be assumed.
  var notes: [Note] = []
  /// It is for the files to say.
  private var isFromFiles = false

  /// - Parameters:
  ///   - index: `metadata.dtype` of the index, as it is written.
  ///   - files: the first floating dtype of the files, nil without files.
  init(
    _ config: ModelConfig?, index: String?, files: DType?, loading: LoadingDType, hasFiles: Bool
  ) throws(TreeError) {
    if case .fixed(let asked) = loading {
      dtype = asked
      return
    }
    if let found = try config?.namedDType() {
      dtype = found.dtype
      if let note = Self.refusal(found.written, found.dtype, at: found.key) { notes.append(note) }
      return
    }
    if let index {
      if let named = DType(torchName: index) {
        dtype = named
        if let note = Self.refusal(index, named, at: "metadata.dtype of the index") { notes.append(note) }
        return
      }
      notes.append(
        Note(.warning, code: "dtype-not-read", "metadata.dtype of the index, '\(index)', is no dtype of torch"))
    }
    dtype = files
    isFromFiles = hasFiles && config != nil
    if !hasFiles, let config { dtype = Self.nested(config.json, depth: 0) }
  }

  /// What transformers would do with a dtype that it does not take, nil when it takes it.
  private static func refusal(_ written: String, _ dtype: DType, at key: String) -> Note? {
    let reason: String
    if written.hasPrefix("torch.") {
      reason = "write it without 'torch.'"
    } else if !dtype.isFloatingPoint {
      reason = "it is no floating type"
    } else if dtype.isPacked {
      reason = "a model cannot be built in it"
    } else {
      return nil
    }
    return Note(
      .warning, code: "dtype-refused",
      "transformers does not load a model whose \(key) is '\(written)': \(reason)")
  }

  /// The parts that are asked first; the others follow in the order of the file.
  private static let textParts = [
    "text_config", "llm_config", "language_config", "thinker_config", "decoder", "talker_config",
  ]

  /// The dtype that a part of a composite names, the language model's before others'.
  private static func nested(_ config: JSONValue, depth: Int) -> DType? {
    guard depth < 4, config.kind == .object else { return nil }
    var parts = textParts.compactMap { config[$0] }
    for member in config.members where member.value.kind == .object && !textParts.contains(member.key) {
      let key = member.key
      let isPart = key.hasSuffix("_config") && !QuantizationConfig.keys.contains(key) || key == "encoder"
      if isPart { parts.append(member.value) }
    }
    for part in parts where part.kind == .object {
      for key in ["dtype", "torch_dtype"] {
        if let name = part[key]?.string, let dtype = DType(torchName: name) { return dtype }
      }
      if let deeper = nested(part, depth: depth + 1) { return deeper }
    }
    return nil
  }

  /// Takes what models in a format are published in where nothing names a dtype, and says so.
  mutating func assume(packing: QuantizationFormat?, hasFiles: Bool) {
    if isFromFiles, packing == nil, dtype?.isPacked ?? true {
      let found = dtype.map { "the files hold \($0.torchName ?? $0.name) alone" } ?? "the files hold no floating tensor"
      notes.append(
        Note(
          .warning, code: "dtype-refused",
          "transformers does not load this: nothing names a dtype, and \(found), in which no model can be built; --dtype "
            + "gives another"))
    }
    guard dtype == nil, !hasFiles else { return }
    let assumed: DType = packing == nil ? .f32 : .bf16
    let name = assumed.torchName ?? assumed.name
    let why = packing.map { ", in which \($0.name) checkpoints keep what is not packed" } ?? ""
    notes.append(
      Note(.warning, code: "dtype-assumed", "\(name) assumed\(why): nothing names a dtype; --dtype gives another"))
    dtype = assumed
  }
}
