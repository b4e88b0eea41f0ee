/// The GPUs that are known by name.
public enum GPUTable {
  /// All of them, each vendor together, newer and larger before older and smaller.
  public static let all: [GPUModel] =
    nvidiaDataCenter + nvidiaWorkstation + nvidiaConsumer + nvidiaLaptop + amd + intel + huawei
    + appleChips.flatMap { chip in chip.ramGiB.map { GPUModel.mac(chip, ramGiB: $0) } }

  /// Finds a GPU by a name as people and programs write it: `RTX 4090`, `rtx4090`, `NVIDIA GeForce RTX 4090`,
  /// `A100-80GB`, `NVIDIA A100-SXM4-80GB`, `H100 SXM`, `M3 Max 48GB`.
  ///
  /// Words that the name and the entry do not share must be words that say nothing (`NVIDIA`, `GPU`), a form factor, or
  /// a mark (`PRO`, `Ada`, `Laptop`) that no other entry of that name goes without. A name without a size means the
  /// entry without one, where there is one; the first of several with the same memory is taken.
  ///
  /// - Throws: ``GPUNameError/unknown(_:suggestions:)`` or, when entries with different memory match,
  ///   ``GPUNameError/ambiguous(_:candidates:)``.
  /// - Complexity: O(entries).
  public static func find(_ name: String) throws(GPUNameError) -> GPUModel {
    let query = GPUName(name)
    if let mac = mac(query) { return mac }
    let matches = named(query)
    guard let first = matches.first else {
      if let chip = chip(query) {
        throw .ambiguous(name, candidates: chip.ramGiB.map { GPUModel.mac(chip, ramGiB: $0).name })
      }
      throw .unknown(name, suggestions: suggestions(for: query))
    }
    guard matches.allSatisfy({ $0.memoryBytes == first.memoryBytes }) else {
      throw .ambiguous(name, candidates: matches.map(\.name))
    }
    return first
  }

  /// The entries that a name may mean, without those that another entry is a closer match for.
  private static func named(_ query: GPUName) -> [GPUModel] {
    var matches: [(model: GPUModel, name: GPUName)] = []
    for model in all where model.vendor != .apple && model.mayBeSold(as: query) {
      let name = GPUName(model.name)
      if name.isNamed(by: query) { matches.append((model, name)) }
    }
    let marked = matches.filter { $0.name.marks == query.marks }
    if !marked.isEmpty { matches = marked }
    let plain = matches.filter { $0.name.gigabytes == nil }
    if query.gigabytes == nil, !plain.isEmpty { matches = plain }
    return matches.map(\.model)
  }

  /// A Mac by its chip and RAM; any amount of RAM is taken, also one that is not sold.
  private static func mac(_ query: GPUName) -> GPUModel? {
    guard let ram = query.gigabytes else { return nil }
    return chip(query).map { GPUModel.mac($0, ramGiB: ram) }
  }

  private static func chip(_ query: GPUName) -> AppleChip? {
    let words = query.words.drop { word in !GPUName.appleChips.contains(word) }
    return appleChips.first { GPUName($0.name).words.elementsEqual(words) && query.marks.isEmpty }
  }

  private static func suggestions(for query: GPUName) -> [String] {
    let numbers = query.words.filter { word in word.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }
    let near = all.filter { model in
      let words = GPUName(model.name).words
      return numbers.contains { words.contains($0) } || (!query.words.isEmpty && query.words.allSatisfy(words.contains))
    }
    return near.prefix(6).map(\.name)
  }
}

extension GPUModel {
  /// Whether the memory that a name gives can be this GPU's: as sold, it is up to a tenth more than a process sees.
  fileprivate func mayBeSold(as query: GPUName) -> Bool {
    guard let wanted = query.gigabytes else { return true }
    let gibibytes = Double(memoryBytes) / 0x1p30
    return (0.9 * Double(wanted)...1.02 * Double(wanted)).contains(gibibytes)
  }
}

/// Why a GPU was not found by its name.
public enum GPUNameError: Error, Hashable, Sendable {
  /// No entry has that name.
  case unknown(String, suggestions: [String])
  /// Entries with different memory have that name.
  case ambiguous(String, candidates: [String])
}

/// The words of a GPU's name, in a form in which different spellings are equal.
struct GPUName: Sendable {
  /// In lower case, letters and numbers apart where people write them together (`rtx4090`), without words that say
  /// nothing and without form factors.
  var words: [String] = []
  /// Words that tell cards of one number apart: `pro`, `ada`, `quadro`, `laptop`, `maxq`.
  var marks: Set<String> = []
  /// `sxm`, `pcie` or `nvl`, where the name says so.
  var form: String?
  /// The memory that the name says, in GB as sold.
  var gigabytes: Int?

  private static let silent: Set<String> = [
    "nvidia", "geforce", "tesla", "amd", "radeon", "instinct", "intel", "apple", "gpu", "graphics", "generation", "tm",
    "r", "hbm2", "hbm2e", "hbm3", "hbm3e", "data", "center", "edition", "workstation", "server",
    "lpddr5x", "blackwell", "ascend", "huawei", "ryzen", "ai", "dgx",
  ]

  /// What a machine calls its GPU.
  private static let machines = ["spark": "gb10"]

  private static let marking: [String: String] = [
    "pro": "pro", "ada": "ada", "quadro": "quadro", "laptop": "laptop", "mobile": "laptop", "notebook": "laptop",
    "maxq": "maxq",
  ]

  static let appleChips: Set<String> = ["m1", "m2", "m3", "m4", "m5"]

  init(_ name: String) {
    var pending = Self.split(name)[...]
    while let word = pending.popFirst() {
      if let size = Self.gigabytes(word) {
        gigabytes = size
      } else if let number = Int(word), let unit = pending.first, unit == "gb" || unit == "gib" || unit == "g" {
        gigabytes = number
        pending.removeFirst()
      } else if word.hasPrefix("sxm") {
        form = "sxm"
      } else if word.hasPrefix("pcie") || word.hasPrefix("nvl") {
        form = word.hasPrefix("nvl") ? "nvl" : "pcie"
      } else {
        words += Self.parts(of: word)
      }
    }
    if let index = words.indices.dropLast().first(where: { words[$0] == "max" && words[$0 + 1] == "q" }) {
      words.replaceSubrange(index...index + 1, with: ["maxq"])
    }
    words.removeAll { Self.silent.contains($0) }
    for index in words.indices { words[index] = Self.machines[words[index]] ?? words[index] }
    // "Pro" is a part of the name of an M3 Pro.
    guard !words.contains(where: { Self.appleChips.contains($0) }) else { return }
    marks = Set(words.compactMap { Self.marking[$0] })
    words.removeAll { Self.marking[$0] != nil }
  }

  /// Whether `query` is a name of this entry.
  func isNamed(by query: GPUName) -> Bool {
    guard words == query.words || (series.contains(words.first ?? "") && words.dropFirst().elementsEqual(query.words))
    else { return false }
    guard query.marks.isSubset(of: marks) else { return false }
    if let wanted = query.gigabytes, let own = gigabytes, wanted != own { return false }
    if let wanted = query.form, let own = form { return wanted == own }
    // An NVL card has other memory than its siblings: it must be asked for.
    return form != "nvl" || query.form == "nvl"
  }

  /// Words that may be left out: `4090`, `A6000`.
  private var series: Set<String> { ["rtx", "gtx", "rx", "arc"] }

  private static func split(_ name: String) -> [String] {
    name.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  private static func gigabytes(_ word: String) -> Int? {
    for unit in ["gb", "gib", "g"] where word.hasSuffix(unit) {
      return Int(word.dropLast(unit.count))
    }
    return nil
  }

  /// `rtx4090` and `4070ti` in two; `a100`, `mi300x` and `gh200` stay whole.
  private static func parts(of word: String) -> [String] {
    for prefix in ["rtx", "gtx", "rx", "arc", "gaudi", "max"] where word.hasPrefix(prefix) && word.count > prefix.count
    {
      return [prefix] + parts(of: String(word.dropFirst(prefix.count)))
    }
    for suffix in ["super", "ti", "xtx", "xt", "ada"] where word.hasSuffix(suffix) && word.count > suffix.count {
      return parts(of: String(word.dropLast(suffix.count))) + [suffix]
    }
    return [word]
  }
}
