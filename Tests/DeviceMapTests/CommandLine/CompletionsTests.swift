import DeviceMap
import Testing

/// What is made from the specifications of the commands.
@Suite("Completions and manual") struct CompletionsTests {
  @Test("every command and option is in every script and in the manual") func complete() {
    let man = ProgramTests.run("man").out
    let scripts = ["bash", "zsh", "fish"].map { ProgramTests.run("completions", $0).out }
    for command in CommandSpec.all {
      let name = command.name
      for script in scripts { #expect(script.contains(name)) }
      #expect(man.contains(".SS \(name)"))
      for option in command.options {
        let dashes = option.name.split(separator: "-").joined(separator: "\\-")
        #expect(man.contains("\\-\\-\(dashes)"), "\(name) \(option.name)")
        #expect(scripts[0].contains("--\(option.name)"))
        #expect(scripts[1].contains("--\(option.name)["))
        #expect(scripts[2].contains("-l \(option.name) "))
      }
    }
    #expect(ProgramTests.run("completions", "csh").status == 2)
  }

  @Test("no text of the manual is taken for a request or an escape") func manual() {
    let requests = [".TH", ".SH", ".SS", ".TP", ".PP", ".B"]
    for line in ProgramTests.run("man").out.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains { line == $0 || line.hasPrefix($0 + " ") }, "\(line)")
    }
  }

  static func option(_ name: String, of command: String) -> OptionSpec? {
    CommandSpec.all.first { $0.name == command }?.options.first { $0.name == name }
  }

  @Test("each word that a shell completes is one that the option takes") func choices() throws {
    let taken = try #require(Self.option("gpu", of: "plan")).choices
    #expect(taken.count == GPUTable.all.count && Set(taken).count == taken.count)
    for (word, gpu) in zip(taken, GPUTable.all) {
      #expect(try GPUTable.find(word).memoryBytes == gpu.memoryBytes, "\(word)")
    }
    for (option, others) in [
      ("policy", []), ("dtype", ["int4", "int8", "float8_e4m3fn"]), ("engine", []), ("objective", ["latency"]),
      ("kv-dtype", []), ("attention", []), ("sampling", []), ("experts", ["cpu", "auto"]), ("release", []),
    ] {
      let words = Self.option(option, of: "explain")?.choices ?? []
      #expect(!words.isEmpty, "\(option)")
      for word in words.filter({ !others.contains($0) }).ofThisRun {
        let policy = option == "policy" || option == "engine" || option == "release" ? [] : ["--policy", "optimal"]
        let words =
          ["explain", ProgramTests.checkpoint("tiny-llama"), "--max-memory", "0=1MiB", "--context", "8"] + policy
          + ["--\(option)", word]
        let output = Program.run(words, ProgramEnvironment(devices: { DeviceInventory(devices: []) }))
        #expect(output.status == 0, "--\(option) \(word): \(output.messages.string)")
      }
    }
  }

  #if os(Linux)
    @Test(
      "bash completes commands, options, shells and files",
      arguments: [
        ("device-map pl", "plan"), ("device-map plan --max", "--max-memory"), ("device-map fit -", "--context"),
        ("device-map plan --policy bal", "balanced_low_0"), ("device-map fit --engine sg", "sglang"),
        ("device-map fit --train = adam", "adamw"), ("device-map fit --dtype =", "bfloat16"),
        ("device-map plan --gpu RTX-40", "RTX-4090"),
        ("device-map export --to ll", "llama.cpp"), ("device-map plan --kv-dtype fp", "fp8"),
        ("device-map completions z", "zsh"), ("device-map help expl", "explain"), ("device-map plan /et", "/etc"),
      ])
    func bash(_ typed: String, _ expected: String) throws {
      let script =
        ProgramTests.run("completions", "bash").out + """
          COMP_WORDS=(\(typed)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _device_map; printf '%s\\n' "${COMPREPLY[@]}"
          """
      guard case .ended(0, let output, let errors) = ChildProcess.run("bash", ["-euc", script], seconds: 20) else {
        Issue.record("bash failed")
        return
      }
      #expect(String(decoding: output, as: UTF8.self).split(separator: "\n").contains(expected[...]))
      #expect(errors.isEmpty)
    }
  #endif
}

@Suite("Doctor") struct DoctorTests {
  private func run(_ words: [String], _ answers: [String: ChildProcess.Outcome]) -> (out: String, status: Int32) {
    var environment = ProgramEnvironment(devices: { DeviceInventory(DeviceInventory.Source()) })
    environment.ask = { program, _ in answers[program] ?? .notFound }
    environment.variable = { ["HOME": "/home/somebody", "HF_TOKEN": "hf_secret"][$0] }
    let output = Program.run(["doctor"] + words, environment)
    return (output.result.string, output.status)
  }

  @Test("programs as they answer; neither token nor path") func answers() throws {
    let result = run(
      [],
      [
        "nvidia-smi": .ended(code: 0, text: "570.124\n570.124\n"), "rocm-smi": .timedOut,
        "curl": .ended(code: 0, text: "curl 8.5.0 (x86_64-pc-linux-gnu) libcurl/8.5.0\n"),
      ])
    #expect(result.status == 0)
    for (what, found) in [
      ("nvidia-smi", "570.124"), ("rocm-smi", "did not answer"), ("curl", "curl 8.5.0"), ("token", "found"),
      ("cache of huggingface_hub", "not there"),
    ] {
      let line = result.out.split(separator: "\n").first { $0.hasPrefix(what + " ") }
      #expect(line?.hasSuffix("  " + found) == true, "\(what): \(line ?? "")")
    }
    #expect(!result.out.contains("secret") && !result.out.contains("somebody"))
    #expect(run(["--paths"], [:]).out.contains("/home/somebody/.cache/huggingface/hub"))
    let json = try JSONDocument(parsing: run(["--json"], [:]).out).root
    #expect(try JSONSchema(count: 16).faults(in: json, by: "doctor") == [])
    #expect(
      json["facts"]?.elements.contains { $0["what"]?.string == "curl" && $0["found"]?.string == "not installed" }
        == true)
  }
}
