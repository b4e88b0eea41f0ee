/// Values of a model's config that its memory is computed from: those of config.json over the defaults of the
/// architecture.
package struct ConfigFields: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case none
    case bool(Bool)
    case integer(Int)
    case real(Double)
    case text(String)
    case list([Value])
    case object([String: Value])
  }

  /// `model_type` of the model (`llama`, `gemma3_text`).
  package var modelType: String
  /// The fields that have a value, under every name that the config class knows for them.
  package var values: [String: Value]
  /// Fields that the catalog cannot tell, with the reason.
  package var unknown: [String: String] = [:]

  package init(modelType: String, values: [String: Value]) {
    self.modelType = modelType
    self.values = values
  }

  /// Objects with more members hold no sizes (`id2label`, vocabularies).
  package static let mostMembers = 256
}

extension ModuleTree {
  /// A model within the tree and its config.
  package struct ModelConfiguration: Sendable {
    /// Path of the module that holds the model, `""` for the root.
    package var path: String
    package var fields: ConfigFields

    package init(path: String, fields: ConfigFields) {
      self.path = path
      self.fields = fields
    }
  }
}
