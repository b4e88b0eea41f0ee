/// What the bytes of a forward pass depend on besides the config.
package enum WorkSymbol: String, CaseIterable, Hashable, Sendable {
  /// Sequences.
  case batch = "B"
  /// New tokens of each sequence.
  case new = "S"
  /// Cached and new tokens of each sequence.
  case total = "T"
  /// Tokens of the encoder's input.
  case source = "N"
  /// Keys that a layer with a window sees in a piece of a prefill: new tokens and those that the window has left.
  case windowKeys = "U"
  /// Keys that a layer with a window sees of a step: as many as there are, or as the window has.
  case window = "sliding_window"
  /// Chunks of the prompt that a recurrent layer takes one after the other.
  case chunks = "C"
  /// The lengths at the next multiple of 16.
  case newAligned = "S16"
  case totalAligned = "T16"
  case windowKeysAligned = "U16"
  case sourceAligned = "N16"
  /// Tokens and those of the encoder in one attention, at the next multiple of 16.
  case totalAndSourceAligned = "TN16"
  /// Tokens of the encoder's input, filled up to whole windows of an encoder that attends within them.
  case sourceInWindows = "NW"
  /// Bytes of an element of the model's dtype.
  case elementBytes = "bytes"
}

/// The values of the symbols for one forward pass.
package struct WorkNumbers: Hashable, Sendable {
  package var batch: Int
  package var new: Int
  package var total: Int
  package var source: Int
  package var window: Int?
  /// Tokens of a chunk, 1 where no layer works in chunks.
  package var chunk = 1
  /// Tokens of a window of the encoder, 1 where it has none.
  package var sourceWindow = 1
  package var elementBytes: Int

  package init(batch: Int, new: Int, total: Int, source: Int = 0, window: Int? = nil, elementBytes: Int = 2) {
    self.batch = batch
    self.new = new
    self.total = total
    self.source = source
    self.window = window
    self.elementBytes = elementBytes
  }

  fileprivate subscript(_ symbol: WorkSymbol) -> Int {
    switch symbol {
    case .batch: batch
    case .new: new
    case .total: total
    case .source: source
    case .windowKeys: windowKeys
    case .window: window.map { min(total, $0) } ?? total
    case .chunks: new / max(1, chunk) +| (new % max(1, chunk) > 0 ? 1 : 0)
    case .newAligned: Self.aligned(new)
    case .totalAligned: Self.aligned(total)
    case .windowKeysAligned: Self.aligned(windowKeys)
    case .sourceAligned: Self.aligned(source)
    case .totalAndSourceAligned: Self.aligned(total +| source)
    case .sourceInWindows: (source +| (sourceWindow - 1)) / sourceWindow *| sourceWindow
    case .elementBytes: elementBytes
    }
  }

  private var windowKeys: Int { window.map { min(total, new +| max(0, $0 - 1)) } ?? total }

  private static func aligned(_ length: Int) -> Int { (length +| 15) / 16 *| 16 }
}

/// Why a recorded form has no value for a config: its peaks count as not recorded.
package enum PeakFailure: Error {
  case overflow
  /// The text is no form.
  case malformed
  /// The config lacks a field, or has another kind of value there.
  case noNumber(String)
}

/// A closed form over the work of a forward pass: whole-number coefficients, which follow from a config, times products
/// of symbols.
package struct WorkPolynomial: Hashable, Sendable {
  struct Term: Hashable, Sendable {
    var powers: WorkPowers
    var coefficient: Int
  }

  /// Terms with the same powers are one.
  private(set) var terms: [Term] = []

  init(_ constant: Int) {
    if constant != 0 { terms = [Term(powers: .none, coefficient: constant)] }
  }

  init(_ symbol: WorkSymbol) { terms = [Term(powers: WorkPowers(symbol), coefficient: 1)] }

  /// The number, where no symbol occurs.
  var constant: Int? {
    if terms.isEmpty { return 0 }
    return terms.count == 1 && terms[0].powers == .none ? terms[0].coefficient : nil
  }

  /// - Throws: ``PeakFailure/overflow``.
  mutating func add(_ other: Self, sign: Int = 1) throws(PeakFailure) {
    for term in other.terms { try add(term.powers, term.coefficient * sign) }
  }

  private mutating func add(_ powers: WorkPowers, _ coefficient: Int) throws(PeakFailure) {
    guard let index = terms.firstIndex(where: { $0.powers == powers }) else {
      terms.append(Term(powers: powers, coefficient: coefficient))
      return
    }
    let (sum, overflow) = terms[index].coefficient.addingReportingOverflow(coefficient)
    guard !overflow else { throw .overflow }
    terms[index].coefficient = sum
    if sum == 0 { terms.remove(at: index) }
  }

  /// - Throws: ``PeakFailure/overflow``.
  func times(_ other: Self) throws(PeakFailure) -> Self {
    var result = Self(0)
    for left in terms {
      for right in other.terms {
        let (product, overflow) = left.coefficient.multipliedReportingOverflow(by: right.coefficient)
        guard !overflow, product != .min else { throw .overflow }
        try result.add(left.powers.times(right.powers), product)
      }
    }
    return result
  }

  /// The value for one forward pass; what does not fit into 64 bits is the largest number. O(terms).
  package func value(_ work: WorkNumbers) -> Int {
    var positive = 0
    var negative = 0
    for term in terms {
      let product = term.powers.product(Int(clamping: term.coefficient.magnitude)) { work[$0] }
      if term.coefficient > 0 { positive = positive +| product } else { negative = negative +| product }
    }
    return max(0, positive - negative)
  }
}

/// A product of symbols: of each the power, in four bits.
struct WorkPowers: Hashable, Sendable {
  static let none = Self(bits: 0)
  private static let width = 4

  private var bits: UInt64

  private init(bits: UInt64) { self.bits = bits }

  init(_ symbol: WorkSymbol) { bits = 1 << (Self.width * Self.place(of: symbol)) }

  /// - Throws: ``PeakFailure/overflow`` where a factor has a power above 7.
  func times(_ other: Self) throws(PeakFailure) -> Self {
    // The highest bit of each power stays free, so that no sum of two reaches the next one.
    let highest: UInt64 = 0x8888_8888_8888_8888
    guard (bits | other.bits) & highest == 0 else { throw .overflow }
    return Self(bits: bits + other.bits)
  }

  /// `start` times the value of each symbol, once for each of its powers. O(powers).
  func product(_ start: Int, _ value: (WorkSymbol) -> Int) -> Int {
    var product = start
    var rest = bits
    while rest != 0 {
      let place = rest.trailingZeroBitCount / Self.width
      let power = rest >> (Self.width * place) & 0xF
      let factor = value(Self.symbols[place])
      for _ in 0..<power { product = product *| factor }
      rest &= ~(0xF << (Self.width * place))
    }
    return product
  }

  /// The symbols in the order of their places: 16 at most.
  private static let symbols = WorkSymbol.allCases
  private static func place(of symbol: WorkSymbol) -> Int { symbols.firstIndex(of: symbol) ?? 0 }
}
