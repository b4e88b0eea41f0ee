/// How much memory of each device may be used, as the caller said it.
///
///     let limits: MaxMemory = [.gpu(0): "24GiB", .gpu(1): 24_000_000_000, .cpu: "64GiB"]
///
/// Texts are read when the plan is made, so that a literal cannot fail; ``budgets()`` reads them at once. The order of
/// writing is of no importance: devices are always GPUs by ascending id, `mps`, `cpu`, `disk`.
public struct MaxMemory: Sendable, ExpressibleByDictionaryLiteral {
  /// A limit in bytes, or a text as ``MemorySize`` reads it.
  public enum Limit: Hashable, Sendable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    /// So many bytes.
    case bytes(Int)
    /// A size with its unit, as `24GiB`.
    case text(String)
    /// As much as there is, whatever that is.
    case unlimited

    public init(integerLiteral value: Int) { self = .bytes(value) }
    public init(stringLiteral value: String) { self = .text(value) }
  }

  /// Devices and limits in the order in which they were given.
  public private(set) var limits: [(device: Device, limit: Limit)]

  /// The limits were measured on this machine and not set by a person. The references then keep a tenth of a lone GPU
  /// free (both) and a tenth of the cpu (transformers).
  public var isMeasured: Bool

  /// What whoever measured or wrote the limits has to say about them.
  private let remarks: [Note]

  /// - Parameters:
  ///   - limits: what may be used of each device, in bytes or as texts.
  ///   - isMeasured: whether they were measured on this machine and not set by a person.
  ///   - notes: remarks that go into the notes of every plan with these limits.
  public init(_ limits: [(device: Device, limit: Limit)], isMeasured: Bool = false, notes: [Note] = []) {
    self.limits = limits
    self.isMeasured = isMeasured
    remarks = notes
  }

  public init(dictionaryLiteral elements: (Device, Limit)...) {
    self.init(elements.map { (device: $0.0, limit: $0.1) })
  }

  /// Adds a limit; a device that has one already is reported by ``budgets()``.
  public mutating func append(_ device: Device, _ limit: Limit) {
    limits.append((device, limit))
  }

  /// The limits in bytes, in the order in which devices are filled.
  ///
  /// - Throws: ``MaxMemoryError`` when a size cannot be read, is negative, a device has two, or there are too many.
  /// - Complexity: O(n log n) in the number of devices.
  public func budgets() throws(MaxMemoryError) -> [DeviceBudget] {
    var result: [DeviceBudget] = []
    for (device, limit) in limits {
      let bytes: Int?
      switch limit {
      case .unlimited: bytes = nil
      case .bytes(let count):
        guard count >= 0 else { throw .size(device: device, .negative(text: String(count))) }
        bytes = count
      case .text(let text):
        bytes = try Self.size(text, of: device).bytes
      }
      result.append(DeviceBudget(device, bytes: bytes))
    }
    result.sort { $0.device < $1.device }
    for (one, other) in zip(result, result.dropFirst()) where one.device == other.device {
      throw .duplicate(one.device)
    }
    try Self.checkCount(result.map(\.device))
    return result
  }

  /// More GPUs are not planned for: the work of some policies grows with their square.
  public static let mostGPUs = 1024

  /// - Throws: ``MaxMemoryError/tooManyGPUs(_:)``, ``MaxMemoryError/idTooLarge(_:)``.
  package static func checkCount(_ devices: [Device]) throws(MaxMemoryError) {
    let count = devices.count(where: \.isAccelerator)
    if count > mostGPUs { throw .tooManyGPUs(count) }
    for case .gpu(let id) in devices where id >= mostGPUs { throw .idTooLarge(id) }
  }

  /// What a reader of the limits should know: what was remarked when they were measured, sizes that were given in bits,
  /// a limit of the disk.
  ///
  /// - Complexity: O(limits).
  public var notes: [Note] {
    remarks
      + limits.compactMap { device, limit in
        if device == .disk {
          return Note(
            code: "disk-limit-ignored",
            "disk has no limit, the given one is ignored; the balanced policies of accelerate fail on it")
        }
        guard case .text(let text) = limit, let size = try? MemorySize(parsing: text), size.isBitCount else {
          return nil
        }
        return Note(
          .warning, code: "size-in-bits",
          "\(text) for device \(device) counts bits, which is \(ByteText.exact(size.bytes)); a capital B counts bytes")
      }
  }

  private static func size(_ text: String, of device: Device) throws(MaxMemoryError) -> MemorySize {
    do { return try MemorySize(parsing: text) } catch { throw .size(device: device, error) }
  }
}

/// A device and how many bytes of it may be used.
public struct DeviceBudget: Hashable, Sendable {
  /// What is limited.
  public var device: Device
  /// Bytes of the device that were offered; nil for no limit.
  public var limit: Int?
  /// Bytes of them that are kept free for what is not the model: the context of CUDA, other programs.
  public var reserve: Int

  /// The budget: bytes that a model may use, which is the limit without the reserve; nil for no limit.
  public var bytes: Int? { limit.map { max(0, $0 - reserve) } }

  /// - Parameters:
  ///   - device: what is limited.
  ///   - limit: bytes; nil for no limit.
  ///   - reserve: bytes of it that are kept free.
  public init(_ device: Device, bytes limit: Int?, reserve: Int = 0) {
    self.device = device
    self.limit = limit
    self.reserve = reserve
  }
}

extension DeviceBudget {
  /// Bytes that are kept free of limits that were measured, in their order: a tenth of a GPU that is the only accelerator
  /// with memory, and of the cpu, as transformers keeps them for its default policy.
  package static func margins(ofMeasured budgets: [DeviceBudget]) -> [Int] {
    let usable = budgets.indices.filter { budgets[$0].device.isAccelerator && budgets[$0].limit != 0 }
    return budgets.indices.map { index in
      guard let limit = budgets[index].limit else { return 0 }
      switch budgets[index].device {
      case .cpu: return limit - nineTenths(limit)
      case .gpu: return usable == [index] ? limit - nineTenths(limit) : 0
      case .mps, .disk: return 0
      }
    }
  }

  /// As the reference computes it: a float product, cut to whole bytes.
  private static func nineTenths(_ bytes: Int) -> Int { Int(Double(bytes) * 0.9) }
}

/// Why limits of memory cannot be used.
public enum MaxMemoryError: Error, Hashable, Sendable {
  /// Not `device=size`.
  case notAPair(String)
  /// A name that is no device.
  case unknownDevice(String)
  /// The device has two limits.
  case duplicate(Device)
  /// The size of a device cannot be read.
  case size(device: Device, MemorySizeError)
  /// More than ``MaxMemory/mostGPUs``.
  case tooManyGPUs(Int)
  /// A GPU whose number no machine has; the first has 0.
  case idTooLarge(Int)
}
