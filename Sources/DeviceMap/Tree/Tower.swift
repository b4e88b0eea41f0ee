/// A part of a model for images or sound, by the names that such parts have: of modules, and of configs within a config.
///
/// ``ModuleRole/isTower(_:)`` looks for words in a name, so that it finds projectors and what nobody has named yet; these
/// are whole names, for what must not be taken for a tower by mistake.
package enum Tower {
  /// Whether a module of this name is one.
  package static func isModule(_ name: some StringProtocol) -> Bool { modules.contains { $0 == name } }

  /// Whether a config on this path (`thinker_config.audio_config`) describes one, or is within one that does.
  package static func holdsConfig(at path: String) -> Bool {
    path.split(separator: ".").contains { part in configs.contains { $0 == part } }
  }

  private static let modules = [
    "visual", "vision_tower", "vision_model", "audio_tower", "audio_model", "sam_model", "code_predictor",
  ]

  private static let configs = ["vision_config", "image_config", "audio_config", "vq_config"]
}
