extension JSONWriter {
  /// The version of all objects that the command prints; raised when a key changes its meaning or its type.
  package static let schemaVersion = 2
  /// The versions in which plans are written as in this one.
  package static let versionsOfPlans = 1...schemaVersion

  /// `"schema_version"`, the first member of every object that the command prints.
  package mutating func schemaVersion() {
    key("schema_version")
    integer(Self.schemaVersion)
  }
}
