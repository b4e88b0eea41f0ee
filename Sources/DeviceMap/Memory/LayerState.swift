/// One tensor, or several alike, that a layer keeps between tokens.
public struct StateTerm: Hashable, Sendable {
  /// How its size follows the number of tokens T in the cache.
  public enum Growth: Hashable, Sendable {
    /// T
    case tokens
    /// min(T, window - 1): what a window needs besides the new token.
    case window(Int)
    /// T / group, rounded down: one entry for that many tokens.
    case groups(of: Int)
    /// T mod group: tokens that wait for their group to fill.
    case remainder(of: Int)
    /// The tokens of the encoder, or of the image.
    case source
    /// Once for each sequence.
    case fixed
  }

  /// What its elements are stored as.
  public enum Element: Hashable, Sendable {
    /// The type of the cache, which can be quantised.
    case cache
    /// The dtype of the model.
    case model
    /// Always 32 bits.
    case float32
  }

  /// Elements for one sequence and one unit of growth.
  public var elements: Int
  /// How it grows with the workload.
  public var growth: Growth
  /// What an element is stored as.
  public var element: Element
  /// How it comes about, for people.
  public var formula: String
  /// How sure it is.
  public var confidence: Confidence

  /// A part of what a layer keeps.
  public init(
    _ elements: Int, _ growth: Growth, _ element: Element, _ formula: String, _ confidence: Confidence = .exact
  ) {
    self.elements = elements
    self.growth = growth
    self.element = element
    self.formula = formula
    self.confidence = confidence
  }
}

/// What one layer keeps between tokens.
public struct LayerState: Hashable, Sendable {
  /// The parts of what the layer keeps.
  public var terms: [StateTerm]

  /// What a layer keeps, by its parts.
  public init(_ terms: [StateTerm] = []) { self.terms = terms }
}

/// How much is running at a time.
public struct Workload: Hashable, Sendable {
  /// B: sequences at a time.
  public var batch: Int
  /// T: tokens of each sequence that are in the cache.
  public var context: Int
  /// Tokens of the encoder or of the images of each sequence.
  public var source: Int
  /// Its source is as long as its context.
  public var sourceFollowsContext = false
  /// What the cache is stored as; nil for the dtype of the model.
  public var cacheType: CacheType?
  /// The dtype that the model computes in; nil for that of the model at hand.
  public var dtype: DType?
  /// The kernel that computes attention.
  public var attention: AttentionKernel
  /// Sequences have different lengths, so that a mask tells tokens from padding.
  public var isPadded = false
  /// The logits of all positions are kept, not those of the last alone.
  public var keepsAllLogits = false
  /// How the next token is chosen.
  public var sampling = Sampling.greedy
  /// The images of each sequence; their tokens are among those of the context.
  public var images: VisionTower.Images?

  /// - Parameters:
  ///   - context: tokens of each sequence.
  ///   - batch: sequences at a time.
  ///   - source: tokens of the encoder's input.
  ///   - cacheType: what the cache is stored as; nil for the dtype of the model.
  ///   - dtype: what the model computes in; nil for that of the model at hand.
  ///   - attention: the kernel that computes attention.
  public init(
    context: Int, batch: Int = 1, source: Int = 0, cacheType: CacheType? = nil, dtype: DType? = nil,
    attention: AttentionKernel = .sdpa
  ) {
    self.context = context
    self.batch = batch
    self.source = source
    self.cacheType = cacheType
    self.dtype = dtype
    self.attention = attention
  }

  var cache: CacheType { cacheType ?? CacheType(dtype: dtype ?? .bf16) }

  /// Bytes of an element of the dtype that the model computes in; of 16 bits where no model is at hand.
  var elementBytes: Int { max(2, (dtype ?? .bf16).bits / 8) }

  /// The workload with another context, and a source that is as long where it follows.
  package mutating func setContext(_ tokens: Int) {
    context = tokens
    if sourceFollowsContext { source = tokens }
  }

  /// Bytes of what images leave behind, one a sequence, from those of one image at 2 bytes an element.
  func ofImages(_ bytes: Int) -> Int { batch *| (bytes / 2 *| elementBytes) }

  /// The workload on a model: with its dtype where none is said.
  func on(_ memory: ModelMemory) -> Workload {
    var work = self
    work.dtype = dtype ?? memory.dtype
    return work
  }
}

/// How the next token is chosen.
public enum Sampling: String, CaseIterable, Hashable, Sendable {
  /// The likeliest.
  case greedy
  /// With a temperature.
  case sample
  /// Among the likeliest few.
  case topK = "top-k"
  /// Among the likeliest that make up a probability.
  case topP = "top-p"

  /// Bytes for each logit beside the logit itself, as `sampling.py` recorded them of `generate()`.
  package var bytesPerLogit: Int {
    switch self {
    case .greedy: 8
    case .sample: 16
    case .topK: 21
    case .topP: 38
    }
  }
}

/// How attention is computed.
public enum AttentionKernel: String, CaseIterable, Hashable, Sendable {
  /// With the scores of all pairs of tokens in memory.
  case eager
  /// torch's scaled dot product attention.
  case sdpa
  /// FlashAttention; in memory the same as `sdpa`.
  case flash
}

extension StateTerm {
  /// Units of growth for one sequence.
  func units(_ work: Workload, tokens: Int) -> Int {
    switch growth {
    case .tokens: tokens
    case .window(let window): min(tokens, max(0, window - 1))
    case .groups(let size): tokens / max(1, size)
    case .remainder(let size): tokens % max(1, size)
    case .source: work.source
    case .fixed: 1
    }
  }

  /// Bytes for all sequences; saturates instead of overflowing.
  func bytes(_ work: Workload) -> Int { bytes(work, units: units(work, tokens: work.context)) }

  func bytes(_ work: Workload, units: Int) -> Int {
    let quarterBits =
      switch element {
      case .cache: work.cache.quarterBits
      case .model: work.elementBytes * 32
      case .float32: 128
      }
    let count = elements *| units *| work.batch
    return count.multipliedReportingOverflow(by: quarterBits).overflow
      ? (count / 32 + 1) *| quarterBits : (count * quarterBits + 31) / 32
  }
}

extension LayerState {
  /// Bytes held between tokens with `work.context` tokens in the cache.
  ///
  /// - Complexity: O(terms).
  public func heldBytes(_ work: Workload) -> Int { terms.reduce(0) { $0 +| $1.bytes(work) } }

  /// Bytes that transformers keeps at the end of a prefill of `work.context` tokens, `new` at a time: the last tokens of
  /// a window are a view of what the last pass saw, which stays until the next token comes.
  ///
  /// - Complexity: O(terms).
  public func prefillBytes(_ work: Workload, new: Int? = nil) -> Int {
    terms.reduce(0) { total, term in
      guard case .window(let window) = term.growth else { return total +| term.bytes(work) }
      let seen = new.map { $0 < work.context ? $0 +| max(0, window - 1) : work.context } ?? work.context
      return total +| term.bytes(work, units: min(seen, work.context))
    }
  }

  /// Bytes that transformers keeps after a decode step that brought the cache to `work.context` tokens: a window has
  /// then one token more than it holds.
  ///
  /// - Complexity: O(terms).
  public func decodeBytes(_ work: Workload) -> Int {
    terms.reduce(0) { total, term in
      guard case .window(let window) = term.growth else { return total +| term.bytes(work) }
      return total +| term.bytes(work, units: min(work.context, max(1, window)))
    }
  }
}
