/// Something that is wrong with a placement, be it a plan or a map that somebody wrote.
public enum PlacementFinding: Hashable, Sendable {
  /// A block lies on several devices. It fails where the parts compute on different ones.
  case blockCut(BlockCut)
  /// Tensors that share one storage lie on several devices.
  case tiesApart(tensors: [String], devices: [Device])
  /// A single tensor of a module is on the cpu or on disk while the module computes elsewhere: the references bring
  /// whole modules, not single tensors.
  case strandedTensor(path: String, device: Device)
  /// The first parameter is on the cpu or on disk while accelerators are in use, so that `model.device` is none.
  case firstOffloaded(path: String, device: Device)
  /// Parameters that are in no file are on disk, where loading and running look for them in the files.
  case absentOnDisk(path: String, count: Int)
  /// Parameters that code beside the forward of their modules reads are on disk, or on the cpu while accelerators compute:
  /// they are brought for that forward alone. Fatal for every run, or for those alone that read them: with images, sound or
  /// points, after the first token.
  case readOutside(path: String, count: Int, device: Device, isFatal: Bool)
  /// What is kept in float32 is on disk, from where transformers reads it in the dtype of the model.
  case roundedOnDisk(path: String, count: Int)
  /// A device carries more than its budget, in bytes.
  case overBudget(device: Device, used: Int, budget: Int)
  /// Parts are on the cpu or on disk, where the format of packed weights does not allow it.
  case hostRefused(format: String, [Device], bytes: Int)
  /// Weights of a training are on devices from where none runs: on disk, or on the cpu beside accelerators.
  case trainingOffloaded([Device], bytes: Int)
  /// What a model keeps for the backward pass is not known, so that nobody can say that a training fits.
  case activationsUnknown
  /// What running takes beside the weights is not known of this class, so that nobody can say that it fits.
  case runningUnknown(className: String, reason: String)
  /// No key covers these tensors: the outermost module (or tensor) that is wholly uncovered, and its bytes.
  case uncovered(path: String, bytes: Int, isSaved: Bool)
  /// No key covers these tensors, and all keys name the cpu, where transformers loads them, too: the outermost module (or
  /// tensor), and its bytes.
  case leftToCPU(path: String, bytes: Int)
  /// The key of a map matches no module and no tensor.
  case deadKey(String)
  /// The device of a key is none that device maps know, or none of max_memory.
  case unknownDevice(key: String, device: String)
  /// The key stands in the map more than once.
  case repeatedKey(String)

  /// A block that is cut.
  public struct BlockCut: Hashable, Sendable {
    /// The path of the block.
    public var path: String
    /// Its Python class.
    public var className: String
    /// Where its parts are, in device order.
    public var devices: [Device]
    /// The class is one that must not be cut, and its parts compute on different devices.
    public var isFatal: Bool

    /// - Parameters:
    ///   - path: of the block.
    ///   - className: its Python class.
    ///   - devices: where its parts are.
    ///   - isFatal: whether the model fails to run so.
    public init(path: String, className: String, devices: [Device], isFatal: Bool) {
      self.path = path
      self.className = className
      self.devices = devices
      self.isFatal = isFatal
    }
  }

  /// Whether a model with this placement fails to load or to run; else it is only not as it should be.
  ///
  /// - Complexity: O(devices).
  public var isError: Bool {
    switch self {
    case .blockCut(let cut): cut.isFatal
    case .readOutside(_, _, _, let isFatal): isFatal
    case .strandedTensor(_, let device): device == .disk
    case .uncovered(_, _, let isSaved): isSaved
    // Keys that nothing needs are passed over, and of a key that stands twice the last counts.
    case .firstOffloaded, .roundedOnDisk, .leftToCPU, .deadKey, .repeatedKey: false
    // From the cpu each module is brought what it needs; on disk there is one name for both, on two GPUs one place.
    case .tiesApart(_, let devices): devices.contains(.disk) || devices.count(where: \.isAccelerator) > 1
    case .absentOnDisk, .overBudget, .hostRefused, .trainingOffloaded, .activationsUnknown,
      .runningUnknown, .unknownDevice:
      true
    }
  }

  /// Whether it is no question of room, but one that nobody can answer.
  var isOfUnknown: Bool {
    switch self {
    case .activationsUnknown, .runningUnknown: true
    default: false
    }
  }

  /// A stable identifier for programs.
  public var code: String {
    switch self {
    case .blockCut: "block-cut"
    case .tiesApart: "ties-apart"
    case .strandedTensor: "stranded-tensor"
    case .firstOffloaded: "first-offloaded"
    case .absentOnDisk: "absent-on-disk"
    case .readOutside: "read-outside"
    case .roundedOnDisk: "rounded-on-disk"
    case .overBudget: "over-budget"
    case .hostRefused: "host-refused"
    case .trainingOffloaded: "training-offloaded"
    case .activationsUnknown: "activations-unknown"
    case .runningUnknown: "running-unknown"
    case .uncovered: "uncovered"
    case .leftToCPU: "left-to-cpu"
    case .deadKey: "dead-key"
    case .unknownDevice: "unknown-device"
    case .repeatedKey: "repeated-key"
    }
  }

  /// How bad it is, in the word that plans, checks and pages use.
  public var severity: Note.Severity { isError ? .error : .warning }

  /// The finding as a remark of a plan.
  package var note: Note { Note(severity, code: code, description) }
}

extension PlacementFinding: CustomStringConvertible {
  public var description: String {
    switch self {
    case .blockCut(let cut):
      "\(cut.path) (\(cut.className)) is cut between \(Self.names(cut.devices))"
        + (cut.isFatal ? "; it must stay whole" : "; whole it would be faster")
    case .tiesApart(let tensors, let devices):
      "\(tensors.joined(separator: " and ")) share one storage but are on \(Self.names(devices))"
    case .strandedTensor(let path, let device):
      "\(path) is on \(device.title) alone, without its module, which computes elsewhere"
    case .firstOffloaded(let path, let device):
      "\(path), the first parameter, is on \(device.title) while accelerators are in use: code that asks for the "
        + "device of the model gets none"
    case .absentOnDisk(let path, let count):
      "\(path)\(count > 1 ? " and \(count - 1) more are" : " is") in no file and on disk, where there is nothing to read: "
        + "transformers raises a KeyError"
    case .readOutside(let path, let count, let device, let isFatal):
      "\(path)\(count > 1 ? " and \(count - 1) more are" : " is") on \(device.title) and read by other code than the forward of "
        + "\(count > 1 ? "their modules" : "its module"), for which alone it is brought: "
        + (isFatal
          ? "running the model fails"
          : "runs that read it fail (with images, sound or points, or after the first token)")
    case .roundedOnDisk(let path, let count):
      "\(path)\(count > 1 ? " and \(count - 1) more are" : " is") kept in float32 and on disk, from where transformers reads "
        + "\(count > 1 ? "them" : "it") in the dtype of the model: outputs differ a little"
    case .overBudget(let device, let used, let budget):
      "\(device.title) holds \(ByteText.size(used)), \(ByteText.size(used - budget)) more than its budget of "
        + ByteText.size(budget)
    case .hostRefused(let format, let devices, let bytes):
      devices.contains(where: \.isAccelerator)
        ? "\(format) weights are loaded on one device alone, and \(ByteText.size(bytes)) of the model are on "
          + devices.map(\.title).joined(separator: " and ")
        : "\(format) weights cannot be on \(devices.map(\.title).joined(separator: " or ")), where "
          + "\(ByteText.size(bytes)) of the model are"
    case .trainingOffloaded(let devices, let bytes):
      "the training does not fit: \(ByteText.size(bytes)) of the weights are left for "
        + "\(devices.map(\.title).joined(separator: " and ")), from where none runs"
    case .activationsUnknown:
      "what this model keeps for the backward pass is not known: weights, gradients and optimizer alone are counted"
    case .runningUnknown(let className, let reason):
      "what running \(className) takes beside its weights is not known and not counted (cache, working memory, logits): "
        + reason
    case .uncovered(let path, let bytes, let isSaved):
      "\(path.isEmpty ? "the whole model" : path) (\(ByteText.size(bytes))) has no device"
        + (isSaved ? "" : "; it is in no file, so loading goes on without")
    case .leftToCPU(let path, let bytes):
      "\(path.isEmpty ? "the whole model" : path) (\(ByteText.size(bytes))) has no device: transformers leaves it to the cpu, "
        + "where the rest is; accelerate refuses the map"
    case .deadKey(let key): "'\(key)' matches no module or tensor of the model"
    case .unknownDevice(let key, let device): "'\(key)' is on '\(device)', which is no device that is known here"
    case .repeatedKey(let key): "'\(key)' stands in the map more than once"
    }
  }

  private static func names(_ devices: [Device]) -> String { devices.map(\.title).joined(separator: " and ") }
}
