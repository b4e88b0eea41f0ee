import DeviceMap
import Foundation
import Testing

/// The fuzzer's targets on their seeds, on every input that ever made one crash, and on some thousand changed ones.
@Suite("Fuzzing") struct FuzzTests {
  private static let directory = FixtureFiles.directory.appending(path: "fuzz")

  /// The inputs of a target in the order of their names.
  private static func inputs(_ kind: String, _ target: FuzzTarget) throws -> [[UInt8]] {
    let directory = directory.appending(path: "\(kind)/\(target.rawValue)")
    guard FileManager.default.fileExists(atPath: directory.path) else { return [] }
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
    return try names.map { [UInt8](try Data(contentsOf: directory.appending(path: $0))) }
  }

  @Test("Seeds and former crashes", arguments: FuzzTarget.allCases) func kept(_ target: FuzzTarget) throws {
    let seeds = try Self.inputs("seeds", target)
    #expect(seeds.count >= 2, "every target has seeds")
    for bytes in try seeds + Self.inputs("crashes", target) { target.run(bytes) }
  }

  /// `DEVICE_MAP_FUZZ_SECONDS` in the environment: how long each target is tried, with another seed each time, instead of a
  /// fixed number of inputs.
  private static let seconds = ProcessInfo.processInfo.environment["DEVICE_MAP_FUZZ_SECONDS"].flatMap { Int($0) }

  /// The inputs follow from the seed, which is printed before they are tried when it is not the usual one.
  @Test("Changed seeds", arguments: FuzzTarget.allCases) func changed(_ target: FuzzTarget) throws {
    let seeds = try Self.inputs("seeds", target)
    let seed = Self.seconds == nil ? 20_261 : UInt64.random(in: 1...1_000_000)
    if Self.seconds != nil { print("fuzzing \(target), seed \(seed)") }
    var random = SeededGenerator(seed: seed)
    let rounds =
      switch target {
      case _ where Self.seconds != nil: Int.max
      case .config, .catalog, .names, .modeling: 60
      default: 400
      }
    let end = ContinuousClock.now + .seconds(Self.seconds ?? 3600)
    for round in 0..<rounds {
      if round % 16 == 0, ContinuousClock.now > end { return }
      guard var bytes = seeds.randomElement(using: &random) else { return }
      let other = seeds.randomElement(using: &random) ?? []
      for _ in 0...Int.random(in: 0...4, using: &random) { Self.change(&bytes, other, &random) }
      target.run(bytes)
    }
  }

  /// One change as fuzzers make them: a byte, a piece that is left out, doubled or taken from another input.
  private static func change(_ bytes: inout [UInt8], _ other: [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...16, using: &random))
    switch Int.random(in: 0..<6, using: &random) {
    case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 4:
      let from = Int.random(in: 0...other.count, using: &random)
      bytes.insert(contentsOf: other[from..<min(other.count, from + 16)], at: place)
    default:
      let digits = "9223372036854775807".utf8.prefix(Int.random(in: 1...19, using: &random))
      bytes.insert(contentsOf: digits, at: place)
    }
  }
}
