/// A release of transformers: the models that it has, and the rules by which it loads and places them.
public struct Release: Hashable, Comparable, Sendable {
  package let major: Int
  package let minor: Int
  package let patch: Int

  /// Reads `MAJOR.MINOR` or `MAJOR.MINOR.PATCH`, with whatever follows the numbers of a development version; nil for
  /// anything else. O(length).
  package init?(_ text: String) {
    var numbers: [Int] = []
    for part in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).prefix(3) {
      let digits = part.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      guard let number = Int(String(Substring(digits))), number < 1 << 20 else { break }
      numbers.append(number)
    }
    guard numbers.count >= 2 else { return nil }
    (major, minor, patch) = (numbers[0], numbers[1], numbers.count > 2 ? numbers[2] : 0)
  }

  /// The series, by which releases are asked for (`5.24`).
  public var name: String { "\(major).\(minor)" }

  /// The whole number (`5.24.0`).
  public var version: String { "\(major).\(minor).\(patch)" }

  public static func < (left: Release, right: Release) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }

  /// Whether it is of the same series as another, or of an earlier one.
  package func isUpTo(_ other: Release) -> Bool { (major, minor) <= (other.major, other.minor) }
}
