/// What is wrong with a device_map, hand-written or old, for a given model.
///
///     let result = MapCheck(map: entries, tree: tree, sizes: sizes, maxMemory: budgets)
///     result.isValid           // false
///     result.findings          // what and where
///
/// Keys are matched as whole paths, and of keys that contain each other the deepest decides, as transformers 5.23.0
/// resolves them; `""` stands for the whole model.
public struct MapCheck: Sendable {
  /// One entry of the map as it is written: a path and the text of its device.
  public struct Entry: Hashable, Sendable {
    public var key: String
    /// `0`, `cuda:1`, `cpu`, ...
    public var device: String

    public init(key: String, device: String) {
      self.key = key
      self.device = device
    }
  }

  /// One defect.
  public enum Finding: Hashable, Sendable {
    /// No key covers these tensors: the outermost module (or tensor) that is wholly uncovered, and its bytes.
    case uncovered(path: String, bytes: Int)
    /// The key matches no module and no tensor.
    case deadKey(String)
    /// The device of the key is none that device maps know, or none of max_memory.
    case unknownDevice(key: String, device: String)
    /// The key stands in the file more than once.
    case repeatedKey(String)
    /// An instance of a no-split class, or of a repeated block where no such class is known, lies on more than one device.
    case blockCut(path: String, className: String, devices: [Device])
    /// Tensors that share one storage lie on different devices.
    case tiesApart(tensors: [String], devices: [Device])
    /// A device holds more than its budget; all three in bytes.
    case overBudget(device: Device, used: Int, budget: Int)
  }

  /// What one device holds.
  public struct Usage: Hashable, Sendable {
    public var device: Device
    /// Bytes, tied tensors once.
    public var bytes: Int
    /// Bytes; nil when there is none.
    public var budget: Int?
    /// Number of tensors.
    public var tensors: Int
  }

  public private(set) var findings: [Finding] = []
  /// Likely renames of dead keys, as templates (`transformer.layers.N`).
  public private(set) var renames: [RenameFinder.Rename] = []
  /// In device order.
  public private(set) var usage: [Usage] = []

  /// Whether the map places every tensor of the model, once, on known devices within their budgets, and cuts nothing.
  public var isValid: Bool { findings.isEmpty }

  private let tree: ModuleTree
  private let sizes: ModuleSizes
  /// Device of each tensor, nil where none is known.
  private var placed: [Device?]
  private var hasKey: [Bool]

  /// Checks `map` against `tree`.
  ///
  /// - Parameters:
  ///   - sizes: sizes as the engine in use counts them.
  ///   - budgets: bytes by device, nil for no limit; empty when budgets are not to be checked.
  /// - Complexity: O(modules + tensors + keys x depth).
  public init(
    map: [Entry], tree: ModuleTree, sizes: ModuleSizes, budgets: [(device: Device, bytes: Int?)] = []
  ) {
    self.tree = tree
    self.sizes = sizes
    placed = Array(repeating: nil, count: tree.tensors.count)
    hasKey = Array(repeating: false, count: tree.tensors.count)
    let dead = place(map, known: budgets.isEmpty ? nil : Set(budgets.map(\.device)))
    let uncovered = findUncovered()
    renames = RenameFinder.renames(from: dead, to: uncovered)
    findCutBlocks()
    findTiesApart()
    countUsage(budgets)
  }

  // MARK: - Keys

  /// Gives every tensor the device of its deepest key; returns the keys that match nothing.
  private mutating func place(_ map: [Entry], known: Set<Device>?) -> [String] {
    var dead: [String] = []
    var seen: Set<[UInt8]> = []
    var targets: [(range: Range<Int>, device: Device?)] = []
    for entry in map {
      if !seen.insert(Array(entry.key.utf8)).inserted { findings.append(.repeatedKey(entry.key)) }
      let device = Self.device(entry.device)
      if device.map({ known?.contains($0) == false && $0 != .disk }) ?? true {
        findings.append(.unknownDevice(key: entry.key, device: entry.device))
      }
      if let module = tree.module(at: entry.key) {
        targets.append((tree.allTensors(of: module), device))
      } else if let tensor = tree.tensor(atPath: entry.key) {
        targets.append((tensor..<tensor + 1, device))
      } else {
        findings.append(.deadKey(entry.key))
        dead.append(entry.key)
      }
    }
    // Ranges nest or are disjoint, so a deeper key has the smaller range: the larger ones are written first.
    for target in targets.sorted(by: { $0.range.count > $1.range.count }) {
      for tensor in target.range {
        placed[tensor] = target.device
        hasKey[tensor] = true
      }
    }
    return dead
  }

  /// In a map a type of GPU without an id is its first one, as in torch.
  private static func device(_ text: String) -> Device? {
    ["cuda", "xpu", "hip"].contains(text) ? .gpu(0) : Device(parsing: text)
  }

  // MARK: - ResolvedPlacement

  /// Reports the outermost wholly uncovered parts and returns the paths of every module in them, for renames.
  private mutating func findUncovered() -> [String] {
    var missing = [0]
    missing.reserveCapacity(hasKey.count + 1)
    for covered in hasKey { missing.append(missing[missing.count - 1] + (covered ? 0 : 1)) }
    var paths: [String] = []
    var module = 0
    var reportedUntil = 0
    while module < tree.count {
      let range = tree.allTensors(of: module)
      let count = missing[range.upperBound] - missing[range.lowerBound]
      if count == 0 {
        module = tree.end(of: module)
        continue
      }
      if count == range.count {
        if module >= reportedUntil {
          reportedUntil = tree.end(of: module)
          findings.append(.uncovered(path: tree.path(of: module), bytes: bytes(of: tree.allTensors(of: module))))
        }
        paths.append(tree.path(of: module))
      } else {
        for tensor in tree.ownTensors(of: module) where !hasKey[tensor] {
          findings.append(.uncovered(path: tree.path(ofTensor: tensor), bytes: bytes(of: tensor..<tensor + 1)))
        }
      }
      module += 1
    }
    return paths
  }

  private func bytes(of tensors: Range<Int>) -> Int { (sizes.bits(of: tensors) + 7) / 8 }

  // MARK: - Blocks and ties

  private mutating func findCutBlocks() {
    let isBlock = tree.wholeBlocks()
    var module = 0
    while module < tree.count {
      guard isBlock[module] else {
        module += 1
        continue
      }
      let devices = Set(tree.allTensors(of: module).compactMap { placed[$0] }).sorted()
      if devices.count > 1 {
        findings.append(
          .blockCut(path: tree.path(of: module), className: tree.className(of: module), devices: devices))
      }
      module = tree.end(of: module)
    }
  }

  private mutating func findTiesApart() {
    for group in tree.tiedGroups {
      let devices = Set(group.compactMap { placed[$0] }).sorted()
      guard devices.count > 1 else { continue }
      findings.append(.tiesApart(tensors: group.sorted().map { tree.path(ofTensor: $0) }, devices: devices))
    }
  }

  // MARK: - Budgets

  private mutating func countUsage(_ budgets: [(device: Device, bytes: Int?)]) {
    var bits: [Device: Int] = [:]
    var counts: [Device: Int] = [:]
    for (tensor, device) in placed.enumerated() {
      guard let device else { continue }
      bits[device, default: 0] += sizes.bits(ofTensor: tensor)
      counts[device, default: 0] += 1
    }
    let limits = Dictionary(budgets.map { ($0.device, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    for device in Set(bits.keys).union(limits.keys).sorted() {
      let used = ((bits[device] ?? 0) + 7) / 8
      let budget = limits[device] ?? nil
      usage.append(Usage(device: device, bytes: used, budget: budget, tensors: counts[device] ?? 0))
      if let budget, used > budget { findings.append(.overBudget(device: device, used: used, budget: budget)) }
    }
  }
}
