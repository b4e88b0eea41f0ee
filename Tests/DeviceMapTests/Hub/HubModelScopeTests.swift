import Foundation
import Testing

@testable import DeviceMap

@Suite("ModelScope") struct HubModelScopeTests {
  typealias Answer = LoopbackServer.Answer

  /// A hub of ModelScope's kind, and the server to which it sends for files.
  final class StandIn: Sendable {
    let hub: LoopbackServer
    let data: LoopbackServer

    /// - Parameter refusing: The end of the path of a file that is refused with the status of a yes.
    init(_ repository: HubStandIn.Repository, isCut: Bool = false, refusing: String? = nil) throws {
      let data = try LoopbackServer { request in
        guard request.headers["authorization"] == nil, request.headers["cookie"] == nil else { return .text(400, "") }
        let path = HubName.unquoted(String(request.path.dropFirst())) ?? ""
        guard let bytes = repository.bytes(path) else { return .text(404, "") }
        return HubStandIn.part(of: bytes, length: repository.length(path), request)
      }
      self.data = data
      let dataURL = data.url
      hub = try LoopbackServer { request in
        if request.path == "/api/v1/models/acme/llama/repo/files" {
          return Self.listing(repository, isCut: isCut && request.target.contains("Recursive=True"), request)
        }
        if request.path.hasPrefix("/api/") {
          return .text(404, #"{"Code":10010205001,"Message":"the model is not there","Success":false}"#)
        }
        guard let path = request.path.wholeMatch(of: /\/models\/acme\/llama\/resolve\/(master|v2)\/(.*)/)?.output.2
        else {
          return .text(404, "")
        }
        if let refusing, path.hasSuffix(refusing) {
          return .text(200, #"{"Code":10010205001,"Message":"denied","RequestId":"x","Success":false}"#)
        }
        return Answer(status: 302, headers: [("Location", "\(dataURL)/\(path)?sig=1")])
      }
    }

    private static func listing(
      _ repository: HubStandIn.Repository, isCut: Bool, _ request: LoopbackServer.Request
    ) -> Answer {
      if request.target.contains("Revision=broken") {
        return .text(200, #"{"Code":500,"Message":"out of order","Success":false}"#)
      }
      var rows = repository.files.map {
        "{\"Path\":\"\($0.path)\",\"Name\":\"x\",\"Type\":\"blob\",\"Size\":\(repository.length($0.path)),\"IsLFS\":true}"
      }
      if isCut { rows = (0..<3000).map { "{\"Path\":\"a/\($0)\",\"Type\":\"blob\",\"Size\":1}" } }
      rows.append(#"{"Path":"sub","Name":"sub","Type":"tree","Size":0}"#)
      return .text(200, "{\"Code\":200,\"Success\":true,\"Data\":{\"Files\":[\(rows.joined(separator: ","))]}}")
    }
  }

  private func run(_ standIn: StandIn, _ name: String) throws -> (
    out: String, err: String, requests: [LoopbackServer.Request]
  ) {
    let home = try TemporaryDirectory()
    var environment = ProgramEnvironment()
    let variables = [
      "HOME": home.path, "MODELSCOPE_ENDPOINT": standIn.hub.url, "MODELSCOPE_API_TOKEN": "ms-secret",
      "HF_TOKEN": "hf_x", "HF_ENDPOINT": "http://127.0.0.1:1",
    ]
    environment.variable = { variables[$0] }
    environment.hubLimits.retries = 0
    let output = Program.run(["plan", name, "--json"] + HubNetworkTests.memory, environment)
    #expect(try RecordedCache.listing(home.path).isEmpty, "without a commit nothing is kept")
    return (output.result.string, output.messages.string, standIn.hub.requests)
  }

  @Test(
    "a model is planned by the headers of its files",
    arguments: [("modelscope:acme/llama", "master"), ("modelscope:acme/llama@v2", "v2")], [false, true])
  func plan(model: (name: String, revision: String), isCut: Bool) throws {
    let standIn = try StandIn(try HubModels.sharded(), isCut: isCut)
    let result = try run(standIn, model.name)
    let root = try JSONDocument(parsing: result.out).root
    #expect(root["source"]?["hub"]?.string == "modelscope")
    #expect(root["source"]?["commit"]?.isNull == true)
    #expect(root["source"]?["revision"]?.string == model.revision)
    let local = Program.run(["plan", HubModels.llama.path, "--json"] + HubNetworkTests.memory, ProgramEnvironment())
    #expect(root["device_map"]?.source == (try JSONDocument(parsing: local.result.string).root)["device_map"]?.source)
    #expect(result.err.contains("\(model.name) (commit unknown), from \(standIn.hub.url)"))
    #expect(
      result.requests.allSatisfy {
        $0.headers["authorization"] == "Bearer ms-secret" && $0.headers["cookie"] == "m_session_id=ms-secret"
      })
    #expect(standIn.data.requests.count == 5)
    #expect(standIn.data.requests.allSatisfy { $0.headers["authorization"] == nil && $0.headers["cookie"] == nil })
  }

  @Test("a refusal with the status of a yes is no file", arguments: ["config.json", "00002-of-00003.safetensors"])
  func hiddenRefusals(file: String) throws {
    let result = try run(try StandIn(try HubModels.sharded(), refusing: file), "modelscope:acme/llama")
    let text = "127.0.0.1 answered: denied; check the name and the token, or give the folder of a copy on disk"
    #expect(result.err == "device-map: error: \(text)\n" && result.out.isEmpty)
  }

  @Test(
    "what is a refusal and what a file",
    arguments: [
      (#"{"Code":10010205001,"Message":"no","Success":false}"#, "no"), (#"{"Success":false}"#, "no"),
      (#"{"Code":404,"Message":"not here"}"#, "not here"), (#" {"error":"Entry not found"}"#, "Entry not found"),
      (#"{"success":false,"message":"x"}"#, "x"), (#"{"Code":200,"Message":"","Success":true}"#, nil),
      (#"{"model_type":"llama","Success":false}"#, nil), (#"{"architectures":["A"],"Code":1}"#, nil),
      (#"{"error":"a field","hidden_size":4}"#, nil), ("{}", nil), ("[]", nil), ("{", nil), ("", nil),
    ] as [(String, String?)])
  func refusals(body: String, message: String?) {
    #expect(HubAnswerError.hiddenRefusal(ContiguousArray(body.utf8)) == message)
  }

  @Test(
    "what it says is said",
    arguments: [
      (
        "modelscope:acme/other",
        "'modelscope:acme/other' is no path, and not found on ModelScope: check the name, and whether the token may read it"
      ),
      (
        "modelscope:acme/llama@broken",
        "127.0.0.1 answered: out of order; check the name and the token, or give the folder of a copy on disk"
      ),
      (
        "modelscope:acme",
        "'modelscope:acme' is no path that exists, and no name on a hub: models of ModelScope are named "
          + "modelscope:org/name; give a path, or org/name"
      ),
    ])
  func errors(name: String, text: String) throws {
    let result = try run(try StandIn(try HubModels.single()), name)
    #expect(result.err == "device-map: error: \(text)\n")
  }
}
