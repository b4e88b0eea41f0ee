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
    var call = ["    \(Self.quoted(model)),"] + Self.words(of: loading)
    call.append("    device_map=device_map,")
    if usesDisk { call.append("    offload_folder=\"offload\",") }
    return ["from transformers import \(Self.classes(architecture, loading))", ""] + map()
      + ["model = \(architecture).from_pretrained("] + call + [")"]
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
    return (lines + code(loading)).map { "    \($0)," }
  }

  /// The words of any call that reads the repository: its state, and whether its code may run.
  private static func code(_ loading: ModelLoading) -> [String] {
    (loading.revision.map { ["revision=\(quoted($0))"] } ?? [])
      + (loading.codeClass == nil ? [] : ["trust_remote_code=True"])
  }

  private func accelerate() throws(ExportError) -> [String] {
    if case .packed(let bits) = loading.request {
      throw .refused(
        .accelerate, reason: "loads weights as they are, and --dtype int\(bits) packs them while they are loaded",
        nearest: "transformers does that (--to transformers)")
    }
    // It reads files of a folder; which state of a repository is in it is for who downloads it.
    let classes = plan.tree.noSplitClasses.map(Self.quoted).joined(separator: ", ")
    var call = ["    model,", "    \(Self.quoted(model)),", "    device_map=device_map,"]
    if case .dtype(let dtype) = loading.request {
      call.append("    dtype=\(Self.quoted(dtype.torchName ?? dtype.name)),")
    }
    if usesDisk { call.append("    offload_folder=\"offload\",") }
    call.append("    no_split_module_classes=[\(classes)],")
    let config = ([Self.quoted(model)] + Self.code(loading)).joined(separator: ", ")
    let made =
      loading.codeClass == nil
      ? "\(architecture)(config)" : "\(architecture).from_config(config, trust_remote_code=True)"
    return [
      "from accelerate import init_empty_weights, load_checkpoint_and_dispatch",
      "from transformers import AutoConfig, \(architecture)", "",
    ] + map() + [
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
