/// The words after a command, matched against its specification.
package struct Arguments: Sendable {
  package let command: CommandSpec
  package private(set) var positionals: [String] = []
  private var given: [String: [String]] = [:]

  /// Matches `words` (without the program's and the command's name).
  ///
  /// `--name value`, `--name=value`, `-n value` and `--` (all that follows is positional) are understood.
  ///
  /// - Throws: ``UsageError`` for unknown options, missing or surplus values.
  package init(_ words: [String], for command: CommandSpec) throws(UsageError) {
    self.command = command
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        positionals += rest
        break
      }
      guard word.hasPrefix("-"), word != "-" else {
        positionals.append(word)
        continue
      }
      try takeOption(word, rest: &rest)
    }
    try checkPositionals()
  }

  private mutating func takeOption(_ word: String, rest: inout ArraySlice<String>) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let typed = String(parts[0])
    guard let spec = Self.spec(of: typed, in: command) else {
      let known = command.options.map { "--" + $0.name } + ["--help"]
      let suggestion = Suggestion.nearest(to: typed.lowercased(), among: known)
      throw .unknownOption(typed, command: command.name, suggestion: suggestion)
    }
    if spec.value == nil {
      guard parts.count == 1 else { throw .surplusValue(option: typed, value: String(parts[1])) }
      given[spec.name] = [""]
      return
    }
    let value: String
    if parts.count == 2 {
      value = String(parts[1])
    } else if let next = rest.popFirst() {
      value = next
    } else {
      throw .missingValue(option: typed, value: spec.value ?? "VALUE")
    }
    if !spec.repeatable, given[spec.name] != nil { throw .repeatedOption(typed) }
    given[spec.name, default: []].append(value)
  }

  private static func spec(of typed: String, in command: CommandSpec) -> OptionSpec? {
    if typed.hasPrefix("--") { return command.option(named: typed.dropFirst(2)) }
    guard typed.count == 2, let letter = typed.last else { return nil }
    return command.option(short: letter)
  }

  private func checkPositionals() throws(UsageError) {
    let names = command.positionals
    if positionals.count < command.requiredPositionals {
      throw .missingPositional(names[positionals.count], command: command.name)
    }
    let variadic = names.last?.hasSuffix("...]") == true
    if !variadic, positionals.count > names.count {
      throw .surplusPositional(positionals[names.count], command: command.name)
    }
  }

  /// The same options with one of the positional arguments alone.
  func alone(_ place: Int) -> Arguments {
    var one = self
    one.positionals = [positionals[place]]
    return one
  }

  package func has(_ name: String) -> Bool { given[name] != nil }

  /// The value of an option that is given at most once.
  package func value(_ name: String) -> String? { given[name]?.last }

  /// All values of a repeatable option, in the order in which they were given.
  package func values(_ name: String) -> [String] { given[name] ?? [] }

  /// The items of a comma-separated option, empty ones dropped.
  package func list(_ name: String) -> [String] {
    values(name).flatMap { $0.split(separator: ",").map(String.init) }
  }

  /// The value of an option that takes one of some words, in small letters.
  package func word(_ name: String) -> String? { value(name)?.lowercased() }

  /// A word as it is compared: capital letters and underscores say nothing.
  private static func plain(_ word: String) -> String { word.lowercased().replacing("_", with: "-") }

  /// The value of an option as one of the cases of an enumeration, in whatever letters and with either dash.
  ///
  /// - Parameter offered: the cases that an error names; nil for all.
  package func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, default fallback: Choice, offered: [Choice]? = nil
  ) throws(UsageError) -> Choice where Choice.RawValue == String {
    guard let text = value(name) else { return fallback }
    let typed = Self.plain(text)
    if let choice = Choice.allCases.first(where: { Self.plain($0.rawValue) == typed }) { return choice }
    throw invalid(name, expected: .oneOf((offered ?? Array(Choice.allCases)).map(\.rawValue)))
  }

  /// The value of an option as a whole number that is not below `minimum`.
  package func integer(_ name: String, atLeast minimum: Int) throws(UsageError) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = Int(text), number >= minimum else { throw invalid(name, expected: .integer(atLeast: minimum)) }
    return number
  }

  /// The value of an option as a number of tokens: `8192`, or `8k` for the same (1024 each), `1m` for 1024 of these.
  package func tokens(_ name: String) throws(UsageError) -> Int? {
    guard let text = value(name) else { return nil }
    let unit =
      switch text.last {
      case "k", "K": 1 << 10
      case "m", "M": 1 << 20
      default: 1
      }
    let digits = unit == 1 ? text[...] : text.dropLast()
    guard let number = Int(digits), number >= 1, case (let tokens, false) = number.multipliedReportingOverflow(by: unit)
    else { throw invalid(name, expected: .form("a number of tokens, as 8192 or 8k")) }
    return tokens
  }

  package func invalid(_ name: String, expected: UsageError.Expectation) -> UsageError {
    .invalidValue(option: "--" + name, value: value(name) ?? "", expected: expected)
  }
}
