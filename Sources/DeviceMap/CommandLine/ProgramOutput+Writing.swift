extension ProgramOutput {
  /// Shows one line on the terminal behind stderr, in the place of the one before; nothing for an empty one.
  package static func show(_ progress: String) {
    _ = Files.writeAll(Array("\r\u{1B}[K\(progress)".utf8), to: 2)
  }

  /// Writes messages to stderr and the result to stdout, each at once.
  ///
  /// - Returns: the exit status: the command's, or 2 when the result cannot be written (a full disk).
  package func write() -> Int32 {
    _ = Files.writeAll(messages.bytes, to: 2)
    guard Files.writeAll(result.bytes, to: 1) != nil else { return status }
    var message = OutputBuffer()
    message.append("device-map: error: cannot write to stdout\n")
    _ = Files.writeAll(message.bytes, to: 2)
    return 2
  }
}
