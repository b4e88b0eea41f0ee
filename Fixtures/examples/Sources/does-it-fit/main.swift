import FitExample

// swift run --package-path Fixtures/examples does-it-fit CHECKPOINT [TOKENS]
let words = CommandLine.arguments.dropFirst()
if let path = words.first {
  let tokens = words.dropFirst().first.flatMap { Int($0) } ?? 4096
  print(FitQuestion(path: path, tokens: tokens).answer)
} else {
  print("usage: does-it-fit CHECKPOINT [TOKENS]")
}
