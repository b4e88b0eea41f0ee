/// Numbers of a template while rules rename it: bytes in the name, which number they stand for beside it.
///
/// The bytes are such as no text has, so that no name can be taken for one that holds a number; patterns take them for
/// digits. Each stand-in is 0xFF and eleven digits of base 7 (0xF8 to 0xFE), which count the numbers seen so far.
struct NumberStandIns {
  private static let start: UInt8 = 0xFF
  private static let zero: UInt8 = 0xF8
  private static let digits = 11

  private var numbers: [NameNumber] = []
  private var known: [NameNumber: Int] = [:]

  /// The bytes that stand for a number.
  mutating func bytes(for number: NameNumber) -> [UInt8] {
    let index = known[number] ?? numbers.count
    if index == numbers.count {
      known[number] = index
      numbers.append(number)
    }
    var result = [Self.start]
    var rest = index
    for _ in 0..<Self.digits {
      result.append(Self.zero + UInt8(rest % 7))
      rest /= 7
    }
    return result
  }

  /// The number that stands in `name` at `position`, and the bytes it takes; nil if there is none, or not all of it.
  func number(in name: ArraySlice<UInt8>) -> (number: NameNumber, length: Int)? {
    guard name.first == Self.start, name.count > Self.digits else { return nil }
    var index = 0
    for byte in name.dropFirst().prefix(Self.digits).reversed() {
      guard byte >= Self.zero, byte < Self.start else { return nil }
      index = index * 7 + Int(byte - Self.zero)
    }
    return index < numbers.count ? (numbers[index], Self.digits + 1) : nil
  }
}
