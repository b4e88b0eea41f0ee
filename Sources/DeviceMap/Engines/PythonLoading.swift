/// Python lines that load a model with a plan's device_map, for transformers and accelerate.
struct PythonLoading {
  private let plan: Plan
  private let model: String

  init(_ plan: Plan, model: String) {
    self.plan = plan
    self.model = model
  }

  /// - Throws: ``ExportError`` when the call cannot load what was planned.
  func lines(_ target: ExportTarget) throws(ExportError) -> [String] {
    if case .dtype(let dtype) = loading.request, ![.f16, .bf16, .f32, .f64].contains(dtype) {
      throw .refused(
        target, reason: "builds no model for --dtype \(loading.dtypeWord ?? dtype.name)",
        nearest: "plan a checkpoint whose files are packed, or leave --dtype out")
    }
    try Self.checkFiles(loading, target)
    return target == .accelerate ? try accelerate() : transformers()
  }

  private var loading: ModelLoading { plan.tree.loading }

  /// The class as config.json names it, where that is a name and not some other text; of code beside the checkpoint the
  /// one that runs it.
  private var architecture: String {
    if let name = loading.codeClass { return name }
    let name = plan.tree.architecture ?? ""
    let isName = name.utf8.allSatisfy { $0.isDigit || $0.isLetter } && name.utf8.first?.isLetter == true
    return isName ? name : "AutoModelForCausalLM"
  }

  private var usesDisk: Bool { plan.deviceMap.contains { $0.device == .disk } }

  private func transformers() -> [String] {
    var call = ["    \(Self.name(model, loading)),"] + Self.words(of: loading)
    call.append("    device_map=device_map,")
    if usesDisk { call.append("    offload_folder=\"offload\",") }
    return Self.hub(loading) + ["from transformers import \(Self.classes(architecture, loading))", ""] + map()
      + ["model = \(architecture).from_pretrained("] + call + [")"]
  }

  /// - Throws: ``ExportError`` where the weights that were chosen are not those that the call finds.
  static func checkFiles(_ loading: ModelLoading, _ target: ExportTarget) throws(ExportError) {
    guard let file = loading.place.files.first else { return }
    switch loading.place.names {
    case .usual: return
    case .variant where target == .transformers: return
    case .variant, .other:
      throw .refused(
        target, reason: "looks for model.safetensors or its index, and '\(file)' was chosen beside others",
        nearest: "put it into a folder of its own under that name, with its config.json, and plan that")
    }
  }

  /// The lines that stand first: which server, and whose client downloads what transformers does not.
  static func hub(_ loading: ModelLoading, isDownloaded: Bool = false) -> [String] {
    var lines = loading.lines(nil)
    if loading.place.isModelScope {
      lines.append("from modelscope import snapshot_download")
    } else if isDownloaded {
      lines.append("from huggingface_hub import snapshot_download")
    }
    return lines
  }

  /// The word for the model: its name, or the folder into which ModelScope's client downloads it.
  static func name(_ model: String, _ loading: ModelLoading) -> String {
    loading.place.isModelScope ? download(model, loading) : quoted(model)
  }

  private static func download(_ model: String, _ loading: ModelLoading) -> String {
    let revision = loading.revision.map { ", revision=\(quoted($0))" } ?? ""
    return "snapshot_download(\(quoted(model))\(revision))"
  }

  /// What is imported to load a class.
  static func classes(_ name: String, _ loading: ModelLoading) -> String {
    guard case .packed = loading.request else { return name }
    return [name, packingClass].sorted().joined(separator: ", ")
  }

  private static let packingClass = "BitsAndBytesConfig"

  /// The lines of `from_pretrained` that say in which dtype, in which state and by whose code a model is loaded.
  static func words(of loading: ModelLoading) -> [String] {
    var lines: [String] = []
    switch loading.request {
    case .automatic: lines.append("dtype=\"auto\"")
    case .unasked: break
    case .dtype(let dtype): lines.append("dtype=\(quoted(dtype.torchName ?? dtype.name))")
    case .packed(let bits):
      lines += ["dtype=\"auto\"", "quantization_config=\(packingClass)(load_in_\(bits)bit=True)"]
    }
    lines += code(loading)
    if case .variant(let word) = loading.place.names { lines.append("variant=\(quoted(word))") }
    return lines.map { "    \($0)," }
  }

  /// The words of any call that reads the repository: its state, and whether its code may run.
  private static func code(_ loading: ModelLoading) -> [String] {
    let place = loading.place
    var words: [String] = []
    if !place.isModelScope, let revision = loading.revision { words.append("revision=\(quoted(revision))") }
    if let folder = place.folder { words.append("subfolder=\(quoted(folder))") }
    return words + (loading.codeClass == nil ? [] : ["trust_remote_code=True"])
  }

  private func accelerate() throws(ExportError) -> [String] {
    if case .packed(let bits) = loading.request {
      throw .refused(
        .accelerate, reason: "loads weights as they are, and --dtype int\(bits) packs them while they are loaded",
        nearest: "transformers does that (--to transformers)")
    }
    if let name = loading.renamedTensor {
      throw .refused(
        .accelerate, reason: "loads tensors by the names that files give them, and none has a '\(name)'",
        nearest: "transformers renames them while it loads (--to transformers)")
    }
    // It reads the files of a folder, and downloads none.
    let isDownloaded = loading.place.isRepository
    let path = isDownloaded ? "path" : Self.quoted(model)
    var folder: [String] = []
    if isDownloaded {
      let below = loading.place.folder.map { " + \(Self.quoted("/" + $0))" } ?? ""
      folder.append("path = \(Self.download(model, loading))\(below)")
    }
    let classes = plan.tree.noSplitClasses.map(Self.quoted).joined(separator: ", ")
    var call = ["    model,", "    \(path),", "    device_map=device_map,"]
    if case .dtype(let dtype) = loading.request {
      call.append("    dtype=\(Self.quoted(dtype.torchName ?? dtype.name)),")
    }
    if usesDisk { call.append("    offload_folder=\"offload\",") }
    call.append("    no_split_module_classes=[\(classes)],")
    let config = path + (loading.codeClass == nil ? "" : ", trust_remote_code=True")
    let made =
      loading.codeClass == nil
      ? "\(architecture)(config)" : "\(architecture).from_config(config, trust_remote_code=True)"
    return Self.hub(loading, isDownloaded: isDownloaded) + [
      "from accelerate import init_empty_weights, load_checkpoint_and_dispatch",
      "from transformers import AutoConfig, \(architecture)", "",
    ] + map() + folder + [
      "config = AutoConfig.from_pretrained(\(config))", "with init_empty_weights():",
      "    model = \(made)", "model.tie_weights()", "model = load_checkpoint_and_dispatch(",
    ] + call + [")"]
  }

  /// The map as a Python dict: GPUs as integers.
  private func map() -> [String] {
    ["device_map = {"]
      + plan.deviceMap.map { entry in
        let device = if case .gpu(let id) = entry.device { "\(id)" } else { Self.quoted(entry.device.description) }
        return "    \(Self.quoted(entry.path)): \(device),"
      } + ["}"]
  }

  /// A Python string in double quotes; everything but printable ASCII is escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case " "..."~": result.unicodeScalars.append(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value > 0xFFFF ? 8 : 4
        result += (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
      }
    }
    return result + "\""
  }
}
