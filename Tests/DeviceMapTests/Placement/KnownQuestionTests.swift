import DeviceMap
import Foundation
import Testing

/// Questions that people published or asked, with limits as they typed them, and the references' answers to them.
@Suite("Known questions")
struct KnownQuestionTests {
  /// A line of `known.jsonl`, as `Fixtures/oracle/record_known.py` describes it.
  struct Question: CustomTestStringConvertible, Sendable {
    let json: JSONValue

    static func all() throws -> [Question] {
      try FixtureFiles.lines("plans/known.jsonl", count: 36).map {
        Question(json: try JSONDocument(parsing: [UInt8]($0), dialect: .python).root)
      }
    }

    var testDescription: String { "\(json["id"]?.string ?? ""), \(json["engine"]?.string ?? "")" }

    func tree() throws -> ModuleTree {
      var options = TreeOptions.recorded
      if let dtype = json["dtype"]?.string { options.dtype = try #require(LoadingDType(named: dtype)) }
      let config = try json["config"] ?? ModelRecording(json["model"]?.string ?? "").config
      let tree = try ModuleTree(config: config, tensors: nil, options: options)
      return json["no_split"] == nil ? tree : tree.noSplit(json["no_split"]!.elements.map { $0.string! })
    }

    func map() throws -> [DeviceMapEntry] {
      try #require(json["map"]).members.flatMap { member in
        let device = member.value.int.map(Device.gpu) ?? Device(parsing: member.value.string ?? "") ?? .disk
        return ModelRecording.expanded(member.key).map { DeviceMapEntry($0, device) }
      }
    }
  }

  @Test("the answer is that of the reference", arguments: try Question.all())
  func answer(_ question: Question) throws {
    let json = question.json
    let limits = try #require(json["max_memory"]).members.map { ($0.key, MaxMemory.Limit.text($0.value.string ?? "")) }
    let policy = try #require(ReferencePolicy(named: json["policy"]?.string ?? ""))
    let engine = try #require(Engine(rawValue: json["engine"]?.string ?? ""))
    let plan = try question.tree().plan(policy, maxMemory: MaxMemory(members: limits), engine: engine)
    #expect(try plan.deviceMap == question.map())
  }
}
