/// Where an entry of the catalog comes from.
///
/// A line below `unit NAME` says it for all entries of the unit, a line in an entry for that one.
package enum Provenance: Hashable, Sendable {
  /// `recorded VERSION`: written by the recorder from that version of the reference (or of the library that it names).
  case recorded(version: String)
  /// `by hand: WHY`: written by a person, or corrected where the reason says so.
  case byHand(reason: String)

  /// What a line says; nil when it says nothing about where an entry comes from.
  init?(_ line: String) {
    let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
    guard parts.count == 2 else { return nil }
    if parts[0] == "recorded" {
      self = .recorded(version: String(parts[1]))
    } else if line.hasPrefix("by hand: ") {
      self = .byHand(reason: String(line.dropFirst(9)))
    } else {
      return nil
    }
  }
}
