import Synchronization

/// The headers of files, each read as soon as its first bytes are there, while those of others are on their way.
final class ArrivedHeaders: Sendable {
  private let headers = Mutex<[String: Result<SafetensorsHeader, SafetensorsError>]>([:])

  /// Reads the header out of an answer that has all of it; what is wrong with another is for who reads all answers.
  func read(_ answer: HubAnswer, of path: String, named name: String, asked: Int, size: Int?) {
    guard case .response(let response) = answer,
      let start = try? HubFileStart(response, asked: asked, size: size), start.isComplete
    else { return }
    let header = Result { () throws(SafetensorsError) in try start.header(named: name) }
    headers.withLock { $0[path] = header }
  }

  /// What was read of a file; nil if nothing was.
  subscript(path: String) -> Result<SafetensorsHeader, SafetensorsError>? { headers.withLock { $0[path] } }
}
