/// What a command wrote.
package struct ProgramOutput: Sendable {
  /// For stdout: the result and nothing else.
  package var result = OutputBuffer()
  /// For stderr: notes, warnings, tables.
  package var messages = OutputBuffer()
  package var status: Int32 = 0

  /// Adds a line to the messages.
  package mutating func say(_ line: String) {
    messages.append(line)
    messages.append(byte: UInt8(ascii: "\n"))
  }

  /// Adds notes to the messages, one line each.
  package mutating func say(_ notes: [Note]) {
    for note in notes { say("device-map: \(note.severity.rawValue): \(note.text)") }
  }

  /// Writes the result to the file of `--output`, if there is one, instead of stdout.
  package mutating func deliver(_ arguments: Arguments) throws {
    guard let path = arguments.value("output") else { return }
    let bytes = result.bytes
    try Files.write(bytes, to: path)
    result = OutputBuffer()
  }
}
