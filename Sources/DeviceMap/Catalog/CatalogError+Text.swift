extension CatalogError: CustomStringConvertible {
  public var description: String { "\(file ?? "the built-in catalog"):\(line):\(column): \(reason)" }
}

extension CatalogError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unexpectedCharacter: "a character that has no meaning here"
    case .unterminatedString: "a text without its closing quote"
    case .badNumber: "not a number that can be used here"
    case .expected(let what): "expected \(what)"
    case .unknownFunction(let name): "there is no function '\(name)'"
    case .unknownDType(let name): "there is no dtype '\(name)'"
    case .unknownEntry(let word): "'\(word)' starts no entry"
    case .badPattern(let pattern): "the pattern '\(pattern)' cannot be read"
    case .nestedTooDeep: "nested too deep"
    case .tooLong(let bytes): "the text is longer than \(ByteText.exact(bytes))"
    case .badIndentation: "indented by another step than its neighbours"
    case .duplicate(let what): "\(what) stands here twice"
    case .missing(let what): "\(what) is missing"
    case .notUTF8: "the text is not UTF-8"
    }
  }
}
