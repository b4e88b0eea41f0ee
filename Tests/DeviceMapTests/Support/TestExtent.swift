import Foundation

/// How much of the long lists one run of the tests compares, as `DEVICE_MAP_TESTS` says.
///
/// Two minutes of CPU are what a run may cost that is made after every change. All recordings cost seven: `.ci/run`
/// compares them.
enum TestExtent: String {
  /// A fifth of each long list of recordings and of random instances; the default.
  case short
  /// All recordings, all random instances.
  case whole
  /// Many times as many random instances too.
  case long

  static let current: TestExtent = {
    guard let word = ProcessInfo.processInfo.environment["DEVICE_MAP_TESTS"] else { return .short }
    guard let extent = TestExtent(rawValue: word) else { fatalError("DEVICE_MAP_TESTS is short, whole or long") }
    return extent
  }()

  static var isLong: Bool { current == .long }

  /// Whether this run compares the element at `index` of a long list.
  static func takes(_ index: Int) -> Bool { current != .short || index % 5 == 2 }

  /// The count of random instances of a test that takes `count` in a whole run.
  static func rounds(_ count: Int) -> Int { current == .short ? (count + 4) / 5 : count }
}

extension Array {
  /// The elements that this run compares: all, or of a short run every fifth, from the third on so that lists in the order
  /// of names begin at no special one.
  var ofThisRun: [Element] {
    count > 2 ? enumerated().filter { TestExtent.takes($0.offset) }.map(\.element) : self
  }
}
