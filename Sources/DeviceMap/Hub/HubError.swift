/// Why a model cannot be read by its name.
public enum HubError: Error, Hashable, Sendable {
  // MARK: Names and settings

  /// The name of a repository breaks a rule.
  case invalidName(String, HubNameFault)
  /// A revision that cannot be one.
  case invalidRevision(String)
  /// A path or pattern of files that leads out of the repository or has control characters.
  case invalidFile(String)
  /// A URL that names no model.
  case invalidURL(String)
  /// The variable that names a server does not hold the URL of one.
  case invalidEndpoint(variable: String, value: String)
  /// The token from this source has characters that no token has.
  case invalidToken(source: String)

  // MARK: Answers

  /// No such repository, or a private one.
  case notFound(HubReference, hasToken: Bool, request: String?)
  /// The server knows no such token.
  case tokenRefused(source: String?, request: String?)
  /// The terms of the repository at `url` have to be accepted first.
  case gated(url: String, hasToken: Bool)
  /// The hub has closed the repository.
  case disabled(HubReference)
  /// The repository has no such revision.
  ///
  /// `known` are some that there are.
  case revisionNotFound(HubReference, known: [String])
  /// The file is in the list of the repository and cannot be had.
  case fileNotFound(HubReference, file: String)
  /// Too many requests; `seconds` until there may be more.
  case rateLimited(HubServer, seconds: Int?, hasToken: Bool)
  /// Another status than those that are understood, also after trying again.
  case status(Int, HubServer, message: String?, request: String?)
  /// The hub says no in its own words.
  case refused(host: String, message: String)
  /// The answer is not what a hub answers.
  case unexpected(HubServer, file: String, UnexpectedAnswer)
  /// No answer, also after trying again.
  case transport(HubTransportFailure, HubServer)
  /// The hub answered, and the other host that it sends for the weights does not.
  case dataHost(HubTransportFailure, HubReference, endpoint: String)
  /// More than is read.
  case tooLarge(HubReference, what: String, limit: Int)

  /// A file of the repository is not what its name says.
  case notReadable(HubReference, CheckpointError)

  // MARK: Repositories

  /// A repository, or what was chosen of it, that is no model to plan.
  case notAModel(HubReference, HubContents)
  /// Several weights, of which one has to be chosen; each of the patterns chooses one.
  case severalWeights(HubReference, choices: [String])
  /// Weights that are not where a model has them, and no others; the pattern chooses them.
  case weightsElsewhere(HubReference, pattern: String)
  /// Files that belong to the model and are not in the repository, or not in the folder of a cache.
  case notInRepository(HubReference, files: [String])
  /// No weights in the repository have such a name; `files` are those that there are, `others` what there is instead.
  case noSuchFile(HubReference, pattern: String, files: [String], others: [String])
  /// The files that were chosen have weights in other formats; whether there is a config.json to plan from instead.
  case notSafetensors(HubReference, files: [String], hasConfig: Bool)

  // MARK: Without the network

  /// Requests are forbidden by `reason`, and no cache has the model; `found` are the states of it that are there.
  case offline(HubReference, reason: String, found: [String])
  /// What is wrong with the files in a folder of a cache; `undo` is what forbids to ask the hub.
  indirect case inCache(HubError, folder: String, undo: String?)
  /// The hub says no, and a folder of a cache has a part of the model.
  indirect case besideCache(HubError, folder: String)
  /// Weights are missing for a reason (nil where they were not downloaded), and what there is does not say what they
  /// are.
  indirect case incomplete(HubReference, present: Int, total: Int?, why: String, reason: HubError?)
  /// A folder of a cache that does not say which of its snapshots is meant.
  case noSnapshot(folder: String, revision: String, found: [String])

  // MARK: curl

  /// There is no `curl` to ask with.
  case curlMissing
  /// The version, if curl tells it.
  case curlTooOld(String?)
  /// `curl` could not be run.
  case curlFailed(String)
  /// There is no place for the answers.
  case noTemporaryFolder(FileError)

  /// How an answer differs from what a hub answers.
  public enum UnexpectedAnswer: Error, Hashable, Sendable {
    /// A web page.
    case html
    /// The answer is not the JSON that it should be.
    case notJSON
    /// JSON without what is needed.
    case missing(String)
    /// A list of more files than are read.
    case tooMany(Int)
    /// The answer is of another commit than the hub named first.
    case otherCommit(expected: String, found: String)
    /// A part was asked for, and something else came.
    case wrongRange
    /// The whole file came instead of a part, and is too long.
    case rangeIgnored
    /// A part came that is longer than the one that was asked for.
    case longPart
    /// The file has another length than the hub says.
    case wrongLength(expected: Int, found: Int)
    /// The header is longer than is read.
    case longHeader(Int)
    /// The first bytes are not those of a safetensors file.
    case notSafetensors(String)
  }
}

extension HubError {
  /// Whether it is that what was found is a pipeline and not one model.
  var isOfPipeline: Bool {
    switch self {
    case .notAModel(_, .pipeline): true
    case .inCache(let error, _, _), .besideCache(let error, _): error.isOfPipeline
    default: false
    }
  }
}

/// What is wrong with the name of a repository.
public enum HubNameFault: Hashable, Sendable {
  /// Not `name` or `org/name`.
  case form
  /// A character that is not a letter or digit of ASCII, `-`, `_` or `.`.
  case character
  /// A part begins or ends with `-` or `.`.
  case edge
  /// `--` or `..`.
  case doubled
  /// A part is longer than 96 characters.
  case long
  /// It ends with `.git`.
  case git
  /// A name without an organisation, where all models have one.
  case withoutOrganisation
}

/// What a repository holds that is no model to plan.
public enum HubContents: Hashable, Sendable {
  /// Nothing that is a model, but these files and folders.
  case nothing([String])
  /// Weights in other formats.
  case otherWeights([String])
  /// An adapter (LoRA) to another model, as far as that is known.
  case adapter(base: String?)
  /// A pipeline of several models; each of the patterns chooses one.
  case pipeline([String])
}
