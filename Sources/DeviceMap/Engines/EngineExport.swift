/// A plan in the words of one engine: the text to paste, or the file to pass.
public struct EngineExport: Sendable, Hashable {
  /// The engine that the text is for.
  public let target: ExportTarget
  /// Lines, each with its line break; comment lines say the bytes of each stage.
  public let text: String
}

extension Plan {
  /// The plan as an engine takes it.
  ///
  /// - Parameters:
  ///   - target: the engine; `transformers` and `accelerate` take any map, the others stages of whole layers.
  ///   - model: the path or id that the engine is to load.
  /// - Throws: ``ExportError`` with the reason, when the engine cannot express the plan; ``ExportError/outline`` when it
  ///   takes stages and the plan was read from JSON.
  /// - Complexity: O(modules + tensors).
  public func export(to target: ExportTarget, model: String) throws(ExportError) -> EngineExport {
    let lines: [String]
    switch target {
    case .transformers, .accelerate: lines = try PythonLoading(self, model: model).lines(target)
    case .tensorrtLLM:
      throw .refused(
        target, reason: "places layers itself (tensor_split, the first ranks get one more) and takes no list",
        nearest: "vLLM and SGLang take these stages")
    case .ollama:
      throw .refused(
        target, reason: "takes only a number of layers on the GPU (num_gpu) and splits them itself",
        nearest: "llama.cpp, which it runs, takes these stages (--to llama.cpp)")
    default:
      let stages = try PipelineStages(self)
      lines = try StageText(self, stages, model: model).lines(target)
    }
    return EngineExport(target: target, text: lines.joined(separator: "\n") + "\n")
  }
}

/// What the texts of engines that take stages have in common.
struct StageText {
  let plan: Plan
  let stages: PipelineStages
  let model: String

  init(_ plan: Plan, _ stages: PipelineStages, model: String) {
    self.plan = plan
    self.stages = stages
    self.model = model
  }

  func lines(_ target: ExportTarget) throws(ExportError) -> [String] {
    switch target {
    case .vllm, .sglang: try serving(target)
    case .llamaCpp: try llamaCpp()
    case .mistralrs: try mistralrs()
    case .mistralrsTopology: try mistralrsTopology()
    case .mlx: try mlx()
    case .exo: try exo()
    case .torch: try torch()
    case .deepspeed: try deepspeed()
    case .megatron: try megatron()
    case .ktransformers: try ktransformers()
    default: [json()]
    }
  }

  /// One comment a stage: `# stage 0: GPU 0, layers 0-17, 31.2 GiB`.
  func comments(_ mark: String = "#") -> [String] {
    let word = plan.tree.loading.dtypeWord.map { ["\(mark) sizes are those of --dtype \($0)"] } ?? []
    return word
      + stages.stages.enumerated().map { index, stage in
        "\(mark) stage \(index): \(Self.name(stage.device)), \(Self.layers(stage.layers)), "
          + "\(ByteText.size(stage.weightBytes)) of weights"
          + (stage.hostExpertBytes > 0 ? ", \(ByteText.size(stage.hostExpertBytes)) of experts on the cpu" : "")
      }
  }

  static func name(_ device: Device) -> String {
    if case .gpu(let id) = device { "GPU \(id)" } else { device.description }
  }

  private static func layers(_ layers: Range<Int>) -> String {
    switch layers.count {
    case 0: "no layers"
    case 1: "layer \(layers.lowerBound)"
    default: "layers \(layers.lowerBound)-\(layers.upperBound - 1)"
    }
  }

  var counts: [Int] { stages.stages.map(\.layers.count) }

  /// The cpu and the disk, where any part of the model is on them.
  var hostDevices: [Device] {
    [Device.cpu, .disk].filter { device in
      stages.stages.contains { $0.device == device } || stages.hostEnds.contains(device)
        || device == .cpu && !stages.layersWithHostExperts.isEmpty
    }
  }

  /// Numbers of the GPUs in the order of the stages.
  ///
  /// - Throws: ``ExportError`` when a stage is on the cpu or on disk, or experts are.
  func gpus(_ target: ExportTarget, nearest: String) throws(ExportError) -> [Int] {
    let others = hostDevices
    guard others.isEmpty else { throw .refusedDevices(target, others, nearest: nearest) }
    return try stages.stages.map { stage throws(ExportError) in
      guard case .gpu(let id) = stage.device else {
        throw .refusedDevices(target, [stage.device], nearest: "mlx and llama.cpp do (--to mlx, --to llama.cpp)")
      }
      return id
    }
  }

  /// `CUDA_VISIBLE_DEVICES` for the GPUs of the stages, numbered as nvidia-smi does.
  static func visible(_ gpus: [Int]) -> String {
    "CUDA_DEVICE_ORDER=PCI_BUS_ID CUDA_VISIBLE_DEVICES=\(gpus.map(String.init).joined(separator: ","))"
  }

  /// ``visible(_:)`` before a command, with a space behind it; nothing where there are no GPUs.
  static func environment(_ gpus: [Int]) -> String { gpus.isEmpty ? "" : visible(gpus) + " " }

  /// A word of a shell command, quoted where it must be.
  static func shellWord(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "/._-+=:,@%".utf8.contains(byte)
        }
      }
    if isPlain { return text }
    let isPrintable = text.unicodeScalars.allSatisfy { (" "..."~").contains($0) } || text.printable == text
    guard isPrintable else { return "$'" + text.utf8.map(escaped).joined() + "'" }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// A byte as it stands within `$'...'` of a shell.
  private static func escaped(_ byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\\"): "\\" + String(UnicodeScalar(byte))
    case 0x20..<0x7F: String(UnicodeScalar(byte))
    default: "\\" + String(String(1 << 9 | Int(byte), radix: 8).suffix(3))
    }
  }

  var list: String { counts.map(String.init).joined(separator: ",") }
}
