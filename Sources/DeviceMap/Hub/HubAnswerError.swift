/// What a status other than 200 means (`hf_raise_for_status` of huggingface_hub 2.4.0).
struct HubAnswerError {
  private let response: HubResponse
  private let request: HubRequest
  private let address: HubAddress

  init(_ response: HubResponse, _ request: HubRequest, _ address: HubAddress) {
    (self.response, self.request, self.address) = (response, request, address)
  }

  /// The error, and how long to wait before another try: nil for no other try, zero for a moment.
  var problem: (error: HubError, retry: Duration?) {
    switch response.status {
    case 429:
      // A hub that says none and goes on to refuse does not know it.
      (
        .rateLimited(address.server, seconds: seconds == 0 ? nil : seconds, hasToken: hasToken),
        seconds.map { .seconds($0 + 1) } ?? .zero
      )
    case 408, 500, 502, 503, 504: (status, .zero)
    default: (error, nil)
    }
  }

  private var reference: HubReference { address.reference }
  private var hasToken: Bool { address.token != nil }

  private var error: HubError {
    switch (response.status, response["X-Error-Code"]) {
    case (_, "GatedRepo"): return .gated(url: address.page, hasToken: hasToken)
    case (_, "RevisionNotFound"): return .revisionNotFound(reference, known: [])
    case (_, "EntryNotFound") where request.isOfFile: return .fileNotFound(reference, file: request.fileName)
    case (_, "RepoNotFound"): return .notFound(reference, hasToken: hasToken, request: requestID)
    case (403, _) where message == "Access to this resource is disabled.": return .disabled(reference)
    case (401, _) where message == "Invalid credentials in Authorization header":
      return .tokenRefused(source: address.token?.source, request: requestID)
    // Without a code it is said of a repository that is private or not there.
    case (401, nil) where !hasToken: return .notFound(reference, hasToken: false, request: requestID)
    case (401, nil): return .tokenRefused(source: address.token?.source, request: requestID)
    case (404, nil) where !request.isOfFile:
      return .notFound(reference, hasToken: hasToken, request: requestID)
    case (404, nil): return .fileNotFound(reference, file: request.fileName)
    case (416, _) where request.isOfFile: return .unexpected(address.server, file: request.fileName, .wrongRange)
    default: return status
    }
  }

  private var status: HubError { .status(response.status, address.server, message: message, request: requestID) }

  /// The hub's own words.
  private var message: String? { response["X-Error-Message"] ?? Self.refusal(response.body) }

  /// What to name when asking the hub's people.
  private var requestID: String? {
    response["x-request-id"] ?? response["X-Amzn-Trace-Id"] ?? response["x-amz-cf-id"]
  }

  /// Seconds until there may be more requests: `RateLimit: "resolvers";r=0;t=55`, or `Retry-After: 55`.
  private var seconds: Int? {
    let parts = response["RateLimit"]?.split(separator: ";").map { trimmed($0) } ?? []
    let time = parts.first { $0.hasPrefix("t=") }.flatMap { Int($0.dropFirst(2)) }
    return (time ?? response["Retry-After"].flatMap { Int(trimmed($0)) }).map { min(max(0, $0), 86_400) }
  }

  /// `{"error": "..."}` of Hugging Face, `{"Success": false, "Message": "..."}` of ModelScope.
  static func refusal(_ body: ContiguousArray<UInt8>) -> String? {
    guard body.count < 1 << 16, let root = try? HubListing.json(body) else { return nil }
    return (root["error"] ?? root["Message"] ?? root["message"])?.string
  }

  /// What a hub says where it answers no with the status of a yes, as ModelScope does; nil of an answer that is none.
  static func hiddenRefusal(_ body: ContiguousArray<UInt8>) -> String? {
    guard body.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"), body.count < 1 << 16,
      let root = try? HubListing.json(body), root["model_type"] == nil, root["architectures"] == nil
    else { return nil }
    let isRefusal =
      (root["Success"] ?? root["success"])?.bool == false || root["Code"]?.int.map { $0 != 200 } ?? false
      || root["error"]?.kind == .string && Array(root.members).count == 1
    return isRefusal ? refusal(body) ?? "no" : nil
  }
}

extension HubLimits {
  /// The pause before the next try after so many that failed.
  func pause(after attempt: Int) -> Duration { .milliseconds(min(8000, firstPauseMilliseconds << min(attempt, 8))) }
}
