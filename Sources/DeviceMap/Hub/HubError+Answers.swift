extension HubError {
  /// What servers answered, and what to do about it.
  var answerText: String {
    switch self {
    case .notFound(let reference, let hasToken, let request):
      "'\(reference.text)' is no path, and not found on \(reference.site.hubName)\(Self.id(request)): check the name"
        + (hasToken ? ", and whether the token may read it" : "; if it is private, set \(reference.site.tokenVariable)")
    case .tokenRefused(let source, let request):
      "the hub does not accept the token\(source.map { " from \($0)" } ?? "")\(Self.id(request)); renew it, or remove it "
        + "to read public models"
    case .gated(let url, false): "the model is gated: accept its terms at \(url), then set HF_TOKEN"
    case .gated(let url, true): "the model is gated, and the token has no access yet: accept its terms at \(url)"
    case .disabled(let reference): "the hub has disabled '\(reference.text)'; plan from a copy of it on disk"
    case .revisionNotFound(let reference, let known):
      "'\(reference.id)' has no revision '\(reference.wantedRevision)'; give one of its branches, tags or commits"
        + (known.isEmpty ? "" : "; there are \(CheckpointError.list(known))")
    case .fileNotFound(let reference, let file):
      "'\(file)' belongs to '\(reference.text)' and is not there; the repository is not complete, choose with --file PATTERN"
    case .rateLimited(let server, let seconds, let hasToken):
      "\(server.host) takes no more requests for now; wait \(seconds.map(Self.wait) ?? "some minutes")"
        + (hasToken ? "" : ", or set \(server.site.tokenVariable), with which there may be more")
    case .status(let status, let server, let message, let request):
      "\(server.host) answered \(status)\(message.map { " (\($0.shortened(to: 200)))" } ?? "")\(Self.id(request))"
        + Self.advice(status, server)
    case .refused(let host, let message):
      "\(host) answered: \(message.shortened(to: 400)); check the name and the token, or give the folder of a copy on disk"
    case .unexpected(let server, let file, let answer):
      "\(server.host)\(file.isEmpty ? "" : ", \(file)"): \(answer)"
        + (answer.isOfNoHub ? "; is it a hub? Check \(server.setting) and the proxy" : "")
    case .transport(let failure, let server): Self.text(failure, server)
    case .dataHost(let failure, let reference, let endpoint): Self.text(failure, reference, endpoint)
    case .notReadable(let reference, let error): Self.text(error, of: reference)
    case .tooLarge(let reference, let what, let limit):
      "'\(reference.text)': more than \(limit) \(what), which is no model that is planned"
    default: ""
    }
  }

  /// The error about a file, which the name of the repository stands before, unless the file is called by it.
  private static func text(_ error: CheckpointError, of reference: HubReference) -> String {
    let text = "\(error)"
    let isUsual = reference.site == .huggingFace && (reference.revision == nil || reference.isPinned)
    return isUsual && text.contains("'\(reference.id)") ? text : "'\(reference.text)': \(text)"
  }

  private static func id(_ request: String?) -> String { request.map { " (request \($0.shortened(to: 100)))" } ?? "" }

  private static func wait(_ seconds: Int) -> String { seconds == 1 ? "a second" : "\(seconds) seconds" }

  /// What a status means, and what to do about it.
  private static func advice(_ status: Int, _ server: HubServer) -> String {
    let setting = server.setting
    switch status {
    case 401, 403: return ": it does not let this be read; check the token, the proxy and \(setting), or give a folder"
    case 407: return ": the proxy wants a name and a password; set them in http_proxy or https_proxy"
    case 451:
      let other = server.site == .huggingFace ? "a mirror (HF_ENDPOINT), modelscope:org/name" : "org/name"
      return ": it may not give this out where you are; try \(other), or a folder"
    case 511: return ": the network wants a login first; open a page in a browser, then try again"
    case 408, 425, 500...: return "; try again later, or give a folder"
    case 400..<500:
      return ": it does not take the request; is it a hub? Check \(setting) and the proxy, or give a folder"
    default: return ", which is no answer to what was asked; is it a hub? Check \(setting) and the proxy"
    }
  }

  private static func text(_ failure: HubTransportFailure, _ server: HubServer) -> String {
    let host = failure.host ?? server.host
    let setting = server.setting
    let reason = "\(failure.reason)\(failure.text.isEmpty ? "" : " (\(failure.text))")"
    switch failure.reason {
    case .notStored: return "the answers of \(host) cannot be stored: \(reason); make room where TMPDIR is"
    case .untrusted: return "\(host): \(reason); check the clock, the proxy and SSL_CERT_FILE"
    case .redirect: return "\(host): \(reason); check \(setting)"
    case .tooLong, .headerTooLong, .notHTTP: return "\(host): \(reason); is it a hub? Check \(setting) and the proxy"
    case .proxy:
      return "\(host): \(reason); check http_proxy, https_proxy and no_proxy, or give the folder of a copy on disk"
    default:
      return "\(host): \(reason); check the network, the proxy and \(setting), or give the folder of a copy on disk"
    }
  }

  private static func text(_ failure: HubTransportFailure, _ reference: HubReference, _ endpoint: String) -> String {
    let what =
      switch failure.reason {
      case .refused: "does not give them"
      case .cut, .notHTTP, .other: "does not answer well"
      default: "cannot be reached"
      }
    let advice = reference.site == .huggingFace ? "try modelscope:\(reference.id), or" : "try"
    return "\(endpoint) sends for the weights to \(failure.host ?? "another host"), which \(what) "
      + "(\(failure.text.isEmpty ? "\(failure.reason)" : failure.text)); \(advice) the folder of a copy on disk"
  }
}

extension HubReference.Site {
  /// The variable that holds the token.
  var tokenVariable: String { self == .huggingFace ? "HF_TOKEN" : "MODELSCOPE_API_TOKEN" }

  fileprivate var hubName: String { self == .huggingFace ? "the hub" : "ModelScope" }
}

extension HubError.UnexpectedAnswer {
  /// Whether a server answers so that is no hub at all.
  fileprivate var isOfNoHub: Bool {
    switch self {
    case .html, .notJSON, .missing: true
    default: false
    }
  }
}

extension HubError.UnexpectedAnswer: CustomStringConvertible {
  public var description: String {
    switch self {
    case .html: "a web page was answered instead of data"
    case .notJSON: "the answer is not JSON"
    case .missing(let key): "the answer has no usable '\(key)'"
    case .tooMany(let limit): "it has more than \(limit) files, which is no model that is planned"
    case .otherCommit(let expected, let found):
      "it was answered from commit \(found), and the rest is of \(expected); try again with --refresh, or another server"
    case .wrongRange: "another part of the file was answered than was asked for; try another server"
    case .longPart: "more of the file was answered than was asked for; try another server"
    case .rangeIgnored: "the server does not answer parts of a file, only the whole; give the folder of a copy on disk"
    case .wrongLength(let expected, let found):
      "the file has \(found) bytes, and the hub says \(expected); try again with --refresh"
    case .longHeader(let length):
      "the header has \(length) bytes, and \(HubLimits.longestHeader) are the most that is read of a hub"
    case .notSafetensors(let reason): "not safetensors: \(reason)"
    }
  }
}

extension HubTransportFailure: CustomStringConvertible {
  public var description: String { reason.description }
}

extension HubTransportFailure.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreachable: "cannot be reached"
    case .untrusted: "no trusted connection"
    case .timedOut: "no complete answer in time"
    case .cut: "the answer was cut off"
    case .tooLong: "the answer is longer than it may be"
    case .headerTooLong: "the header of the answer is longer than it may be"
    case .redirect: "it sends to a place that is not followed"
    case .notHTTP: "what answers does not speak HTTP"
    case .proxy: "the proxy does not lead there"
    case .refused: "it refused"
    case .notStored: "no room"
    case .other: "no answer"
    }
  }
}
