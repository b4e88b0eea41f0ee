extension ModulePatternError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty: "the pattern is empty"
    case .emptyComponent(let offset): "nothing between two dots, or before or after one, at byte \(offset)"
    case .unclosedBrace(let offset): "the brace at byte \(offset) is not closed"
    case .emptyAlternative(let offset): "nothing stands between braces or commas at byte \(offset)"
    case .badRange(let offset): "the range at byte \(offset) ends before it starts, or its numbers are too large"
    case .unexpected(let offset):
      "the character at byte \(offset) means nothing there; '**' stands alone between dots, and braces hold words and "
        + "ranges such as {0-9,12}"
    case .tooManyComponents(let offset): "the pattern has too many components at byte \(offset)"
    }
  }
}
