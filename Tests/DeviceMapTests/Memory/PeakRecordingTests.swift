import DeviceMap
import Foundation
import Testing

/// What `Fixtures/oracle/peaks/measure.py` measured of configs that were not used to record the forms.
struct PeakRecording: Decodable, Sendable, CustomStringConvertible {
  struct Row: Decodable, Sendable {
    /// `prefill`, `decode`, `encode`; `default` or `eager`; `padded`.
    var kind: String
    var batch: Int
    var context: Int
    /// Tokens of the encoder.
    var source: Int?
    /// All that lives beside weights and inputs at the peak; nil in rows of one pass without its cache.
    var measured: Int?
    /// The same without what the cache keeps.
    var beside: Int?
    /// Images of each sequence.
    var images: Int?
    /// Width and height of an image, in pixels.
    var size: [Int]?

    private enum CodingKeys: String, CodingKey {
      case kind = "case"
      case batch, context, source, measured, beside, images, size
    }

    var pictures: VisionTower.Images? {
      images.map { count in
        VisionTower.Images(count: count, size: size.map { VisionTower.Size(width: $0[0], height: $0[1]) })
      }
    }

    var pass: PeakTable.Pass {
      let words = kind.split(separator: " ")
      return PeakTable.Pass(
        PeakTable.Pass.Phase(rawValue: String(words[0])) ?? .prefill, isEager: words.contains("eager"),
        isPadded: words.contains("padded"))
    }

    var numbers: WorkNumbers {
      WorkNumbers(batch: batch, new: pass.phase == .decode ? 1 : context, total: context, source: source ?? 0)
    }
  }

  var model: String
  var config: String
  var rows: [Row]

  var description: String { model }

  static func all() throws -> [PeakRecording] { try recordings.get() }

  /// What `images.py` measured of models with a tower.
  static func withImages() throws -> [PeakRecording] { try pictured.get() }

  /// What `fresh.py` measured of configs as they are published: all of them where tables are written, else one of
  /// `sampled`, since all take longer than the other tests of memory together.
  static func asPublished() throws -> [PeakRecording] { try published.get() }

  /// Whether the tables of the tests are to be written: DEVICE_MAP_WRITE_TABLES=1 swift test --filter PeakErrorTests
  static let writesTables = ProcessInfo.processInfo.environment["DEVICE_MAP_WRITE_TABLES"] != nil
  private static let sampled = 12

  private static let published = Result {
    try FixtureFiles.lines("memory/fresh.jsonl", count: 472).enumerated()
      .filter { writesTables || $0.offset % sampled == 0 }
      .map { try JSONDecoder().decode(PeakRecording.self, from: $0.element) }
  }
  private static let recordings = Result { try read("memory/peaks.jsonl", count: 120) }
  private static let pictured = Result { try read("memory/images.jsonl", count: 11) }

  private static func read(_ path: String, count: Int) throws -> [PeakRecording] {
    try FixtureFiles.lines(path, count: count).map { try JSONDecoder().decode(PeakRecording.self, from: $0) }
  }

  /// The forms of a decoder that stands alone: those within a model with towers are no evidence for it.
  func peaks() throws -> PeakTable? {
    let shape = try ModelMemory(ModuleTree(config: ModelConfig(parsing: config))).shape
    return shape?.surroundings.isThere == true ? nil : shape?.peaks
  }
}

@Suite struct PeakRecordingTests {
  @Test func rowsAreThere() throws {
    #expect(try PeakRecording.all().reduce(0) { $0 + $1.rows.count } == 1318)
  }

  @Test(
    "peak of a pass: to the byte where it is called exact, never under by more than 3 %",
    arguments: try PeakRecording.all().ofThisRun)
  func peak(_ recording: PeakRecording) throws {
    guard let peaks = try recording.peaks() else { return }
    // An encoder's output counts in its rows: `PeakErrorTests` compares them.
    for row in recording.rows where row.source == nil {
      let at: Comment = "\(recording.model) \(row.kind), batch \(row.batch), context \(row.context)"
      guard let peak = peaks.peak(row.pass, row.numbers) else { continue }
      let (said, beside) = (max(peak.layers, peak.head), try #require(row.beside))
      if peak.confidence == .exact { #expect(said == beside, at) }
      #expect(Double(said) >= 0.97 * Double(beside), at)
    }
  }

  /// The classes that the forms must give to the byte.
  @Test(
    arguments: [
      "LlamaForCausalLM", "Qwen2ForCausalLM", "GraniteForCausalLM", "SmolLM3ForCausalLM", "SeedOssForCausalLM",
      "ArceeForCausalLM", "Emu3ForCausalLM", "MistralForCausalLM", "Gemma2ForCausalLM", "Gemma3ForCausalLM",
      "Phi3ForCausalLM", "MixtralForCausalLM", "Qwen3MoeForCausalLM", "GPT2LMHeadModel",
    ])
  func exactClasses(_ name: String) throws {
    let recording = try #require(try PeakRecording.all().first { $0.model == name })
    let peaks = try #require(try recording.peaks())
    for row in recording.rows where row.context > 1 {
      let peak = try #require(peaks.peak(row.pass, row.numbers))
      #expect(max(peak.layers, peak.head) == row.beside, "\(name) \(row.kind) \(row.batch) x \(row.context)")
      #expect(peak.confidence == .exact)
    }
  }

  /// Every block of the text can be read: each form is a sum of products over fields and symbols.
  @Test func formsAreReadable() throws {
    var forms = 0
    for line in "\(peakText)".split(separator: "\n") where line.hasPrefix("    ") {
      forms += 1
      #expect(PeakEvaluator.isForm(String(line.dropFirst(4))), "\(line)")
    }
    #expect(forms > 1000)
    let variants = "\(peakText)".split(separator: "\n").filter { $0.hasPrefix("  variant ") }.map { $0.dropFirst(10) }
    for condition in variants { #expect(PeakEvaluator.isCondition(String(condition)), "\(condition)") }
    #expect(variants.count > 8)
  }

  /// `Fixtures/oracle/peaks/sampling.py`: bytes for each logit while the next token is chosen.
  @Test func choosingATokenTakesWhatWasRecorded() throws {
    struct Row: Decodable {
      var sampling: String
      var dtype: String
      var bytesPerRow: Double

      enum CodingKeys: String, CodingKey {
        case sampling, dtype
        case bytesPerRow = "bytes_per_row"
      }
    }
    let rows: [Row] = try FixtureFiles.counted(
      FixtureFiles.json("oracle/peaks/sampling.json"), 10, of: "ways to sample")
    for row in rows {
      guard let sampling = Sampling(rawValue: row.sampling) else { continue }
      let logit = row.dtype == "float32" ? 4 : 2
      #expect(Double(logit + sampling.bytesPerLogit) == row.bytesPerRow, "\(row)")
    }
    #expect(Sampling.allCases.allSatisfy { way in rows.contains { $0.sampling == way.rawValue } })
  }

  @Test func whatWasNotRecordedIsABoundThatSaysSo() throws {
    let shape = LayerShape(hidden: 64, intermediate: 128, heads: 4, keyValueHeads: 2, headWidth: 16, vocabulary: 100)
    let figure = shape.layer(Workload(context: 1000), new: 1000)
    #expect(figure.confidence == .derived)
    #expect(figure.formula.hasPrefix("at most"))
    #expect(figure.bytes >= 1000 * 1000 * 10 * 4)
  }
}
