/// Where an entry of the catalog comes from.
///
/// A line below `unit NAME` says it for all entries of the unit, the first line in an entry for that one.
package enum Provenance: Hashable, Sendable {
  /// `recorded VERSION`: written by the recorder from that version of the reference (or of the library that it names).
  case recorded(version: String)
  /// `by hand: WHY`: written by a person, or corrected where the reason says so.
  case byHand(reason: String)

  /// The entries describe what code beside checkpoints builds: `by hand: code beside the checkpoint`.
  var isOfCheckpointCode: Bool {
    if case .byHand(let reason) = self { reason.hasPrefix("code beside the checkpoint") } else { false }
  }

  /// What a line says; nil when it says nothing about where an entry comes from. O(length).
  init?(_ text: Span<UInt8>, _ line: Range<Int>) {
    guard Self.isOne(text, line) else { return nil }
    let value = text.string(in: (line.lowerBound + 9)..<line.upperBound)
    self = text[line.lowerBound] == UInt8(ascii: "r") ? .recorded(version: value) : .byHand(reason: value)
  }

  /// Whether a line says where an entry comes from.
  static func isOne(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count > 9 else { return false }
    let start = line.lowerBound..<(line.lowerBound + 9)
    return text.equals("recorded ", in: start) || text.equals("by hand: ", in: start)
  }
}
