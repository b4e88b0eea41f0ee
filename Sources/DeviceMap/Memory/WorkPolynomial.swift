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
    /// In the order of the cases of ``WorkSymbol``, a symbol once for each of its powers.
    var symbols: [WorkSymbol]
    var coefficient: Int
  }

  /// Terms with the same symbols are one.
  private(set) var terms: [Term] = []

  init(_ constant: Int) {
    if constant != 0 { terms = [Term(symbols: [], coefficient: constant)] }
  }

  init(_ symbol: WorkSymbol) { terms = [Term(symbols: [symbol], coefficient: 1)] }

  /// The number, where no symbol occurs.
  var constant: Int? {
    if terms.isEmpty { return 0 }
    return terms.count == 1 && terms[0].symbols.isEmpty ? terms[0].coefficient : nil
  }

  /// - Throws: ``PeakFailure/overflow``.
  mutating func add(_ other: Self, sign: Int = 1) throws(PeakFailure) {
    for term in other.terms { try add(term.symbols, term.coefficient * sign) }
  }

  private mutating func add(_ symbols: [WorkSymbol], _ coefficient: Int) throws(PeakFailure) {
    guard let index = terms.firstIndex(where: { $0.symbols == symbols }) else {
      terms.append(Term(symbols: symbols, coefficient: coefficient))
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
        try result.add((left.symbols + right.symbols).sorted { $0.rank < $1.rank }, product)
      }
    }
    return result
  }

  /// The value for one forward pass; what does not fit into 64 bits is the largest number. O(terms).
  package func value(_ work: WorkNumbers) -> Int {
    var positive = 0
    var negative = 0
    for term in terms {
      let product = term.symbols.reduce(term.coefficient.magnitude.clamped) { $0 *| work[$1] }
      if term.coefficient > 0 { positive = positive +| product } else { negative = negative +| product }
    }
    return max(0, positive - negative)
  }
}

extension WorkSymbol {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension UInt {
  fileprivate var clamped: Int { Int(clamping: self) }
}
