import DeviceMap

/// Asks 64 tasks at once for plans, trees and fits of checkpoints: `program ROUNDS CHECKPOINT...`.
@main enum SharedQuestions {
  static func main() async {
    let words = CommandLine.arguments
    guard words.count > 2, let rounds = Int(words[1]) else { fatalError("ROUNDS CHECKPOINT...") }
    let questions = words[2...].flatMap { path in
      [
        ["plan", path, "--max-memory", "0=200KiB,1=100KiB,cpu=1GiB", "--json"],
        ["plan", path, "--max-memory", "0=200KiB,1=100KiB,cpu=1GiB", "--compare"],
        ["plan", path, "--max-memory", "0=200KiB,1=100KiB,cpu=1GiB", "--policy", "optimal", "--report"],
        ["tree", path, "--json"], ["explain", path, "--max-memory", "0=200KiB,1=100KiB,cpu=1GiB"],
        ["fit", path, "--max-memory", "0=1MiB", "--context", "16", "--json"],
      ]
    }
    let expected = questions.map(answer)
    let wrong = await withTaskGroup(of: Int.self) { group in
      for task in 0..<64 {
        group.addTask {
          (0..<rounds).count { round in
            let question = (task + round) % questions.count
            return answer(questions[question]) != expected[question]
          }
        }
      }
      var wrong = 0
      for await count in group { wrong += count }
      return wrong
    }
    print("\(64 * rounds) answers of 64 tasks, \(wrong) wrong")
    if wrong > 0 { fatalError("answers differ") }
  }

  private static func answer(_ words: [String]) -> [UInt8] {
    let output = Program.run(words, ProgramEnvironment())
    return output.result.bytes + output.messages.bytes
  }
}
