extension JSONWriter {
  /// The version of all objects that the command prints; raised when a key changes its meaning.
  package static let schemaVersion = 1

  /// `"schema_version"`, the first member of every object that the command prints.
  package mutating func schemaVersion() {
    key("schema_version")
    integer(Self.schemaVersion)
  }
}
