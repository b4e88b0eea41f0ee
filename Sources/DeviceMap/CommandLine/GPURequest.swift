/// GPUs as `--gpu` names them: `NAME`, `NAMExN`, `NxNAME`, `24GiB` or `24GiBxN`.
struct GPURequest {
  /// The name in the table, or the size as it was written.
  let name: String
  /// Bytes of one GPU.
  let bytes: Int
  /// How many; nil when only the kind was named.
  private(set) var count: Int?
  /// The entry of the table; nil of a size.
  let model: GPUModel?

  init(_ text: String) throws {
    guard let (kind, number) = Self.counted(text) else {
      try self.init(kind: text)
      return
    }
    guard (1...MaxMemory.mostGPUs).contains(number) else { throw UsageError.numberOfGPUs(option: "--gpu", text) }
    try self.init(kind: kind)
    count = number
  }

  /// What stands between a number and what there are so many of.
  static let timesSigns = "xX*\u{D7}"

  /// The kind and the number of `4090x2`, `4090 x 2` and `2x4090`; nil where no number of a known kind stands there.
  private static func counted(_ text: String) -> (kind: String, number: Int)? {
    let isTimes = { (character: Character) in timesSigns.contains(character) }
    guard let last = text.lastIndex(where: isTimes), let first = text.firstIndex(where: isTimes) else { return nil }
    let after = { (index: String.Index) in trimmed(text[text.index(after: index)...]) }
    let readings = [(trimmed(text[..<last]), after(last)), (after(first), trimmed(text[..<first]))]
    let counted = readings.compactMap { kind, number in Int(number).map { (kind: kind, number: $0) } }
    guard !counted.isEmpty, !isKind(text) else { return nil }
    return counted.first { isKind($0.kind) }
  }

  /// Whether a text is a size or a name that a GPU has, if of several.
  private static func isKind(_ text: String) -> Bool {
    do {
      _ = try GPURequest(kind: text)
      return true
    } catch GPUNameError.ambiguous, UsageError.sizeInBits, UsageError.numberWithoutUnit {
      return true
    } catch {
      return false
    }
  }

  /// A size, or the name of a kind of GPU.
  init(kind text: String) throws {
    // A few bytes are no GPU: an Ascend 910B is not a size.
    if text.contains(where: \.isLetter), let plain = try? MemorySize(parsing: SizeText.spelledOut(text)),
      plain.bytes >= SizeText.leastBareBytes
    {
      (name, bytes, model) = (text, try SizeText.size(text, of: "--gpu").bytes, nil)
      return
    }
    let model = try Self.find(text)
    (name, bytes, self.model) = (model.name, model.memoryBytes, model)
  }

  /// The GPU of a name.
  ///
  /// - Throws: ``UsageError/numberWithoutUnit(option:_:)`` for a few GB without their unit, or ``GPUNameError`` with the
  ///   names that are spelt nearly so.
  private static func find(_ text: String) throws -> GPUModel {
    do throws(GPUNameError) {
      return try GPUTable.find(text)
    } catch {
      guard case .unknown(let name, let suggestions) = error, suggestions.isEmpty else { throw error }
      if let gigabytes = Int(trimmed(name)), (1...mostGigabytes).contains(gigabytes) {
        throw UsageError.numberWithoutUnit(option: "--gpu", trimmed(name))
      }
      let typed = plain(name)
      let names = GPUTable.all.flatMap { model in [plain(model.name), plain(lastWord(of: model.name))] }
      let near = Suggestion.nearest(to: typed, among: names)
      let found = GPUTable.all.filter { near == plain($0.name) || near == plain(lastWord(of: $0.name)) }
      throw GPUNameError.unknown(name, suggestions: found.prefix(6).map(\.name))
    }
  }

  /// No number of a GPU is below, and hardly a GPU has more.
  private static let mostGigabytes = 1000

  private static func plain(_ name: some StringProtocol) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// What people say for short: `4090` of `RTX 4090`.
  private static func lastWord(of name: String) -> Substring { name.split(separator: " ").last ?? "" }

  /// The GPUs with the ids from `first` on; none when only the kind was named.
  func devices(after first: Int) -> [DeviceBudget] {
    (0..<(count ?? 0)).map { DeviceBudget(model?.vendor == .apple ? .mps : .gpu(first + $0), bytes: bytes) }
  }

  /// The speeds of all `--gpu` that are named by kind, a kind without a number being one GPU; nil when none is.
  static func speeds(_ arguments: Arguments) throws -> SpeedRange? { speeds(of: try all(arguments, isCounted: true)) }

  /// The speeds of those that are named by kind; nil when none is.
  static func speeds(of requests: [GPURequest]) -> SpeedRange? {
    var gpus: [(device: Device, model: GPUModel)] = []
    var count = 0
    for request in requests {
      let devices = request.devices(after: count)
      count += devices.count
      guard let model = request.model else { continue }
      gpus += devices.map { ($0.device, model) }
    }
    return gpus.isEmpty ? nil : SpeedRange(gpus)
  }

  /// All of `--gpu`; in a list a kind without a number is one GPU where another has one (`H100x2,L4`).
  ///
  /// - Parameter isCounted: a kind without a number is one GPU in any case.
  static func all(_ arguments: Arguments, isCounted: Bool) throws -> [GPURequest] {
    var all: [GPURequest] = []
    for list in arguments.values("gpu") {
      var requests: [GPURequest] = []
      let texts = list.split(separator: ",").filter { text in text.contains { $0 != " " } }
      guard !texts.isEmpty else { throw UsageError.missingValue(option: "--gpu", value: "LIST") }
      let count = all.count + texts.count
      guard count <= MaxMemory.mostGPUs else { throw MaxMemoryError.tooManyGPUs(count) }
      for text in texts { requests.append(try GPURequest(String(text))) }
      if isCounted || requests.contains(where: { $0.count != nil }) {
        for index in requests.indices { requests[index].count = requests[index].count ?? 1 }
      }
      all += requests
    }
    return all
  }

  /// The limits of all `--gpu`, a kind without a number being one GPU.
  static func limits(_ arguments: Arguments) throws -> [(device: Device, limit: MaxMemory.Limit)] {
    var devices: [DeviceBudget] = []
    for request in try all(arguments, isCounted: true) {
      devices += request.devices(after: devices.count)
      if devices.count > MaxMemory.mostGPUs { try MaxMemory.checkCount(devices.map(\.device)) }
    }
    return devices.map { ($0.device, .bytes($0.bytes ?? 0)) }
  }
}
