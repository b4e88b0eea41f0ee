/// Why a text is not the JSON of a plan.
public enum PlanReadingError: Error, Hashable, Sendable {
  /// It is not JSON.
  case json(JSONError)
  /// It is written in another version of the schema.
  case schemaVersion(Int)
  /// The member at this key path is missing or something else.
  case member(String, expected: String)
  /// The figure at this key path is not what follows from the others.
  case contradiction(String)
  /// A path in it has more parts, or it names more modules, than any model has.
  case tooLarge
  /// The device_map places something twice, or on a device that is not among the devices.
  case placement(PlacementError)
}

extension PlanReadingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .json(let error): "this is no plan: \(error)"
    case .schemaVersion(let version):
      "the plan is written in version \(version) of the schema; versions up to \(JSONWriter.schemaVersion) are read"
    case .member(let path, let expected): "this is no plan: '\(path)' should be \(expected)"
    case .contradiction(let path): "the plan contradicts itself: '\(path)' does not follow from the other figures"
    case .tooLarge: "the plan names more modules than any model has"
    case .placement(let error): "this is no plan: \(error)"
    }
  }
}
