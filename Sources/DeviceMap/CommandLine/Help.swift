/// Writes help from the specifications, so that it cannot differ from what is parsed.
package enum Help {
  /// Lines are not longer, however wide the screen is.
  private static let widest = 100

  /// - Parameter width: columns of the screen, nil for any number.
  package static func program(_ commands: [CommandSpec], version: String, width: Int? = nil) -> String {
    let names = commands.map(\.name.count).max() ?? 0
    let rows = commands.map { command in
      wrap("  " + pad(command.name, to: names) + "  " + command.summary, width, hanging: names + 2)
    }
    let paragraphs = [
      "device-map \(version): plans where each part of a large model goes, from config.json and safetensors headers alone.",
      "usage: device-map COMMAND [arguments]", "commands:\n" + rows.joined(separator: "\n"),
      [
        "'device-map help COMMAND' explains a command; 'device-map --version' prints the version.",
        "A CHECKPOINT is a directory, a config.json (- for stdin), a .safetensors file, a .safetensors.index.json, or the id "
          + "of a model on a hub (org/name).", "exit status: \(exitStatus)",
      ].map { wrap($0, width) }.joined(separator: "\n"),
    ]
    return paragraphs.map { wrap($0, width) }.joined(separator: "\n\n") + "\n"
  }

  /// What the exit statuses mean, for all commands alike.
  static let exitStatus =
    "0 done; 1 the answer is no: the model does not fit, the map is not valid, or the plan exceeds its limits or cannot run "
    + "(it is printed all the same); 2 bad input or usage."

  /// - Parameter width: columns of the screen, nil for any number.
  package static func command(_ command: CommandSpec, width: Int? = nil) -> String {
    var usage = "usage: device-map \(command.name)"
    for positional in command.positionals { usage += " " + positional }
    if !command.options.isEmpty { usage += " [options]" }
    var text = wrap(usage, width) + "\n\n" + wrap(command.summary, width) + "\n"
    if !command.options.isEmpty {
      text += "\noptions:\n"
      for option in command.options {
        text += "  " + label(option) + "\n" + wrap("      " + option.help, width) + "\n"
      }
    }
    let discussion = command.discussion.split(separator: "\n").joined(separator: " ")
    if !discussion.isEmpty { text += "\n" + wrap(discussion, width) + "\n" }
    return text
  }

  private static func wrap(_ text: String, _ width: Int?, hanging: Int = 0) -> String {
    text.wrapped(to: min(width ?? widest, widest), hanging: hanging)
  }

  private static func label(_ option: OptionSpec) -> String {
    let short = option.short.map { "-\($0), " } ?? ""
    return short + "--" + option.name + (option.value.map { " " + $0 } ?? "")
  }

  private static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
