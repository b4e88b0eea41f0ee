import DeviceMap
import Testing

/// What `record_memory_running.py` recorded of training Llama-type models.
struct RunningRecording: Decodable, Sendable {
  struct Training: Decodable, Sendable {
    var model: String
    var attention: AttentionKernel
    var checkpointing: Bool
    var batch: Int
    var tokens: Int
    var savedPerLayer: Int
    var savedBesides: Int
    var peakBesides: Int

    private enum CodingKeys: String, CodingKey {
      case model, attention, checkpointing, batch, tokens
      case savedPerLayer = "saved_per_layer"
      case savedBesides = "saved_besides"
      case peakBesides = "peak_besides"
    }
  }

  struct State: Decodable, Sendable {
    var optimizer: String
    var dtype: String
    var states: [Int]
  }

  var models: [String: ConfigFields]
  var shapes: [[Int]]
  var training: [Training]
  var optimizers: [State]

  static func all() throws -> RunningRecording { try recording.get() }

  private static let recording = Result {
    let all: RunningRecording = try FixtureFiles.json("memory/running.json")
    for (rows, count) in [
      (all.training.count, 48), (all.optimizers.count, 26),
    ]
    where rows != count {
      throw RecordingCountError(what: "rows in memory/running.json", found: rows, expected: count)
    }
    return all
  }

  static func shape(_ model: String) throws -> LayerShape { try LayerShape(#require(try all().models[model])) }
}

extension AttentionKernel: Decodable {}

@Suite struct RunningRecordingTests {
  @Test("activations kept for the backward pass, to the byte", arguments: try RunningRecording.all().training)
  func training(_ row: RunningRecording.Training) throws {
    let shape = try RunningRecording.shape(row.model)
    let work = Workload(context: row.tokens, batch: row.batch, attention: row.attention)
    #expect(shape.savedActivations(work, checkpointing: row.checkpointing).bytes == row.savedPerLayer, "\(row)")
  }

  @Test(
    "loss and logits within 1 % of the peak",
    arguments: try RunningRecording.all().training.filter { !$0.checkpointing })
  func loss(_ row: RunningRecording.Training) throws {
    let shape = try RunningRecording.shape(row.model)
    let work = Workload(context: row.tokens, batch: row.batch, attention: row.attention)
    let error = abs(Double(shape.lossActivations(work).bytes) / Double(row.peakBesides) - 1)
    #expect(error < 0.01, "\(row): \(error)")
  }

  @Test("optimizer states, to the byte", arguments: try RunningRecording.all().optimizers)
  func optimizer(_ row: RunningRecording.State) throws {
    guard let optimizer = Optimizer(rawValue: row.optimizer) else {
      // The Adafactor of transformers keeps the same sums, always in single precision.
      #expect(row.optimizer == "transformers_adafactor")
      let bytes = try RunningRecording.all().shapes.map {
        Optimizer.adafactor.stateBytes(shape: $0, elementBytes: 4)
      }
      return #expect(bytes == row.states)
    }
    let size = row.dtype == "float32" ? 4 : 2
    let shapes = try RunningRecording.all().shapes
    #expect(shapes.map { optimizer.stateBytes(shape: $0, elementBytes: size) } == row.states, "\(row)")
  }
}
