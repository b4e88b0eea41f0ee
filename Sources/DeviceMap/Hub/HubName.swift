/// The rules for names of repositories, revisions and files, as huggingface_hub 2.4.0 and git have them.
enum HubName {
  /// What is wrong with the name of a repository; nil if nothing is.
  static func fault(ofID id: String) -> HubNameFault? {
    let parts = id.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts.contains(where: \.isEmpty) else { return .form }
    for part in parts {
      guard part.allSatisfy({ isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }) else {
        return .character
      }
      guard let first = part.first, let last = part.last, isWord(first), isWord(last) else { return .edge }
      if part.count > 96 { return .long }
    }
    for (one, other) in zip(id.utf8, id.utf8.dropFirst()) where one == other {
      if one == UInt8(ascii: "-") || one == UInt8(ascii: ".") { return .doubled }
    }
    return id.hasSuffix(".git") ? .git : nil
  }

  /// Whether a text is a branch, a tag, a commit or `refs/...` as git allows them, in printable ASCII.
  static func isRevision(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (1...255).contains(bytes.count), bytes.first != UInt8(ascii: "-"), bytes.first != UInt8(ascii: "/"),
      bytes.last != UInt8(ascii: "/"), bytes.last != UInt8(ascii: "."), !text.hasSuffix(".lock")
    else { return false }
    guard bytes.allSatisfy({ (0x21...0x7E).contains($0) && !#"~^:?*[]{}\"'<>|&;$`!#%"#.utf8.contains($0) }) else {
      return false
    }
    return zip(bytes, bytes.dropFirst()).allSatisfy { one, other in
      let isDot = other == UInt8(ascii: ".") && (one == UInt8(ascii: ".") || one == UInt8(ascii: "/"))
      return !isDot && !(one == UInt8(ascii: "/") && other == UInt8(ascii: "/"))
    }
  }

  /// Whether a revision is a commit: 40 hexadecimal digits.
  static func isCommit(_ text: String) -> Bool {
    text.utf8.count == 40 && text.utf8.allSatisfy { byte in
      byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
  }

  /// Whether a text is the path of a file in a repository, or a pattern of such: printable, and never out of it.
  static func isPath(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard text.utf8.count <= 1024, !parts.contains(where: { $0.isEmpty || $0.elementsEqual(".".utf8) }) else {
      return false
    }
    guard !parts.contains(where: { $0.elementsEqual("..".utf8) }) else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && !scalar.properties.isDefaultIgnorableCodePoint
        && scalar.properties.generalCategory != .lineSeparator
        && scalar.properties.generalCategory != .paragraphSeparator && scalar != "\\"
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isDigit || byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// A text with every byte but letters, digits and `-._~` (and `/` where it may stay) as `%XX`.
  static func quoted(_ text: String, keepsSlash: Bool = false) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
      if isWord(byte) || "-.~".utf8.contains(byte) || keepsSlash && byte == UInt8(ascii: "/") {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A text with `%XX` resolved; nil where that is malformed or gives no UTF-8.
  static func unquoted(_ text: some StringProtocol) -> String? {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      result.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: result, as: UTF8.self)
  }

  /// Whether `path` matches `pattern`: `*` for any number of characters (of a folder's name too), `?` for one.
  /// O(pattern x path).
  static func matches(_ path: String, _ pattern: String) -> Bool {
    let (path, pattern) = (Array(path.utf8), Array(pattern.utf8))
    var (place, here) = (0, 0)
    var star: (pattern: Int, path: Int)?
    while here < path.count {
      if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
        star = (place, here)
        place += 1
      } else if place < pattern.count, pattern[place] == UInt8(ascii: "?") || pattern[place] == path[here] {
        (place, here) = (place + 1, here + 1)
      } else if let back = star {
        star = (back.pattern, back.path + 1)
        (place, here) = (back.pattern + 1, back.path + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
