import FitExample

// swift run does-it-fit CHECKPOINT [TOKENS]
guard CommandLine.arguments.count > 1 else { fatalError("does-it-fit CHECKPOINT [TOKENS]") }
let tokens = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 4096
print(FitQuestion(path: CommandLine.arguments[1], tokens: tokens).answer)
