/// Writes help from the specifications, so that it cannot differ from what is parsed.
package enum Help {
  package static func program(_ commands: [CommandSpec], version: String) -> String {
    let width = commands.map(\.name.count).max() ?? 0
    let rows = commands.map { "  " + pad($0.name, to: width) + "  " + $0.summary }
    return """
      device-map \(version): plans where each part of a large model goes, from config.json and safetensors headers alone.

      usage: device-map COMMAND [arguments]

      commands:
      \(rows.joined(separator: "\n"))

      'device-map help COMMAND' explains a command; 'device-map --version' prints the version.
      A CHECKPOINT is a directory, a config.json (- for stdin), a .safetensors file, a .safetensors.index.json, or the
      id of a model on a hub (org/name).
      exit status: 0 done, 1 the answer is no (does not fit, map invalid), 2 bad input or usage.

      """
  }

  package static func command(_ command: CommandSpec) -> String {
    var text = "usage: device-map \(command.name)"
    for positional in command.positionals { text += " " + positional }
    if !command.options.isEmpty { text += " [options]" }
    text += "\n\n\(command.summary)\n"
    if !command.options.isEmpty {
      text += "\noptions:\n"
      let labels = command.options.map(label)
      for (label, option) in zip(labels, command.options) {
        text += "  " + label + "\n"
        for line in wrap(option.help, width: 92) { text += "      " + line + "\n" }
      }
    }
    if !command.discussion.isEmpty { text += "\n" + command.discussion + "\n" }
    return text
  }

  private static func label(_ option: OptionSpec) -> String {
    let short = option.short.map { "-\($0), " } ?? ""
    return short + "--" + option.name + (option.value.map { " " + $0 } ?? "")
  }

  private static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func wrap(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
