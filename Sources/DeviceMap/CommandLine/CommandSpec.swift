/// An option of a command, as parsed and as shown in its help.
package struct OptionSpec: Sendable {
  /// Long name without dashes (`max-memory`).
  package let name: String
  /// One-letter form without the dash.
  package let short: Character?
  /// Name of the value in help; nil for a flag.
  package let value: String?
  package let help: String
  /// Whether it may be given more than once.
  package let repeatable: Bool
  private let makeChoices: @Sendable () -> [String]

  package init(
    _ name: String, short: Character? = nil, value: String? = nil, repeatable: Bool = false,
    choices: @autoclosure @escaping @Sendable () -> [String] = [], _ help: String
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.repeatable = repeatable
    makeChoices = choices
    self.help = help
  }

  /// The words that it takes, for shells to complete; empty where these are no fixed words.
  ///
  /// - Complexity: O(words); made when they are asked for.
  package var choices: [String] { makeChoices() }
}

/// A command of the program: what it takes, and what its help says.
package struct CommandSpec: Sendable {
  package let name: String
  package let summary: String
  /// Required positional arguments, then optional ones in brackets (`[MODULE]`).
  package let positionals: [String]
  package let options: [OptionSpec]
  /// Paragraphs under the options.
  package let discussion: String

  package init(
    _ name: String, summary: String, positionals: [String] = [], options: [OptionSpec] = [], discussion: String = ""
  ) {
    self.name = name
    self.summary = summary
    self.positionals = positionals
    self.options = options
    self.discussion = discussion
  }

  var requiredPositionals: Int { positionals.count { !$0.hasPrefix("[") } }

  func option(named name: some StringProtocol) -> OptionSpec? { options.first { $0.name == name } }

  func option(short: Character) -> OptionSpec? { options.first { $0.short == short } }
}
