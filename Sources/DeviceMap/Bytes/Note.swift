/// A remark that goes with a result: something was inferred, ignored, or done otherwise than the reference does it.
public struct Note: Hashable, Sendable {
  public enum Severity: String, Sendable {
    /// Worth knowing.
    case note
    /// Likely not what the user wants.
    case warning
  }

  public var severity: Severity
  /// A stable identifier for programs, in kebab case (`unknown-architecture`).
  public var code: String
  /// One sentence for people.
  public var text: String

  public init(_ severity: Severity = .note, code: String, _ text: String) {
    self.severity = severity
    self.code = code
    self.text = text
  }
}
