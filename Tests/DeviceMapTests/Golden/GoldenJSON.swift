import DeviceMap
import Foundation
import Testing

/// A JSON text in a recorded output of the command, with the schema that describes it.
struct GoldenJSON: Sendable, CustomTestStringConvertible {
  let name: String
  let schema: String
  let text: String

  var testDescription: String { name }

  /// Every object that a recorded command wrote to stdout or to a file, in the order of the list.
  static func all() throws -> [GoldenJSON] {
    try GoldenCase.all().flatMap { golden -> [GoldenJSON] in
      guard let schema = schema(of: golden.words) else { return [] }
      let recording = try String(contentsOf: golden.file, encoding: .utf8)
      return sections(recording).filter { $0.hasPrefix("{") }.map {
        GoldenJSON(name: golden.name, schema: schema, text: $0)
      }
    }
  }

  /// What stands under the headings of stdout and of files.
  private static func sections(_ recording: String) -> [String] {
    recording.components(separatedBy: "\n--- ").dropFirst().compactMap { section in
      guard section.hasPrefix("stdout\n") || section.hasPrefix("file "), let end = section.firstIndex(of: "\n") else {
        return nil
      }
      return String(section[section.index(after: end)...])
    }
  }

  private static func schema(of words: [String]) -> String? {
    let isJSON = words.contains("--json")
    let isShared = !Set(words).isDisjoint(with: ["--tp", "--pp", "--nodes"])
    let engines = ["vllm", "sglang", "llama.cpp", "mlx"]
    switch words.first {
    case "plan" where words.contains("--export"): return nil
    case "plan" where isShared: return "ranks"
    case "plan" where words.contains("--compare"): return isJSON ? "comparison" : nil
    case "plan": return isJSON ? "plan" : "device_map"
    case "fit" where isShared || !Set(words).isDisjoint(with: engines): return isJSON ? "ranks" : nil
    case "fit", "check", "tree", "explain": return isJSON ? words[0] : nil
    case "architectures": return isJSON ? words[0] : nil
    case "entries": return words[0]
    case "devices" where words.contains("--list"): return isJSON ? "gpus" : nil
    case "devices": return isJSON ? "devices" : "max_memory"
    case "export" where !words.contains("json"): return nil
    case "export": return isShared ? "ranks" : "stages"
    default: return nil
    }
  }
}
