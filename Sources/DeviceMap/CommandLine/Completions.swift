/// Scripts with which a shell completes commands, options, their values and files, made from the specifications.
package enum Completions: String, CaseIterable {
  case bash, zsh, fish

  /// The script for a shell to read.
  package func script(_ commands: [CommandSpec]) -> String {
    switch self {
    case .bash: Self.bash(commands)
    case .zsh: Self.zsh(commands)
    case .fish: Self.fish(commands)
    }
  }

  private static func options(_ command: CommandSpec) -> [String] {
    (command.options.flatMap { option in (option.short.map { ["-\($0)"] } ?? []) + ["--" + option.name] }) + ["--help"]
  }

  /// What a command completes where no option is meant; nil for files.
  private static func words(_ command: CommandSpec, _ commands: [CommandSpec]) -> [String]? {
    switch command.name {
    case "help": commands.map(\.name)
    case "completions": allCases.map(\.rawValue)
    default: nil
    }
  }

  /// Options with fixed words, with the commands that take these words: most options mean the same in several.
  private static func choices(_ commands: [CommandSpec]) -> [(options: [String], words: [String])] {
    var found: [(options: [String], words: [String])] = []
    for command in commands {
      for option in command.options {
        let words = option.choices
        guard !words.isEmpty else { continue }
        let name = "\(command.name):--\(option.name)"
        if let index = found.firstIndex(where: { $0.words == words }) {
          found[index].options.append(name)
        } else {
          found.append(([name], words))
        }
      }
    }
    return found
  }

  private static func bash(_ commands: [CommandSpec]) -> String {
    let cases = commands.map { command in
      let words = words(command, commands).map { " words=\"\($0.joined(separator: " "))\"" } ?? ""
      return "    \(command.name)) options=\"\(options(command).joined(separator: " "))\"\(words) ;;\n"
    }
    let values = choices(commands).map { options, words in
      "    \(options.joined(separator: "|"))) values=\"\(words.joined(separator: " "))\" ;;\n"
    }
    return """
      _device_map() {
        local word=${COMP_WORDS[COMP_CWORD]} previous="" options="" words="" values=""
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(commands.map(\.name).joined(separator: " ")) --help --version" -- "$word"))
          return
        fi
        previous=${COMP_WORDS[COMP_CWORD - 1]}
        # --option=value comes in three words.
        if [ "$word" = "=" ]; then
          word=""
        elif [ "$previous" = "=" ]; then
          previous=${COMP_WORDS[COMP_CWORD - 2]}
        fi
        case ${COMP_WORDS[1]} in
      \(cases.joined())  esac
        case ${COMP_WORDS[1]}:$previous in
      \(values.joined())  esac
        if [ -n "$values" ]; then
          COMPREPLY=($(compgen -W "$values" -- "$word"))
          return
        fi
        case $word in
          -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
          *) if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$word")); else COMPREPLY=($(compgen -f -- "$word")); fi ;;
        esac
      }
      complete -o filenames -F _device_map device-map

      """
  }

  private static func zsh(_ commands: [CommandSpec]) -> String {
    func quoted(_ text: String) -> String { "'" + text.replacingBytes("'", with: #"'\''"#) + "'" }
    func described(_ text: String) -> String {
      ["[", "]", ":"].reduce(text.replacingBytes("\\", with: "\\\\")) { $0.replacingBytes($1, with: "\\" + $1) }
    }
    let names = commands.map { "    " + quoted($0.name + ":" + described($0.summary)) + "\n" }
    let cases = commands.map { command in
      let lines = command.options.flatMap { option in
        let star = option.repeatable ? "*" : ""
        let choices = option.choices.isEmpty ? "" : "(\(option.choices.joined(separator: " ")))"
        let value = option.value.map { ":\(described($0)):" + ($0.hasPrefix("FILE") ? "_files" : choices) } ?? ""
        let names = (option.short.map { ["-\($0)"] } ?? []) + ["--" + option.name]
        return names.map { quoted("\(star)\($0)[\(described(option.help))]\(value)") }
      }
      let rest =
        words(command, commands).map { quoted("*:word:(\($0.joined(separator: " ")))") } ?? quoted("*:file:_files")
      return "    \(command.name)) _arguments " + (lines + [rest]).joined(separator: " ") + " ;;\n"
    }
    return """
      #compdef device-map
      _device-map() {
        local -a commands
        commands=(
      \(names.joined())  )
        if (( CURRENT == 2 )); then
          _describe command commands
          return
        fi
        local command=$words[2]
        words=($words[2,-1])
        (( CURRENT-- ))
        case $command in
      \(cases.joined())  esac
      }
      if [ "$funcstack[1]" = "_device-map" ]; then _device-map "$@"; else compdef _device-map device-map; fi

      """
  }

  private static func fish(_ commands: [CommandSpec]) -> String {
    func quoted(_ text: String) -> String {
      "'" + text.replacingBytes("\\", with: "\\\\").replacingBytes("'", with: "\\'") + "'"
    }
    var lines = ["complete -c device-map -f"]
    for command in commands {
      lines.append(
        "complete -c device-map -n __fish_use_subcommand -a \(command.name) -d \(quoted(command.summary))")
      let within = "complete -c device-map -n '__fish_seen_subcommand_from \(command.name)'"
      lines.append(within + (words(command, commands).map { " -a \(quoted($0.joined(separator: " ")))" } ?? " -F"))
      for option in command.options {
        let short = option.short.map { " -s \($0)" } ?? ""
        let choices = option.choices.joined(separator: " ")
        let value = choices.isEmpty ? " -r" : " -x -a \(quoted(choices))"
        lines.append(
          within + short + " -l \(option.name)" + (option.value == nil ? "" : value) + " -d \(quoted(option.help))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
