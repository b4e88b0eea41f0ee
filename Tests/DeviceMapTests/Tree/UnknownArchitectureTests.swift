import DeviceMap
import Foundation
import Testing

/// Models whose architecture is hidden: what is inferred from the names of their tensors gives the same placement for
/// nearly all of them.
@Suite("Unknown architectures") struct UnknownArchitectureTests {
  /// Maps that agree, and all maps that were compared.
  struct Count {
    var same = 0
    var all = 0

    var percent: Double { all == 0 ? 0 : 100 * Double(same) / Double(all) }
  }

  static let policies: [ReferencePolicy] = [.auto, .balancedLow0, .sequential]
  /// A long run takes models with many experts, and all budgets.
  static let isLong = TestExtent.isLong
  static let budgets =
    ["two_equal", "three_unequal", "offload_to_cpu"] + (isLong ? ["offload_to_disk", "roomy_four", "tight"] : [])
  static let mostTensors = isLong ? Int.max : 500

  @Test func sameDeviceForEveryTensor() throws {
    var decoders = Count()
    var others = Count()
    var failures: [String] = []
    for name in try ModelRecording.names() {
      let recording = try ModelRecording(name)
      guard recording.tensors.count <= Self.mostTensors else { continue }
      let count = try Self.compare(recording, &failures)
      if Self.isDecoderOnly(recording) {
        decoders.same += count.same
        decoders.all += count.all
      } else {
        others.same += count.same
        others.all += count.all
      }
    }
    func text(_ count: Count) -> String { "\(count.same) of \(count.all) (\(Int(count.percent * 10) / 10) %)" }
    print("maps that stay the same without an architecture: decoder-only \(text(decoders)), others \(text(others))")
    if ProcessInfo.processInfo.environment["DEVICE_MAP_FAILURES"] != nil {
      for failure in failures { print(failure) }
    }
    #expect(decoders.all > (Self.isLong ? 1500 : 300))
    #expect(decoders.percent >= 95)
    #expect(others.percent >= (Self.isLong ? 70 : 30))
  }

  /// Whether the model is a stack of decoder layers and nothing else.
  static func isDecoderOnly(_ recording: ModelRecording) -> Bool {
    let architecture = recording.config["architectures"]?[0]?.string ?? ""
    return architecture.hasSuffix("ForCausalLM") || architecture.hasSuffix("LMHeadModel")
      || architecture == "ChatGLMModel" && !recording.name.contains("4v")
  }

  /// The placements of a model with and without its architecture, over all policies and budgets.
  static func compare(_ recording: ModelRecording, _ failures: inout [String]) throws -> Count {
    let tensors = recording.tensors.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let known = try ModuleTree(config: recording.config, tensors: StoredTensors(tensors), options: TreeOptions())
    let hidden = try hiddenConfig(recording)
    let inferred = try ModuleTree(config: hidden, tensors: StoredTensors(tensors), options: TreeOptions())
    #expect(inferred.notes.map(\.code) == ["unknown-architecture"], "\(recording.name)")
    let pairs = try pairs(tensors, known, inferred, config: recording.config)
    var count = Count()
    for budget in budgets {
      let limits = try #require(recording.json["budgets"]?[budget])
      let memory = try MaxMemory(members: limits.members.map { ($0.key, .bytes($0.value.int ?? 0)) })
      for policy in policies {
        let expected = try known.plan(policy, maxMemory: memory)
        let plan = try inferred.plan(policy, maxMemory: memory)
        let other = pairs.first { plan.device(ofTensor: $0.inferred) != expected.device(ofTensor: $0.known) }
        count.all += 1
        if let other {
          failures.append(
            "\(recording.name) \(budget) \(policy.name): \(known.path(ofTensor: other.known)) "
              + "\(String(describing: plan.device(ofTensor: other.inferred))), expected "
              + "\(String(describing: expected.device(ofTensor: other.known)))")
        } else {
          count.same += 1
        }
      }
    }
    return count
  }

  /// The config without the keys that name the architecture.
  private static func hiddenConfig(_ recording: ModelRecording) throws -> JSONValue {
    var writer = JSONWriter()
    writer.object { writer in
      for member in recording.config.members
      where !["model_type", "architectures", "auto_map"].contains(member.key) {
        writer.key(member.key)
        writer.value(member.value)
      }
    }
    return try JSONDocument(parsing: writer.output.string, dialect: .python).root
  }

  /// Each tensor of the files with its places in both trees; those that the model has no place for are left out.
  private static func pairs(
    _ tensors: [(name: String, dtype: DType, shape: [Int])], _ known: ModuleTree, _ inferred: ModuleTree,
    config: JSONValue
  ) throws -> [(known: Int, inferred: Int)] {
    let session = CatalogSession(.builtIn)
    let names = StoredTensors(tensors).templates()
    let architecture = try ModelArchitecture(ModelConfig(config), known.architecture, session)
    let draft = try ModuleTree.draft(
      #require(architecture.entry), config: #require(architecture.config), session: session, dtype: .f32, names)
    let rules = try NameRules(draft, session: session)
    let binding = TensorBinding(names.keeping(rules.literals), rules: rules, tree: known)
    let paths = Dictionary(
      uniqueKeysWithValues: inferred.tensors.indices.map { (inferred.path(ofTensor: $0), $0) })
    return try tensors.indices.flatMap { index -> [(known: Int, inferred: Int)] in
      let place = binding.placeOfStored[index]
      guard place >= 0 else { return [] }
      let own = try #require(paths[tensors[index].name])
      return binding.places[Int(place)].map { ($0, own) }
    }
  }
}
