/// What a command wrote.
package struct ProgramOutput: Sendable {
  /// For stdout: the result and nothing else.
  package var result = OutputBuffer()
  /// For stderr: notes, warnings, tables.
  package var messages = OutputBuffer()
  package var status: Int32 = 0
  /// Columns that lines of messages are broken to; nil for any number.
  package var screenWidth: Int?

  package init(screenWidth: Int? = nil) { self.screenWidth = screenWidth }

  /// Adds a line to the messages.
  package mutating func say(_ line: String) {
    messages.append(line.printable.shortened(to: 4000).wrapped(to: screenWidth, hanging: 2) + "\n")
  }

  /// Adds a table or a drawing to the messages.
  package mutating func say(lines: String) { messages.append(lines.printableLines) }

  /// Adds a table or a drawing whose texts are printable already, and whose colours are to stay.
  package mutating func say(drawing: String) { messages.append(drawing) }

  /// Adds a text for people to the result; what is for programs (JSON) is appended to ``result`` as it is.
  package mutating func show(_ lines: String) { result.append(lines.printableLines) }

  /// Adds notes to the messages, one line for all that are alike.
  package mutating func say(_ notes: [Note]) {
    for text in AlikeText.grouped(notes.map { "device-map: \($0.severity.rawValue): \($0.text)" }) { say(text) }
  }

  /// Writes the result to the file of `--output`, if there is one, instead of stdout.
  package mutating func deliver(_ arguments: Arguments) throws {
    guard let path = arguments.value("output"), path != ProgramEnvironment.stream else { return }
    let bytes = result.bytes
    try Files.write(bytes, to: path, keeping: InputFiles.identities(arguments))
    result = OutputBuffer()
  }
}
