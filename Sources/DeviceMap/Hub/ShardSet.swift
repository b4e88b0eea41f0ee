/// `PREFIX-00001-of-00163.safetensors`: one of a numbered set.
struct ShardNumber: Hashable {
  /// What stands before the number.
  let head: String
  let number: Int
  /// How many digits the number has.
  let width: Int
  /// How many there are in the set, as it is written.
  let totalText: String

  init?(_ name: String) {
    guard let stem = name.removing(suffix: ".safetensors") else { return nil }
    let parts = stem.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[parts.count - 2] == "of", let number = Self.digits(parts[parts.count - 3]),
      let total = Self.digits(parts[parts.count - 1]), number <= total, total > 0
    else { return nil }
    self.number = number
    width = parts[parts.count - 3].utf8.count
    totalText = String(parts[parts.count - 1])
    head = parts.dropLast(3).map { $0 + "-" }.joined()
  }

  /// How many there are in the set; the largest number for one that is larger.
  var total: Int { Self.digits(totalText[...]) ?? 0 }

  private static func digits(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy(\.isDigit) else { return nil }
    return Int(text) ?? .max
  }
}

/// The files of one numbered set, of which perhaps only some are there.
struct ShardSet: Hashable {
  /// One of those that are there.
  private let example: ShardNumber
  /// How many digits a number has at least.
  private let width: Int
  private let first: Int
  /// How many of the files are there.
  let present: Int

  /// Nil when the names are of several sets, or of none.
  init?(_ names: [String]) {
    let numbers = names.compactMap { ShardNumber($0) }
    guard let example = numbers.first, numbers.count == names.count, Set(numbers.map(\.number)).count == names.count,
      numbers.allSatisfy({ $0.head == example.head && $0.totalText == example.totalText })
    else { return nil }
    self.example = example
    width = numbers.map(\.width).min() ?? 1
    first = numbers.contains { $0.number == 0 } ? 0 : 1
    present = names.count
    guard zip(names, numbers).allSatisfy({ $0 == name(of: $1.number) }) else { return nil }
  }

  /// How many files there should be.
  var total: Int { example.total }

  var isComplete: Bool { present == total }

  /// The names of the whole set, in order. O(total).
  var names: [String] { (first..<first + total).map { name(of: $0) } }

  private func name(of number: Int) -> String {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
    return "\(example.head)\(zeros)\(digits)-of-\(example.totalText).safetensors"
  }
}
