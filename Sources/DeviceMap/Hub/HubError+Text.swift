extension HubError: CustomStringConvertible {
  /// What is wrong, and what to do, in one sentence.
  public var description: String { text.printable.shortened(to: 2000) }

  private var text: String {
    switch self {
    case .invalidName, .invalidRevision, .invalidFile, .invalidURL, .invalidEndpoint, .invalidToken: namesText
    case .notAModel(let reference, _), .severalWeights(let reference, _), .noSuchFile(let reference, _, _),
      .notInRepository(let reference, _):
      contentsText(of: "'\(reference.text)'")
    case .offline, .noSnapshot, .incomplete, .inCache, .besideCache: cacheText
    case .curlMissing, .curlTooOld, .curlFailed, .noTemporaryFolder: curlText
    default: answerText
    }
  }

  // MARK: - Names

  private var namesText: String {
    switch self {
    case .invalidName(let name, let fault):
      "'\(name)' is no path that exists, and no name on a hub: \(fault); give a path, or org/name"
    case .invalidRevision(let revision):
      "'\(revision)' is no revision; give a branch, a tag, a commit or refs/pr/N after the @"
    case .invalidFile(let file):
      "'\(file)' is no path of a file in a repository; give a path or a pattern without '..', as 'model-*.safetensors'"
    case .invalidURL(let url):
      "'\(Self.withoutUser(url))' is no URL of a model or of a file of one; give it as https://huggingface.co/org/name, or org/name"
    case .invalidEndpoint(let variable, let value):
      "\(variable) is '\(Self.withoutUser(value))', which is no URL of a server; set it as https://host, without a user or a password"
    case .invalidToken(let source):
      "the token from \(source) has spaces, control or other characters that no token has; set it again"
    default: ""
    }
  }

  /// A URL as it may be shown: what stands before the server may be a password.
  private static func withoutUser(_ url: String) -> String {
    let start = url.firstRange(of: "//")?.upperBound ?? url.startIndex
    let server = url[start...].prefix { $0 != "/" }
    // Behind a server an @ is that of a revision; what has a colon is a password with a slash in it.
    let hasPassword = server.firstIndex(of: ":").map { !server[$0...].dropFirst().utf8.allSatisfy(\.isDigit) } ?? false
    return server.contains("@") || hasPassword ? HubSecrets.withoutUser(url) : url
  }

  // MARK: - Answers

  private var answerText: String {
    switch self {
    case .notFound(let reference, false, let request):
      "'\(reference.text)' is no path, and not found on the hub\(Self.id(request)): check the name; if it is private, "
        + "set \(reference.site.tokenVariable)"
    case .notFound(let reference, true, let request):
      "'\(reference.text)' is no path, and not found on the hub\(Self.id(request)): check the name, and whether the "
        + "token may read it"
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
    case .rateLimited(let host, let seconds, let hasToken):
      "\(host) takes no more requests for now; wait \(seconds.map { "\($0) seconds" } ?? "some minutes")"
        + (hasToken ? "" : ", or set HF_TOKEN, with which there may be more")
    case .status(let status, let host, let message, let request):
      "\(host) answered \(status)\(message.map { " (\($0))" } ?? "")\(Self.id(request))\(Self.advice(status))"
    case .refused(let host, let message):
      "\(host) answered: \(message); check the name and the token, or give the folder of a copy on disk"
    case .unexpected(let host, let file, let answer): "\(host), \(file): \(answer)"
    case .transport(let failure, let endpoint): Self.text(failure, endpoint)
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
    return reference.text == reference.id && text.contains("'\(reference.id)") ? text : "'\(reference.text)': \(text)"
  }

  private static func id(_ request: String?) -> String { request.map { " (request \($0))" } ?? "" }

  /// What a status means, and what to do about it.
  private static func advice(_ status: Int) -> String {
    switch status {
    case 401, 403: ": it does not let this be read; check the token, the proxy and HF_ENDPOINT, or give a folder"
    case 407: ": the proxy wants a name and a password; set them in http_proxy or https_proxy"
    case 451: ": it may not give this out where you are; try a mirror (HF_ENDPOINT), modelscope:org/name, or a folder"
    case 511: ": the network wants a login first; open a page in a browser, then try again"
    case 408, 425, 500...: "; try again later, or give a folder"
    case 400..<500: ": it does not take the request; is it a hub? Check HF_ENDPOINT and the proxy, or give a folder"
    default: ", which is no answer to what was asked; is it a hub? Check HF_ENDPOINT and the proxy"
    }
  }

  private static func text(_ failure: HubTransportFailure, _ endpoint: String) -> String {
    let host = failure.host ?? endpoint
    let reason = "\(failure.reason)\(failure.text.isEmpty ? "" : " (\(failure.text))")"
    switch failure.reason {
    case .notStored: return "the answers of \(host) cannot be stored: \(reason); make room where TMPDIR is"
    case .untrusted: return "\(host): \(reason); check the clock, the proxy and SSL_CERT_FILE"
    case .redirect: return "\(host): \(reason); check HF_ENDPOINT"
    case .tooLong, .headerTooLong, .notHTTP: return "\(host): \(reason); is it a hub? Check HF_ENDPOINT and the proxy"
    case .proxy:
      return "\(host): \(reason); check http_proxy, https_proxy and no_proxy, or give the folder of a copy on disk"
    default:
      return "\(host): \(reason); check the network, the proxy and HF_ENDPOINT, or give the folder of a copy on disk"
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

  // MARK: - Repositories

  /// - Parameter place: the repository, or the folder of a cache.
  private func contentsText(of place: String) -> String {
    switch self {
    case .notAModel(_, let contents): "\(place) \(contents)"
    case .severalWeights(_, let choices) where choices.count == 1:
      "\(place) has its weights elsewhere (\(choices[0])); choose them with --file '\(choices[0])'"
    case .severalWeights(_, let choices):
      "\(place) has several weights" + (choices.isEmpty ? "" : " (\(CheckpointError.list(choices)))")
        + "; choose with --file PATTERN" + (choices.first.map { ", as --file '\($0)'" } ?? "")
    case .noSuchFile(_, let pattern, let files) where files.isEmpty:
      "\(place) has no safetensors files, and so none that match '\(pattern)'"
    case .noSuchFile(_, let pattern, let files):
      "no safetensors file of \(place) matches '\(pattern)'; there are \(CheckpointError.list(files))"
    case .notInRepository(_, let files):
      "\(place) does not have \(CheckpointError.list(files))"
    default: description
    }
  }

  // MARK: - Without the network

  private var cacheText: String {
    switch self {
    case .offline(let reference, let reason, let found):
      "'\(reference.text)' is no path and in no cache, and \(reason) forbids to ask the hub"
        + (found.isEmpty ? "" : "; there are \(CheckpointError.list(found))")
        + "; \(Self.undo(reason)) \(reason), or download it"
    case .inCache(let error, let folder, let undo):
      error.contentsText(of: "the cache folder '\(folder)'")
        + (undo.map { "; \(Self.undo($0)) \($0) to ask the hub" } ?? "")
    case .besideCache(let error, let folder):
      "\(error); the cache folder '\(folder)' has a part of it, which --offline plans"
    case .incomplete(let reference, let present, let total, let why, let reason):
      "of '\(reference.text)' " + (total.map { "\(present) of \($0) shards are there" } ?? "no weights are there")
        + ", and what is there is not enough (\(why)); \(reason.map { "\($0)" } ?? "download the rest")"
    case .noSnapshot(let folder, _, let found) where found.isEmpty:
      "'\(folder)' is the folder of a cache without any snapshot; download the model, or give org/name"
    case .noSnapshot(let folder, let revision, let found):
      "'\(folder)' does not say which of its snapshots is '\(revision)'; give one of them: "
        + CheckpointError.list(found.map { Files.join(Files.join(folder, "snapshots"), $0) })
    default: ""
    }
  }

  /// What to do about an option or a variable that is in the way.
  private static func undo(_ reason: String) -> String { reason.hasPrefix("--") ? "leave out" : "unset" }

  // MARK: - curl

  private var curlText: String {
    switch self {
    case .curlMissing:
      "to read a model from the hub the program 'curl' is needed and is not there; install it (apt install curl), or "
        + "give a folder"
    case .curlTooOld(let version):
      "to read a model from the hub curl 7.76 or later is needed\(version.map { ", and this is \($0)" } ?? ""); update it, "
        + "or give a folder"
    case .curlFailed(let text): "curl does not work: \(text); give a folder instead of a name"
    case .noTemporaryFolder(let error): "no folder for the answers of the hub: \(error); set TMPDIR to one with room"
    default: ""
    }
  }
}

extension HubReference.Site {
  /// The variable that holds the token.
  var tokenVariable: String { self == .huggingFace ? "HF_TOKEN" : "MODELSCOPE_API_TOKEN" }
}

extension HubNameFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .form: "it is neither name nor org/name"
    case .character: "only letters, digits, '-', '_' and '.' are allowed"
    case .edge: "a part begins or ends with '-' or '.'"
    case .doubled: "'--' and '..' are not allowed"
    case .long: "a part is longer than 96 characters"
    case .git: "it ends with '.git'"
    case .withoutOrganisation: "models of ModelScope are named modelscope:org/name"
    }
  }
}

extension HubContents: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nothing: "has neither a config.json nor safetensors files"
    case .otherWeights(let files):
      "has no config.json, and its weights (\(CheckpointError.list(files))) are not safetensors; name a repository that "
        + "has them as safetensors"
    case .adapter(let base):
      "is an adapter (adapter_config.json), not a model; plan the model that it is for"
        + (base.map { " ('\($0)')" } ?? " (base_model_name_or_path)")
        + ", with --adapter and a folder that has the adapter where it counts"
    case .pipeline(let choices):
      "is a pipeline of several models" + (choices.isEmpty ? "" : " (\(CheckpointError.list(choices)))")
        + (choices.first.map {
          "; plan places it whole (without --tp, --pp and --export), and --file chooses a part, "
            + "as --file '\($0)'"
        }
          ?? " without weights that are read")
    }
  }
}

extension HubError.UnexpectedAnswer: CustomStringConvertible {
  public var description: String {
    switch self {
    case .html: "a web page was answered instead of data; is it a hub? Check HF_ENDPOINT and the proxy"
    case .notJSON: "the answer is not JSON; is it a hub? Check HF_ENDPOINT"
    case .missing(let key): "the answer has no usable '\(key)'; is it a hub? Check HF_ENDPOINT"
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
