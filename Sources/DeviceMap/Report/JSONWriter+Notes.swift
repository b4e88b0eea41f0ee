extension JSONWriter {
  /// Writes the member `notes`: an array of `{"severity", "code", "text"}`, in the order of the notes.
  mutating func notes(_ notes: [Note]) {
    key("notes")
    array { list in
      for note in notes {
        list.object {
          $0.key("severity")
          $0.string(note.severity.rawValue)
          $0.key("code")
          $0.string(note.code)
          $0.key("text")
          $0.string(note.text)
        }
      }
    }
  }
}
