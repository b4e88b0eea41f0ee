extension MemorySizeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "a size is missing; write for example 24GiB"
    case .notANumber(let text): "\"\(text)\" is not a size; write a number and a unit, for example 24GiB"
    case .unknownUnit(let text, let unit):
      "unknown unit \"\(unit)\" in \"\(text)\"; use KiB, MiB, GiB, TiB, KB, MB, GB or TB"
    case .negative(let text): "the size \"\(text)\" is negative"
    case .tooLarge(let text): "the size \"\(text)\" is more than 2^63 - 1 bytes"
    }
  }
}
