/// A file of a repository.
struct HubFile: Hashable, Sendable {
  /// The path in the repository.
  let path: String
  /// Bytes; nil if it is not known.
  let size: Int?

  /// The folder of the file, with its slash; empty for the root.
  var folder: String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
  }

  /// The name without the folder.
  var name: String { String(path.utf8.dropFirst(folder.utf8.count)) ?? path }

  var isSafetensors: Bool { path.hasSuffix(".safetensors") }
  var isIndex: Bool { path.hasSuffix(".safetensors.index.json") }

  /// Whether it holds weights in a format that is not read.
  var isOtherWeights: Bool { CheckpointFiles.isOtherWeights(name) }
}

/// `PREFIX-00001-of-00163.safetensors`: one of a numbered set.
struct ShardNumber: Hashable {
  let prefix: String
  let number: Int
  let total: Int

  init?(_ name: String) {
    guard let stem = name.removing(suffix: ".safetensors") else { return nil }
    let parts = stem.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[parts.count - 2] == "of", let number = Self.digits(parts[parts.count - 3]),
      let total = Self.digits(parts[parts.count - 1]), (1...total).contains(number)
    else { return nil }
    (self.number, self.total) = (number, total)
    prefix = parts.dropLast(3).joined(separator: "-")
  }

  private static func digits(_ text: Substring) -> Int? {
    guard text.utf8.count == 5, text.utf8.allSatisfy(\.isDigit), let number = Int(text), number > 0 else { return nil }
    return number
  }

  /// The names of the whole set.
  static func names(prefix: String, total: Int) -> [String] {
    func padded(_ number: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
    }
    return (1...total).map { "\(prefix)-\(padded($0))-of-\(padded(total)).safetensors" }
  }
}

extension String {
  /// What stands before `suffix`; nil if the string does not end with it.
  func removing(suffix: String) -> String? {
    hasSuffix(suffix) ? String(self[..<utf8.index(endIndex, offsetBy: -suffix.utf8.count)]) : nil
  }
}
