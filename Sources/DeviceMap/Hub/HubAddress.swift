/// The requests for one repository on one server, without sending them.
struct HubAddress {
  let reference: HubReference
  let endpoint: HubEndpoint
  /// Goes to `endpoint` alone.
  let token: HubToken?

  init(_ reference: HubReference, _ settings: HubSettings) {
    self.reference = reference
    (endpoint, token) = (settings.endpoint(for: reference), settings.token(for: reference))
  }

  /// The most that is read of what is JSON, in bytes.
  static let mostText = 1 << 26
  /// The most of all headers together.
  static let mostHeaders = 1 << 28

  /// The list of files and the commit.
  var information: HubRequest {
    let revision = reference.wantedRevision
    switch reference.site {
    case .huggingFace:
      return text("\(api)/revision/\(HubName.quoted(revision))?blobs=true")
    case .modelScope:
      return listing(folder: "", isRecursive: true)
    }
  }

  /// The files of ModelScope, all or those of one folder; the list is cut where it gets long.
  func listing(folder: String, isRecursive: Bool) -> HubRequest {
    let root = folder.isEmpty ? "" : "&Root=\(HubName.quoted(String(folder.dropLast())))"
    return text(
      "\(endpoint.url)/api/v1/models/\(reference.id)/repo/files?Revision=\(HubName.quoted(reference.wantedRevision))"
        + "&Recursive=\(isRecursive ? "True" : "False")\(root)")
  }

  /// All headers of the files that the usual index names; Hugging Face alone has it, for the main branch alone.
  var allHeaders: HubRequest? {
    guard reference.site == .huggingFace, reference.wantedRevision == "main", reference.file == nil else { return nil }
    return text("\(api)/safetensors-metadata/\(Self.usualIndex)", most: Self.mostHeaders)
  }

  static let usualIndex = "model.safetensors.index.json"
  static let adapterConfig = CheckpointFiles.adapterConfig

  /// The branches and tags; Hugging Face alone has the list.
  var references: HubRequest? { reference.site == .huggingFace ? text("\(api)/refs", most: 1 << 22) : nil }

  /// A whole file that is meant to be read as text.
  func text(of path: String, at revision: String) -> HubRequest { text(url(of: path, at: revision)) }

  /// The first bytes of a file.
  func start(of path: String, at revision: String, count: Int) -> HubRequest {
    HubRequest(
      url(of: path, at: revision), range: 0...count - 1, authorization: authorization, cookie: cookie, mostBytes: count)
  }

  /// Where a browser shows the repository.
  var page: String {
    reference.site == .huggingFace ? "\(endpoint.url)/\(reference.id)" : "\(endpoint.url)/models/\(reference.id)"
  }

  private var api: String { "\(endpoint.url)/api/models/\(reference.id)" }

  private func url(of path: String, at revision: String) -> String {
    "\(page)/resolve/\(HubName.quoted(revision))/\(HubName.quoted(path, keepsSlash: true))"
  }

  private var authorization: String? { token.map { "Bearer \($0.value)" } }
  private var cookie: String? {
    reference.site == .modelScope ? token.map { "m_session_id=\($0.value)" } : nil
  }

  private func text(_ url: String, most: Int = mostText) -> HubRequest {
    HubRequest(url, authorization: authorization, cookie: cookie, allowsCompression: true, mostBytes: most)
  }
}
