extension ProgramEnvironment {
  /// The word that stands for stdin where a file is read, and for stdout where one is written.
  static let stream = "-"

  /// The bytes of a file that the command line names, or of stdin.
  ///
  /// - Parameter limit: more bytes than these are refused.
  func read(_ path: String, limit: Int) throws -> ContiguousArray<UInt8> {
    path == Self.stream ? try input(limit) : try Files.read(path, limit: limit, accepting: .anything)
  }

  /// What messages call a file that is read.
  static func title(of path: String) -> String { path == stream ? "stdin" : path }
}

extension Arguments {
  /// The files that are read.
  var inputPaths: [String] { positionals + values("catalog") }

  /// What the engine that a text is for is to load: `--as`, or CHECKPOINT as it was given.
  ///
  /// - Throws: ``UsageError/unnamedModel`` when that is stdin.
  func modelToLoad() throws(UsageError) -> String {
    let name = value("as") ?? positionals[0]
    guard name != ProgramEnvironment.stream else { throw .unnamedModel }
    return name
  }

  /// - Throws: ``UsageError/streamTwice(_:)`` when more than one file is to come from stdin, or go to stdout.
  func checkStreams() throws(UsageError) {
    let isStream = { (word: String) in word == ProgramEnvironment.stream }
    if inputPaths.count(where: isStream) > 1 { throw .streamTwice("stdin") }
    let outputs = ["svg", "html", "output"].compactMap { name in value(name).map { (option: "--\(name)", path: $0) } }
    if outputs.count(where: { isStream($0.path) }) > 1 { throw .streamTwice("stdout") }
    for (index, output) in outputs.enumerated() {
      guard let same = outputs[..<index].first(where: { $0.path == output.path }) else { continue }
      throw .contradiction("\(same.option) \(same.path)", "\(output.option) \(output.path)")
    }
  }
}
