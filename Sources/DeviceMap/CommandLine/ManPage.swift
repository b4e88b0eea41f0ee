/// The page of the manual, made from the specifications.
package enum ManPage {
  /// The text as `man` reads it.
  package static func text(_ commands: [CommandSpec], version: String) -> String {
    var lines = [
      ".TH DEVICE\\-MAP 1 \"\" \"device\\-map \(version)\" \"User Commands\"", ".SH NAME",
      "device\\-map \\- plans where each part of a large model goes", ".SH SYNOPSIS", ".B device\\-map",
      "COMMAND [arguments]", ".SH DESCRIPTION",
      line(
        "Reads config.json and the headers of safetensors files, never the weights, and writes the device_map with which "
          + "transformers and accelerate load a model over GPUs, cpu and disk."), ".PP",
      line(
        "A CHECKPOINT is a directory, a config.json (- for stdin), a .safetensors file, a .safetensors.index.json, or "
          + "the id of a model on a hub (org/name)."),
      ".SH COMMANDS",
    ]
    for command in commands {
      lines.append(".SS " + line(([command.name] + command.positionals).joined(separator: " ")))
      lines.append(line(command.summary))
      for option in command.options {
        let short = option.short.map { "-\($0), " } ?? ""
        lines.append(".TP")
        lines.append(".B " + line(short + "--" + option.name + (option.value.map { " " + $0 } ?? "")))
        lines.append(line(option.help))
      }
      guard !command.discussion.isEmpty else { continue }
      lines.append(".PP")
      lines += command.discussion.split(separator: "\n").map { line(String($0)) }
    }
    lines += [
      ".SH EXIT STATUS", line(Help.exitStatus),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text as it stands in a line of the page.
  private static func line(_ text: String) -> String {
    let escaped = text.replacingBytes("\\", with: "\\e").replacingBytes("-", with: "\\-")
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }
}
