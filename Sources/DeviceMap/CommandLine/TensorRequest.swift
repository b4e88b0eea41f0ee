/// The dtypes of single tensors, as the command line asks for them.
struct TensorRequest {
  private let widths: [(pattern: ModulePattern, width: ElementWidth)]

  init(_ arguments: Arguments) throws {
    widths = try Self.widths(arguments)
  }

  /// Options with the dtypes of the tensors of a tree.
  func options(
    on tree: ModuleTree, _ options: PlacementOptions = PlacementOptions()
  ) throws -> PlacementOptions {
    var options = options
    for (pattern, width) in widths {
      let tensors = pattern.tensors(in: tree)
      guard !tensors.isEmpty else { throw UsageError.matchesNothing(option: "--special-dtype", pattern.text) }
      for tensor in tensors { options.specialDTypes[tree.path(ofTensor: tensor)] = width }
    }
    return options
  }

  /// `PATTERN=DTYPE`, in the order given; a later one wins.
  private static func widths(
    _ arguments: Arguments
  ) throws -> [(pattern: ModulePattern, width: ElementWidth)] {
    var result: [(pattern: ModulePattern, width: ElementWidth)] = []
    for text in arguments.values("special-dtype") {
      let form = UsageError.Expectation.form("PATTERN=DTYPE, as lm_head=float32")
      guard let equals = text.lastIndex(of: "="),
        let width = ElementWidth(named: DTypeText.spelledOut(trimmed(text[text.index(after: equals)...])))
      else { throw UsageError.invalidValue(option: "--special-dtype", value: text, expected: form) }
      let pattern = String(text[..<equals])
      result.append((try ModulePattern(pattern), width))
    }
    return result
  }
}
