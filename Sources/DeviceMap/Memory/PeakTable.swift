/// The most bytes that live at once while a model runs, beside its weights and what its cache keeps: closed forms that
/// were recorded for its class, with the numbers of one config filled in.
package struct PeakTable: Hashable, Sendable {
  /// A kind of forward pass.
  package struct Pass: Hashable, Sendable {
    package enum Phase: String, Hashable, Sendable {
      /// A whole prompt.
      case prefill
      /// New tokens behind cached ones.
      case piece
      /// One token behind cached ones.
      case decode
      /// The encoder alone, before the decoder's first pass.
      case encode
    }

    package var phase: Phase
    /// Attention in plain operators, where the class takes a kernel by default.
    package var isEager = false
    /// Sequences of different lengths, so that a mask has to be made.
    package var isPadded = false

    package init(_ phase: Phase, isEager: Bool = false, isPadded: Bool = false) {
      self.phase = phase
      self.isEager = isEager
      self.isPadded = isPadded
    }
  }

  /// A condition on the work under which other operators run.
  enum Condition: String, CaseIterable, Hashable, Sendable {
    case oneToken = "S == 1"
    case fewChunks = "C < 3"
    case withinWindow = "T < window"
    case aligned = "T % 16 == 0"
    case oneSequence = "B == 1"

    func holds(_ work: WorkNumbers) -> Bool {
      switch self {
      case .oneToken: work.new == 1
      case .fewChunks: work.new <= 2 *| work.chunk
      case .withinWindow: work.window.map { work.total < $0 } ?? true
      case .aligned: work.total % 16 == 0
      case .oneSequence: work.batch == 1
      }
    }
  }

  struct Form: Hashable, Sendable {
    var text: String
    var bytes: WorkPolynomial
    /// Reached when the logits are computed, not within a layer.
    var isHead: Bool
  }

  struct Row: Hashable, Sendable {
    var pass: Pass
    var allLogits: Bool
    /// All of them must hold.
    var conditions: [Condition]
    var forms: [Form]
  }

  /// In the order of the text: the first whose conditions hold counts.
  var rows: [Row]
  /// Tokens of the window that some layers have.
  package var window: Int?
  /// Tokens of a chunk, where recurrent layers work in chunks.
  var chunk: Int
  /// Tokens of a window of the encoder, 1 where it has none.
  var sourceWindow = 1

  /// How the heads of a config share their keys and values: other operators run for each way.
  package enum Sharing: String, Hashable, Sendable {
    /// Groups of heads share theirs.
    case grouped
    /// Each head has its own.
    case unshared
    /// All heads share one.
    case single
  }

  /// The model type that the forms are of.
  package var modelType = ""
  package var sharing = Sharing.unshared
  /// The forms were compared to the byte with what configs of this model type that share heads in this way take, which
  /// were not used to record them.
  var isChecked = false

  /// Bytes at the peak, within the layers and where the logits are computed, and the forms that give them.
  package struct Peak: Hashable, Sendable {
    package var layers = 0
    package var formula = ""
    package var head = 0
    package var headFormula = ""
    package var confidence: Confidence
  }

  /// Recorded with an encoder beside the decoder.
  var isOfEncoderDecoder: Bool { rows.contains { $0.pass.phase == .encode } }

  /// The logits of all positions were recorded, not those of the last alone.
  var hasAllLogits: Bool { rows.contains { $0.allLogits } }

  /// The peak of a forward pass; nil where nothing was recorded for it. O(forms).
  package func peak(_ pass: Pass, _ work: WorkNumbers, allLogits: Bool = false) -> Peak? {
    var work = work
    work.window = window
    work.chunk = chunk
    work.sourceWindow = sourceWindow
    guard let row = row(pass, work) else { return nil }
    var forms = row.forms
    // Of one token they are those of a step.
    if allLogits, work.new > 1, let all = rows.first(where: { $0.allLogits && $0.pass.phase == .prefill }) {
      forms += all.forms
    }
    // A prompt of one token takes some operators of its own; where they were not recorded it is as a step behind no others.
    let isFirst = pass.phase == .prefill && work.new < 2 && !row.conditions.contains(.oneToken)
    if isFirst, let step = self.row(Pass(.decode, isEager: pass.isEager), work) { forms += step.forms }
    // Padding adds a mask of one token to it.
    if isFirst, pass.isPadded, let plain = self.row(Pass(.prefill, isEager: pass.isEager), work) {
      forms += plain.forms
    }
    // The tests compare whole prompts of more than a token, and steps, of decoders alone.
    let isCompared =
      (pass.phase == .prefill && work.new > 1 || pass.phase == .decode) && !allLogits && !isOfEncoderDecoder
    var peak = highest(of: forms, work, isChecked && isCompared && work.elementBytes == 2 ? .exact : .derived)
    // Prompts of one token were not recorded of classes that loop over chunks.
    if isFirst, chunk > 1 { peak.layers = peak.layers +| peak.layers / 16 }
    return peak
  }

  private func highest(of forms: [Form], _ work: WorkNumbers, _ confidence: Confidence) -> Peak {
    var peak = Peak(confidence: confidence)
    for form in forms {
      let bytes = form.bytes.value(work)
      if form.isHead {
        if bytes > peak.head { (peak.head, peak.headFormula) = (bytes, form.text) }
      } else if bytes > peak.layers {
        (peak.layers, peak.formula) = (bytes, form.text)
      }
    }
    return peak
  }

  private func row(_ pass: Pass, _ work: WorkNumbers) -> Row? {
    rows.first { $0.pass == pass && !$0.allLogits && $0.conditions.allSatisfy { $0.holds(work) } }
  }
}
