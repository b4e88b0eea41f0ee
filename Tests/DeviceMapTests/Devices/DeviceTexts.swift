/// Texts in `Fixtures/devices`, as programs and files of machines gave them.
enum DeviceTexts {
  static func text(_ name: String) throws -> String { try FixtureFiles.text("devices/\(name)") }
}
