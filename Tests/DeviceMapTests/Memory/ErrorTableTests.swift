import Foundation
import Testing

@testable import DeviceMap

/// The table of errors in the repository, `Fixtures/memory/errors.md`, is what the tests measure.
@Suite struct ErrorTableTests {
  @Test func theTableInTheRepositoryIsTrue() throws {
    let table = try Self.table()
    // To write it anew: DEVICE_MAP_WRITE_TABLES=1 swift test --filter ErrorTableTests
    if ProcessInfo.processInfo.environment["DEVICE_MAP_WRITE_TABLES"] != nil {
      try Data(table.utf8).write(to: MemoryRecordings.folder.appending(path: "errors.md"))
    }
    let written = try Data(contentsOf: MemoryRecordings.folder.appending(path: "errors.md"))
    #expect(table == String(decoding: written, as: UTF8.self))
  }

  private struct Errors {
    var cases = 0
    var exact = 0
    var worst = 0.0

    mutating func add(_ computed: Int, _ recorded: Int) {
      cases += 1
      if computed == recorded { exact += 1 }
      if recorded > 0 { worst = max(worst, abs(Double(computed) / Double(recorded) - 1)) }
    }

    func row(_ name: String) -> String {
      "| \(name) | \(cases) | \(exact) | \(ByteText.decimal(worst * 100, digits: 3)) % |\n"
    }
  }

  private static let head = "| | figures | equal to the byte | worst error |\n|---|---:|---:|---:|\n"

  private static func table() throws -> String {
    "# Errors against transformers 5.23.0 with torch 2.13\n\n## Training a Llama-type model\n\n" + head
      + (try running())
      + "\n## Caches and states, by architecture\n\n"
      + "Three contexts, two batch sizes, each layer, after a prefill and after one more token.\n\n" + head
      + (try states())
  }

  private static func running() throws -> String {
    let all = try RunningRecording.all()
    var rows: [(name: String, errors: Errors)] = []
    func add(_ name: String, _ computed: Int, _ recorded: Int) {
      if rows.last?.name != name { rows.append((name, Errors())) }
      rows[rows.count - 1].errors.add(computed, recorded)
    }
    for row in all.training.sorted(by: { $0.attention.rawValue > $1.attention.rawValue }) where !row.checkpointing {
      let work = Workload(context: row.tokens, batch: row.batch, attention: row.attention)
      let saved = try RunningRecording.shape(row.model).savedActivations(work, checkpointing: false)
      add("activations of a layer, \(row.attention.rawValue)", saved.bytes, row.savedPerLayer)
    }
    for row in all.training where row.checkpointing {
      let work = Workload(context: row.tokens, batch: row.batch, attention: row.attention)
      let saved = try RunningRecording.shape(row.model).savedActivations(work, checkpointing: true)
      add("activations of a layer, checkpointing", saved.bytes, row.savedPerLayer)
    }
    for row in all.training where !row.checkpointing {
      let work = Workload(context: row.tokens, batch: row.batch, attention: row.attention)
      add("loss and logits", try RunningRecording.shape(row.model).lossActivations(work).bytes, row.peakBesides)
    }
    for row in all.optimizers {
      guard let optimizer = Optimizer(rawValue: row.optimizer) else { continue }
      for (shape, state) in zip(all.shapes, row.states) {
        let size = row.dtype == "float32" ? 4 : 2
        add("states of \(row.optimizer)", optimizer.stateBytes(shape: shape, elementBytes: size), state)
      }
    }
    return rows.map { $0.errors.row($0.name) }.joined()
  }

  private static func states() throws -> String {
    var text = ""
    for recording in try MemoryRecordings.caches() {
      guard StateFamily.of(recording.config.modelType) != nil else {
        text += "| \(recording.name) | | | weights only |\n"
        continue
      }
      let states = try ModelStates(recording.config)
      var errors = Errors()
      for one in recording.cases {
        for (tokens, recorded) in [(one.context, one.prefillHeld), (one.context + 1, one.decodeHeld)] {
          let work = Workload(context: tokens, batch: one.batch, source: recording.source)
          for (layer, bytes) in zip(states.layers, recorded.values) { errors.add(layer.heldBytes(work), bytes) }
        }
      }
      text += errors.row(recording.name)
    }
    return text
  }
}
