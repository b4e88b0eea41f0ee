extension LayerShape {
  /// Bytes beside weights and cache while the model reads `new` tokens of each sequence that make `work.context`
  /// tokens in all: those of the layer that runs, or of the logits as they are made, whichever is more. What choosing a
  /// token from them takes afterwards is told by ``logits(_:)``.
  ///
  /// Layers run one after the other, so their number is of no importance.
  ///
  /// - Complexity: O(terms).
  public func forward(_ work: Workload, new: Int) -> Figure {
    let layer = self.layer(work, new: new)
    let decoder = decoderForward(work, new: new)
    return decoder.bytes > layer.bytes ? decoder : layer
  }

  /// The same of the decoder alone, beside which its cache stands.
  func decoderForward(_ work: Workload, new: Int) -> Figure {
    let layer = decoderLayer(work, new: new)
    let head = self.head(work, new: new)
    return head.bytes > layer.bytes ? head : layer
  }

  /// Bytes of the layer that runs, of the encoder or of the decoder: the recorded peak of the architecture, or an upper
  /// bound where none was recorded.
  ///
  /// - Complexity: O(terms).
  public func layer(_ work: Workload, new: Int) -> Figure {
    let decoder = decoderLayer(work, new: new)
    guard let encoder = encoder(work, new: new), encoder.bytes > decoder.bytes else { return decoder }
    return encoder
  }

  private func decoderLayer(_ work: Workload, new: Int) -> Figure {
    guard let peak = recorded(work, new: new) else { return bound(work, new: new) }
    let figure = Figure(peak.layers, peak.formula, peak.confidence)
    // Of a step that was not recorded the whole prompt tells less than what bounds any step.
    guard new == 1, work.context > 1, !isRecordedStep(work) else { return figure }
    let bound = bound(work, new: new)
    return bound.bytes < figure.bytes ? bound : figure
  }

  private func isRecordedStep(_ work: Workload) -> Bool {
    peaks?.peak(PeakTable.Pass(.decode, isEager: work.attention == .eager), numbers(work, new: 1)) != nil
  }

  /// What was recorded for a pass; for one without forms of its own, of the whole prompt at once, which takes more.
  func recorded(_ work: Workload, new: Int) -> PeakTable.Peak? {
    guard let peaks else { return nil }
    let phase: PeakTable.Pass.Phase = new >= work.context ? .prefill : new == 1 ? .decode : .piece
    let isEager = work.attention == .eager
    var numbers = numbers(work, new: new)
    let isPadded = phase == .prefill && (work.isPadded || surroundings.masksPrompt)
    let pass = PeakTable.Pass(phase, isEager: isEager, isPadded: isPadded)
    if let peak = peaks.peak(pass, numbers, allLogits: keepsAllLogits(work)) {
      // Whisper's decoder makes the logits of all positions also where it is used alone.
      let isAlone = peaks.isOfEncoderDecoder && !hasEncoder
      let hasPlainHead = surroundings.hasPlainHead || isAlone && peaks.modelType != "whisper"
      var own = hasPlainHead ? withPlainHead(peak, work, new: new) : peak
      if keepsAllLogits(work), !hasPlainHead, !peaks.hasAllLogits { own = withAllLogits(own, work, new: new) }
      return isAlone ? own : withWhatStays(own, numbers)
    }
    numbers.new = numbers.total
    guard
      var peak = peaks.peak(PeakTable.Pass(.prefill, isEager: isEager || work.isPadded), numbers)
        ?? peaks.peak(PeakTable.Pass(.prefill), numbers) ?? peaks.peak(PeakTable.Pass(.prefill, isEager: true), numbers)
    else { return nil }
    peak.confidence = .derived
    return withWhatStays(peak, numbers)
  }

  private func numbers(_ work: Workload, new: Int) -> WorkNumbers {
    WorkNumbers(
      batch: work.batch, new: new, total: max(new, work.context), source: work.source, elementBytes: work.elementBytes)
  }

  private func keepsAllLogits(_ work: Workload) -> Bool { work.keepsAllLogits || surroundings.keepsAllLogits }

  /// A pass that makes the logits of the last position alone, as a decoder does that is used without the encoder that it
  /// was recorded with.
  private func withPlainHead(_ recorded: PeakTable.Peak, _ work: Workload, new: Int) -> PeakTable.Peak {
    var peak = recorded
    let kept = work.keepsAllLogits ? new : 1
    peak.head = work.batch *| work.elementBytes *| (kept *| (decoderVocabulary ?? vocabulary) +| new *| hidden)
    (peak.headFormula, peak.confidence) = ("B e (V + S h)", .derived)
    return peak
  }

  /// A pass that makes the logits of all positions, where those of the last alone were recorded: each takes as much.
  private func withAllLogits(_ recorded: PeakTable.Peak, _ work: Workload, new: Int) -> PeakTable.Peak {
    var peak = recorded
    let row = work.batch *| work.elementBytes *| hidden
    let logits = max(work.batch *| work.elementBytes *| vocabulary, peak.head - row *| new)
    peak.head = new *| (row +| logits)
    (peak.headFormula, peak.confidence) = ("S (\(peak.headFormula))", .derived)
    return peak
  }

  /// The pass of a decoder with what stays beside it: what its encoder has made, or embeddings made around it, with the ids
  /// they were made of and where others go.
  private func withWhatStays(_ peak: PeakTable.Peak, _ work: WorkNumbers) -> PeakTable.Peak {
    var peak = peak
    func add(_ bytes: Int, _ formula: String) {
      peak.layers = peak.layers +| bytes
      peak.head = peak.head +| bytes
      peak.formula += " + " + formula
    }
    let row = hidden *| work.elementBytes
    if hasEncoder {
      let width = encoders.first?.hidden ?? hidden
      add(work.batch *| work.source *| (width *| work.elementBytes), "B*N*bytes*hidden_size")
    }
    if surroundings.keepsEmbeddings {
      let perLayer = surroundings.inputsOfLayers *| work.elementBytes
      add(work.batch *| work.new *| (row +| perLayer +| 12), "B*S*(bytes*hidden_size + 12)")
    }
    if surroundings.isThere { peak.confidence = .derived }
    return peak
  }

  /// Bytes of an encoder while it runs, before the decoder has a cache; nil without one.
  func encoder(_ work: Workload, new: Int) -> Figure? {
    guard new >= work.context, hasEncoder else { return nil }
    return (encoders.first ?? self).encode(work, new: new)
  }

  private func encode(_ work: Workload, new: Int) -> Figure {
    let pass = PeakTable.Pass(.encode, isEager: work.attention == .eager)
    if let peak = peaks?.peak(pass, numbers(work, new: new)) {
      return Figure(peak.layers, peak.formula, peak.confidence)
    }
    var alone = work
    (alone.context, alone.source) = (work.source, 0)
    return bound(alone, new: work.source)
  }

  /// An upper bound for an architecture that nothing was recorded of: attention in plain operators, whose scores stand
  /// in memory, with a gated MLP.
  private func bound(_ work: Workload, new: Int) -> Figure {
    if let delta { return bound(work, new: new, delta) }
    if let index { return bound(work, new: new, index) }
    let tokens = work.batch *| new
    let e = work.elementBytes
    // Rows that are gathered for the experts of each token.
    let mlp = 4 *| hidden +| (expertsPerToken > 0 ? 4 : 3) *| intermediate +| 7 *| (expertsPerToken *| hidden)
    let attention = 6 *| hidden +| 2 *| (keyValueHeads *| headWidth)
    let positions = new *| (4 * headWidth + 8)
    let formula =
      "at most B S T (12n + 2) + B S e max(4h + 3I, 6h + 2 n_kv d) + 2 B T n d e + S (4d + 8)"
      + (expertsPerToken > 0 ? " + B S e (7 t h + I)" : "") + (recurrentWidth > 0 ? " + 16 B S r" : "")
      + (streams > 0 ? " + 4 m^2 (m + 2) h" : "")
    var bytes = tokens *| e *| max(mlp, attention) +| eagerScores(work, tokens: tokens) +| positions
    let chunks = new / recurrentChunk +| (new % recurrentChunk > 0 ? 1 : 0)
    bytes = bytes +| 16 *| (work.batch *| (chunks *| recurrentChunk) *| recurrentWidth)
    // The weights that mix the streams, in single precision.
    bytes = bytes +| 4 *| (streams *| streams *| (streams +| 2) *| hidden)
    if expandedWidth > 0 { bytes = bytes +| work.batch *| work.context *| (expandedWidth *| e) }
    guard hasEncoder, work.source > 0 else { return Figure(bytes, formula, .derived) }
    // What the encoder has made, and attention over it.
    let source = work.batch *| work.source *| (e *| (hidden +| 2 *| (heads *| headWidth)))
    bytes = bytes +| source +| tokens *| work.source *| (10 *| heads)
    return Figure(bytes, formula + " + B N e (h + 2 n d) + 10 B S N n", .derived)
  }

  /// The same where some layers have a delta rule: the largest of the rule, of attention and of the MLP. Without a mask no
  /// scores of all pairs stand in memory, but for heads that are too wide for the kernels; with one its bias does.
  private func bound(_ work: Workload, new: Int, _ delta: DeltaRule) -> Figure {
    let tokens = work.batch *| new
    let e = work.elementBytes
    let rule = delta.bytes(
      batch: work.batch, new: new, isPrompt: new >= work.context, hidden: hidden, elementBytes: e)
    let rows = expertsPerToken *| hidden
    let mlp =
      expertsPerToken > 0
      ? max(rows +| 4 *| intermediate, 4 *| rows) +| 8 *| hidden +| 32 *| expertsPerToken
      : 4 *| hidden +| 3 *| intermediate
    // A gate beside the queries.
    var attention = tokens *| e *| (4 *| hidden +| 7 *| (heads *| headWidth) +| 4 *| (keyValueHeads *| headWidth))
    if work.attention == .eager || headWidth > 256 {
      let repeated = work.batch *| work.context *| (2 * heads *| headWidth)
      let beside = tokens *| (4 *| hidden +| 3 *| (heads *| headWidth)) +| repeated
      attention = max(attention, tokens *| work.context *| (10 * heads +| 2) +| e *| beside)
    } else {
      attention = attention +| work.batch *| work.context *| (keyValueHeads *| headWidth *| e)
      if work.isPadded || new < work.context { attention = attention +| tokens *| work.context *| (2 * e + 2) }
    }
    let bytes = max(rule, max(attention, tokens *| e *| mlp)) +| new *| (4 * headWidth + 8)
    let formula =
      "at most the largest of 4 B n_v (S (5 d_k + 4 d_v + 200) + 128 d_v + 4 d_k d_v) + B S e (3h + 2 (n_k d_k + n_v d_v)), "
      + "B S e (4h + 7 n d + 4 n_kv d) with the scores where they stand in memory, and the MLP"
    return Figure(bytes, formula, .derived)
  }

  /// The same with an index over compressed tokens and several streams of the hidden state: the largest of the mixing of
  /// the streams, in single precision, of the index, and of the experts.
  private func bound(_ work: Workload, new: Int, _ index: CompressedIndex) -> Figure {
    let (tokens, e) = (work.batch *| new, work.elementBytes)
    let mixing = 4 *| (streams *| streams *| (streams +| 2) *| hidden) +| tokens *| (20 * e *| hidden)
    let rows = expertsPerToken *| hidden
    let experts = max((2 * e + 8) *| rows, e *| (rows +| 6 *| index.chosenWidth)) +| 17 * e *| hidden
    let queries = heads *| headWidth +| index.heads *| index.width
    let beside = e *| (4 *| hidden +| 2 *| queries) +| 2 *| work.context
    let entries = work.context / index.rate +| 1
    let scores =
      new > 1 || work.context < 2
      ? index.prompt(tokens: tokens, entries: entries, isBatch: work.batch > 1)
      : index.step(batch: work.batch, entries: entries, attentionHeads: heads, headWidth: headWidth)
    let bytes = max(mixing, max(tokens *| experts, scores +| tokens *| beside)) +| new *| (4 * headWidth + 8)
    let formula =
      "at most the largest of 4 m^2 (m + 2) h + 20 B S e h, 4 B S T/r (n_i + d_i) + B S e (4h + 2 n d + 2 n_i d_i) and "
      + "B S e (t h + 6 t I + 17h)"
    return Figure(bytes, formula, .derived)
  }

  /// The scores of all pairs of tokens, and the keys and values as they are repeated for the heads that share them, or the
  /// keys in single precision.
  private func eagerScores(_ work: Workload, tokens: Int) -> Int {
    let e = work.elementBytes
    let pairs = tokens *| work.context
    let repeated = work.batch *| work.context *| (3 * heads *| headWidth)
    return pairs *| (12 *| heads +| 2) +| e *| (tokens *| (4 * hidden) +| repeated)
  }

  /// Bytes of the logits with the hidden states that they come from, and the copies of them that `generate()` makes to
  /// choose the next token: B V (e + 8) for the likeliest (`sampling.json`), more for other ways of sampling.
  ///
  /// - Complexity: O(1).
  public func logits(_ work: Workload) -> Figure { logits(work, new: work.context) }

  func logits(_ work: Workload, new: Int) -> Figure {
    let choice = work.batch *| vocabulary *| (work.elementBytes +| work.sampling.bytesPerLogit)
    let head = self.head(work, new: new)
    guard choice > head.bytes else { return head }
    return Figure(choice, "B V (e + \(work.sampling.bytesPerLogit))", .exact)
  }

  /// Bytes of the logits as they are made, with the hidden states that they come from.
  private func head(_ work: Workload, new: Int) -> Figure {
    if let peak = recorded(work, new: new) { return Figure(peak.head, peak.headFormula, peak.confidence) }
    let kept = keepsAllLogits(work) ? new : 1
    return Figure(work.batch *| work.elementBytes *| (kept *| vocabulary +| new *| hidden), "B e (V + S h)", .derived)
  }

  /// Bytes of token ids and attention mask, on the device of the embedding.
  public func inputs(_ work: Workload) -> Figure {
    Figure(16 *| (work.batch *| work.context), "B T (8 + 8)", .derived)
  }

  /// Bytes that move between devices at a cut, for `new` tokens.
  public func boundary(_ work: Workload, new: Int) -> Figure {
    let bytes = work.batch *| new *| (hidden *| work.elementBytes)
    return Figure(bytes, "B S h e", .derived)
  }
}
