import DeviceMap
import Foundation

/// What `Fixtures/oracle/record_memory_*.py` recorded with the reference.
enum MemoryRecordings {
  static let folder = FixtureFiles.directory.appending(path: "memory")

  /// The models of `caches.json`, by name.
  static func caches() throws -> [CacheRecording] { try allCaches.get() }

  private static let allCaches = Result {
    struct File: Decodable { var entries: [String: CacheRecording] }
    let file: File = try FixtureFiles.json("memory/caches.json")
    let recordings = file.entries.sorted { $0.key < $1.key }.map { name, recording in
      var recording = recording
      recording.name = name
      return recording
    }
    return try FixtureFiles.counted(recordings, 215, of: "models in memory/caches.json")
  }
}

/// One model's caches at several contexts and batch sizes.
struct CacheRecording: Decodable, Sendable, CustomStringConvertible {
  /// Bytes of each layer after the prefill and after one more token, in runs of equal values.
  struct Case: Decodable, Sendable {
    var batch: Int
    var context: Int
    var prefillHeld: Runs
    var prefillStored: Runs
    var decodeHeld: Runs
    var decodeStored: Runs

    private enum CodingKeys: String, CodingKey {
      case batch, context
      case prefillHeld = "prefill_held"
      case prefillStored = "prefill_stored"
      case decodeHeld = "decode_held"
      case decodeStored = "decode_stored"
    }
  }

  /// `[a, 2, b, 1]`, read as `[a, a, b]`.
  struct Runs: Decodable, Sendable {
    var values: [Int]

    init(from decoder: any Decoder) throws {
      let runs = try [Int](from: decoder)
      values = stride(from: 0, to: runs.count - 1, by: 2).flatMap { Array(repeating: runs[$0], count: runs[$0 + 1]) }
    }
  }

  private enum CodingKeys: CodingKey { case source, config, cases }

  var name = ""
  var source: Int
  var config: ConfigFields
  var cases: [Case]

  var description: String { name }
}

extension ConfigFields: Decodable {
  public init(from decoder: any Decoder) throws {
    let values = try [String: Value](from: decoder)
    guard case .text(let type) = values["model_type"] else { throw CocoaError(.coderValueNotFound) }
    self.init(modelType: type, values: values)
  }
}

extension ConfigFields.Value: Decodable {
  public init(from decoder: any Decoder) throws {
    let one = try decoder.singleValueContainer()
    if let value = try? one.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? one.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? one.decode(Double.self) {
      self = .real(value)
    } else if let value = try? one.decode(String.self) {
      self = .text(value)
    } else if let value = try? one.decode([Self].self) {
      self = .list(value)
    } else if let value = try? one.decode([String: Self].self) {
      self = .object(value)
    } else {
      self = .none
    }
  }
}
