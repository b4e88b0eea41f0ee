/// Regular expressions for numbers of layers, as engines match them in names: `1[89]|[23][0-9]` for 18 to 39.
enum NumberPattern {
  /// An alternation that matches these numbers and no others, each in full. O(numbers).
  ///
  /// - Parameter numbers: ascending, not negative.
  static func text(of numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.flatMap(pieces).joined(separator: "|")
  }

  /// One expression for each length and each beginning.
  private static func pieces(_ range: ClosedRange<Int>) -> [String] {
    var result: [String] = []
    var low = range.lowerBound
    while low <= range.upperBound {
      let digits = String(low).utf8.count
      let longest = (0..<digits).reduce(1) { power, _ in power *| 10 } - 1
      let high = min(range.upperBound, longest)
      result += pieces(Array(String(low).utf8)[...], Array(String(high).utf8)[...])
      low = high + 1
    }
    return result
  }

  /// Of two numbers with equally many digits.
  private static func pieces(_ low: ArraySlice<UInt8>, _ high: ArraySlice<UInt8>) -> [String] {
    guard var first = low.first, var last = high.first else { return [""] }
    let (lowRest, highRest) = (low.dropFirst(), high.dropFirst())
    if first == last { return pieces(lowRest, highRest).map { digits(first...first) + $0 } }
    var result: [String] = []
    if lowRest.contains(where: { $0 != zero }) {
      result += pieces(lowRest, lowRest.map { _ in nine }[...]).map {
        digits(low[low.startIndex]...low[low.startIndex]) + $0
      }
      first += 1
    }
    var tail: [String] = []
    if highRest.contains(where: { $0 != nine }) {
      tail = pieces(highRest.map { _ in zero }[...], highRest).map { digits(last...last) + $0 }
      last -= 1
    }
    if first <= last { result.append(digits(first...last) + String(repeating: "[0-9]", count: lowRest.count)) }
    return result + tail
  }

  private static let zero = UInt8(ascii: "0")
  private static let nine = UInt8(ascii: "9")

  /// `3`, `[34]`, `[3-7]`
  private static func digits(_ range: ClosedRange<UInt8>) -> String {
    let (first, last) = (String(UnicodeScalar(range.lowerBound)), String(UnicodeScalar(range.upperBound)))
    switch range.count {
    case 1: return first
    case 2: return "[\(first)\(last)]"
    default: return "[\(first)-\(last)]"
    }
  }
}
