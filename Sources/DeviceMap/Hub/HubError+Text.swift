extension HubError: CustomStringConvertible {
  /// What is wrong, and what to do, in one sentence.
  public var description: String { text.printable.shortened(to: 2000) }

  private var text: String {
    switch self {
    case .invalidName, .invalidRevision, .invalidFile, .invalidURL, .invalidEndpoint, .invalidToken: namesText
    case .notAModel(let reference, _), .severalWeights(let reference, _), .weightsElsewhere(let reference, _),
      .noSuchFile(let reference, _, _, _), .notSafetensors(let reference, _, _), .notInRepository(let reference, _):
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

  // MARK: - Repositories

  /// - Parameter place: the repository, or the folder of a cache.
  private func contentsText(of place: String) -> String {
    switch self {
    case .notAModel(_, let contents): "\(place) \(contents)"
    case .weightsElsewhere(_, let pattern):
      "\(place) has its weights elsewhere (\(pattern)); choose them with --file '\(pattern)'"
    case .severalWeights(_, let choices):
      "\(place) has several weights" + (choices.isEmpty ? "" : " (\(CheckpointError.list(choices)))")
        + "; choose with --file PATTERN" + (choices.first.map { ", as --file '\($0)'" } ?? "")
    case .noSuchFile(_, let pattern, let files, let others) where files.isEmpty:
      "\(place) has no safetensors files, and so none that match '\(pattern)'" + HubContents.instead(others)
    case .noSuchFile(_, let pattern, let files, _):
      "no safetensors file of \(place) matches '\(pattern)'; there are \(CheckpointError.list(files))"
    case .notSafetensors(_, let files, let hasConfig):
      "\(CheckpointError.list(files)) of \(place) \(files.count == 1 ? "is" : "are") not safetensors, the one format that is "
        + "read; name a repository that has the weights as safetensors"
        + (hasConfig ? ", or plan from the config.json alone (--file config.json)" : "")
    case .notInRepository(_, let files):
      "\(place) does not have \(CheckpointError.list(files))"
    default: description
    }
  }

  // MARK: - Without the network

  private var cacheText: String {
    switch self {
    case .offline(let reference, let reason, let found) where found.isEmpty:
      "'\(reference.text)' is no path and in no cache, and \(reason) forbids to ask the hub; \(Self.undo(reason)) "
        + "\(reason), or download it"
    case .offline(let reference, let reason, let found):
      "'\(reference.text)' is no path, the caches do not say which state '\(reference.wantedRevision)' is, and "
        + "\(reason) forbids to ask the hub; they have \(CheckpointError.list(found)): give \(reference.held(found[0])), "
        + "or \(Self.undo(reason)) \(reason)"
    case .inCache(.notInRepository(let reference, let files), let folder, let undo):
      "the cache folder '\(folder)' has a part of '\(reference.text)' alone; missing or cut: \(CheckpointError.list(files))"
        + (undo.map { "; \(Self.undo($0)) \($0) to ask the hub" } ?? "; download the rest")
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
    case .nothing(let others): "has neither a config.json nor safetensors files" + Self.instead(others)
    case .otherWeights(let files):
      "has no config.json, and its weights (\(CheckpointError.list(files))) are not safetensors; name a repository that "
        + "has them as safetensors"
    case .adapter(let base):
      "is an adapter (adapter_config.json), not a model; plan the model that it is for"
        + (base.map { " ('\($0)')" } ?? "")
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

extension HubContents {
  /// What there is instead of what was looked for, as the end of a sentence.
  static func instead(_ names: [String]) -> String {
    names.isEmpty ? "" : "; there \(names.count == 1 ? "is" : "are") \(CheckpointError.list(names))"
  }
}

extension HubReference {
  /// How a state is named that a cache has: as a revision of this model, or in full where it is one of another hub.
  fileprivate func held(_ state: String) -> String { (try? at(revision: state))?.text ?? state }
}
