extension ModuleTree {
  /// Marks what is float32 after loading in a model that is loaded in float16 or bfloat16: parameters and buffers of files
  /// in whose path one of the patterns occurs (`dtype_plan` of transformers 5.23.0). What the model makes itself keeps the
  /// dtype that it is made in. O(tensors x patterns).
  mutating func markKeptInFloat32(_ patterns: [String], _ dtype: DType) {
    guard !patterns.isEmpty, dtype == .f16 || dtype == .bf16 else { return }
    let patterns = patterns.compactMap { PathPart($0) }
    let work = WorkBudget()
    PathWalk(self).forEach { module, path in
      let own = ownTensors(of: module)
      if own.isEmpty { return }
      var bytes = Array(path.utf8)
      if module > 0 { bytes.append(UInt8(ascii: ".")) }
      let length = bytes.count
      for tensor in own {
        let record = tensors[tensor]
        guard record.kind != .transientBuffer, record.dtype.isFloatingPoint else { continue }
        bytes.append(contentsOf: symbols[record.name].utf8)
        if patterns.contains(where: { $0.occurs(in: bytes, work) }) { tensors[tensor].isKeptInFloat32 = true }
        bytes.removeLast(bytes.count - length)
      }
    }
  }
}

/// A pattern that is looked for anywhere in a path; a dot stands for any byte, as in a regular expression.
private enum PathPart {
  case plain([UInt8])
  case expression(NamePattern)

  init?(_ pattern: String) {
    let bytes = Array(pattern.utf8)
    if bytes.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }) {
      self = .plain(bytes)
      return
    }
    guard let expression = try? NamePattern(pattern.replacingBytes("*", with: ".*")) else { return nil }
    self = .expression(expression)
  }

  func occurs(in path: [UInt8], _ work: WorkBudget) -> Bool {
    switch self {
    case .expression(let pattern): return pattern.firstMatch(in: path, work) != nil
    case .plain(let part):
      guard part.count <= path.count else { return false }
      for start in 0...(path.count - part.count) {
        var offset = 0
        while offset < part.count, part[offset] == path[start + offset] || part[offset] == UInt8(ascii: ".") {
          offset += 1
        }
        if offset == part.count { return true }
      }
      return false
    }
  }
}
