/// Which GPUs a process may see, by the value of `CUDA_VISIBLE_DEVICES`, and in which order it numbers them.
///
/// The rules are CUDA's, as torch 2.13 (`torch/cuda/__init__.py`) applies them:
/// - not set: all, in the order of the driver;
/// - a list of numbers or of UUIDs (prefixes suffice), numbered anew from 0 in the order of the list;
/// - the first entry that is not a GPU, `-1` among them, ends the list;
/// - an entry that occurs twice leaves no GPU at all;
/// - an empty value leaves none.
package enum VisibleDevices {
  /// The GPUs of `all` that remain, in their new order: the first is GPU 0.
  ///
  /// - Parameter value: the variable's value, nil when it is not set.
  /// - Complexity: O(entries + GPUs), of UUIDs O(entries x GPUs) up to the first that is none.
  package static func select(from all: [ReportedGPU], value: String?) -> [ReportedGPU] {
    guard let value else { return all }
    for prefix in ["GPU-", "MIG-"] where value.hasPrefix(prefix) {
      return select(from: all, uuids: value.split(separator: ",", omittingEmptySubsequences: false), prefix: prefix)
    }
    var indices: [Int] = []
    var seen: Set<Int> = []
    for entry in value.split(separator: ",", omittingEmptySubsequences: false) {
      let index = number(trimmed(entry))
      if !seen.insert(index).inserted { return [] }
      if index < 0 { break }
      indices.append(index)
    }
    let byIndex = Dictionary(all.map { ($0.index, $0) }) { first, _ in first }
    var selected: [ReportedGPU] = []
    for index in indices {
      guard let gpu = byIndex[index] else { break }
      selected.append(gpu)
    }
    return selected
  }

  private static func select(from all: [ReportedGPU], uuids: [Substring], prefix: String) -> [ReportedGPU] {
    var entries: [Substring] = []
    var seen: Set<[UInt8]> = []
    for entry in uuids {
      if !seen.insert(Array(entry.utf8)).inserted { return [] }
      guard entry.hasPrefix(prefix) else { break }
      entries.append(entry)
    }
    var selected: [ReportedGPU] = []
    var chosen: Set<Int> = []
    for entry in entries {
      let matches = all.filter { $0.uuid.utf8.starts(with: entry.utf8) }
      guard let gpu = matches.first, matches.count == 1 else { break }
      if !chosen.insert(gpu.index).inserted { return [] }
      selected.append(gpu)
    }
    return selected
  }

  /// The number that the text starts with (`1gpu2` is 1), -1 when it starts with none.
  private static func number(_ text: String) -> Int {
    var digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "+" || $0 == "-") }
    if let second = digits.dropFirst().firstIndex(where: { $0 == "+" || $0 == "-" }) { digits = digits[..<second] }
    return Int(digits) ?? -1
  }
}
