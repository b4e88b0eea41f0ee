/// A remark that goes with a result: something was inferred, ignored, or done otherwise than the reference does it.
public struct Note: Hashable, Sendable {
  /// How much a remark matters.
  public enum Severity: String, CaseIterable, Sendable {
    /// Worth knowing.
    case note
    /// Likely not what the user wants.
    case warning
    /// A model that is placed so fails to load or to run.
    case error
  }

  /// How much it matters.
  public var severity: Severity
  /// A stable identifier for programs, in kebab case (`unknown-architecture`).
  public var code: String
  /// One sentence for people.
  public var text: String

  /// - Parameters:
  ///   - severity: how much it matters.
  ///   - code: a stable identifier for programs.
  ///   - text: one sentence for people.
  public init(_ severity: Severity = .note, code: String, _ text: String) {
    self.severity = severity
    self.code = code
    self.text = text
  }
}
