/// The modelling files beside a checkpoint (`modeling_*.py`). They are read as text when an architecture is not known, and
/// never run.
package struct ModelingFiles: Sendable {
  private enum Source: Sendable {
    case directory(String)
    case texts([String])
  }

  private let source: Source

  /// More files are not read, nor more bytes of all of them.
  private static let most = 32
  private static let mostBytes = ModelingLexer.limit

  /// No files.
  package init() { source = .texts([]) }

  /// Texts instead of files.
  package init(texts: [String]) { source = .texts(texts) }

  package init(beside checkpoint: Checkpoint) {
    let isDirectory = (try? Files.kind(of: checkpoint.path)) == .directory
    source = .directory(isDirectory ? checkpoint.path : Files.directory(of: checkpoint.path))
  }

  /// What the files say; nothing when there are none, or none that can be read.
  func text() -> ModelingText {
    var result = ModelingText()
    switch source {
    case .texts(let texts):
      for text in texts { result.add(Array(text.utf8)) }
    case .directory(let path):
      guard let names = try? Files.list(path) else { return result }
      let python = names.filter { $0.hasSuffix(".py") && $0.hasPrefix("model") }
      var left = Self.mostBytes
      for name in python.prefix(Self.most) {
        let path = Files.join(path, name)
        guard let bytes = try? Files.read(path, limit: left) else { continue }
        left -= bytes.count
        result.add(Array(bytes))
      }
    }
    return result
  }
}
