/// Python lines that load a model with a plan's device_map, for transformers and accelerate.
struct PythonLoading {
  private let plan: Plan
  private let model: String

  init(_ plan: Plan, model: String) {
    self.plan = plan
    self.model = model
  }

  func lines(_ target: ExportTarget) -> [String] {
    target == .accelerate ? accelerate() : transformers()
  }

  /// The class as config.json names it, where that is a name and not some other text.
  private var architecture: String {
    let name = plan.tree.architecture ?? ""
    let isName = name.utf8.allSatisfy { $0.isDigit || $0.isLetter } && name.utf8.first?.isLetter == true
    return isName ? name : "AutoModelForCausalLM"
  }

  private var usesDisk: Bool { plan.deviceMap.contains { $0.device == .disk } }

  private func transformers() -> [String] {
    var call = ["    \(Self.quoted(model)),", "    dtype=\"auto\",", "    device_map=device_map,"]
    if usesDisk { call.append("    offload_folder=\"offload\",") }
    return ["from transformers import \(architecture)", ""] + map()
      + ["model = \(architecture).from_pretrained("] + call + [")"]
  }

  private func accelerate() -> [String] {
    let classes = plan.tree.noSplitClasses.map(Self.quoted).joined(separator: ", ")
    var call = ["    model,", "    \(Self.quoted(model)),", "    device_map=device_map,"]
    if usesDisk { call.append("    offload_folder=\"offload\",") }
    call.append("    no_split_module_classes=[\(classes)],")
    return [
      "from accelerate import init_empty_weights, load_checkpoint_and_dispatch",
      "from transformers import AutoConfig, \(architecture)", "",
    ] + map() + [
      "config = AutoConfig.from_pretrained(\(Self.quoted(model)))", "with init_empty_weights():",
      "    model = \(architecture)(config)", "model.tie_weights()", "model = load_checkpoint_and_dispatch(",
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
