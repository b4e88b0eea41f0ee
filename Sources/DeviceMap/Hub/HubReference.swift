/// A model repository of a hub, and what is wanted of it: `org/name`, `org/name@revision`, `modelscope:org/name`, or the
/// URL of a model, a folder or a file.
///
/// A reference is made of names that were checked: what could leave a folder, a line or a URL is refused when it is
/// made, before anything is looked up or sent.
public struct HubReference: Hashable, Sendable {
  /// Whose interface and caches.
  public enum Site: String, Hashable, Sendable {
    /// The Hugging Face hub and its mirrors.
    case huggingFace = "huggingface"
    /// ModelScope.
    case modelScope = "modelscope"

    /// The branch that is meant when none is named.
    public var defaultRevision: String { self == .huggingFace ? "main" : "master" }
  }

  /// Whose interface and caches.
  public let site: Site
  /// `org/name`, or a name without an organisation as old models have it.
  public let id: String
  /// A branch, a tag, a commit, or nil for the branch that is meant when none is named.
  public let revision: String?
  /// The files that are meant, as a pattern with `*` and `?`; nil for the model as the reference loads it.
  public let file: String?
  /// The server of a URL (`https://host`); nil for the one of the settings.
  public let endpoint: HubEndpoint?
  /// Whether it was given as a URL, which names one hub and no other.
  public let isURL: Bool

  /// - Throws: ``HubError/invalidName(_:_:)`` or ``HubError/invalidRevision(_:)``.
  public init(
    _ id: String, revision: String? = nil, file: String? = nil, site: Site = .huggingFace, endpoint: HubEndpoint? = nil,
    isURL: Bool = false
  ) throws(HubError) {
    if let fault = HubName.fault(ofID: id) { throw .invalidName(id, fault) }
    if site == .modelScope, !id.contains("/") { throw .invalidName("modelscope:" + id, .withoutOrganisation) }
    if let revision, !HubName.isRevision(revision) { throw .invalidRevision(revision) }
    if let file, !HubName.isPath(file) { throw .invalidFile(file) }
    (self.site, self.id, self.revision, self.file) = (site, id, revision, file)
    (self.endpoint, self.isURL) = (endpoint, isURL || endpoint != nil)
  }

  /// What `text` refers to; nil when it does not look like a reference but like a path.
  ///
  /// - Throws: ``HubError`` when it looks like one and is none.
  /// - Complexity: O(length).
  public init?(parsing text: String) throws(HubError) {
    if let (site, rest) = Self.named(text) {
      try self.init(idAndRevision: rest, site: site)
    } else if let url = Self.url(text) {
      try self.init(url: url)
    } else {
      guard Self.looksLikeID(text) else { return nil }
      try self.init(idAndRevision: text, site: .huggingFace)
    }
  }

  /// The hub that a text names before the model, in any letters, and the model: `modelscope:`, `hf://` as fsspec has it,
  /// and their like.
  private static func named(_ text: String) -> (site: Site, model: String)? {
    let prefixes: [(String, Site)] = [
      ("modelscope:", .modelScope), ("ms:", .modelScope), ("hf:", .huggingFace), ("huggingface:", .huggingFace),
    ]
    for (prefix, site) in prefixes {
      guard text.prefix(prefix.utf8.count).lowercased() == prefix else { continue }
      let rest = String(text.dropFirst(prefix.utf8.count))
      let model = rest.removing(prefix: "//") ?? rest
      return (site, site == .huggingFace ? model.removing(prefix: "models/") ?? model : model)
    }
    return nil
  }

  /// `org/name`, perhaps `@revision`.
  init(idAndRevision text: String, site: Site) throws(HubError) {
    guard let at = text.utf8.firstIndex(of: UInt8(ascii: "@")) else {
      try self.init(text, site: site)
      return
    }
    try self.init(String(text[..<at]), revision: String(text[text.utf8.index(after: at)...]), site: site)
  }

  /// The reference to other files of the same repository.
  ///
  /// - Complexity: O(length).
  public func choosing(file: String) throws(HubError) -> HubReference {
    try HubReference(id, revision: revision, file: file, site: site, endpoint: endpoint, isURL: isURL)
  }

  /// The reference to another state of the same repository.
  ///
  /// - Complexity: O(length).
  public func at(revision: String) throws(HubError) -> HubReference {
    try HubReference(id, revision: revision, file: file, site: site, endpoint: endpoint, isURL: isURL)
  }

  /// The name as it is typed.
  ///
  /// - Complexity: O(length).
  public var text: String {
    (site == .modelScope ? "modelscope:" : "") + id + (revision.map { "@" + $0 } ?? "")
  }

  /// Whether the pipeline of the repository is meant and not a model: by the file that says that it holds one.
  package var isPipeline: Bool { file == DiffusersPipeline.indexName }

  /// The revision that is meant.
  var wantedRevision: String { revision ?? site.defaultRevision }

  /// Whether the revision is a commit, which never changes.
  var isPinned: Bool { revision.map(HubName.isCommit) ?? false }

  /// One slash between two parts neither of which begins as a path does or ends as a file does.
  private static func looksLikeID(_ text: String) -> Bool {
    let head = text.utf8.prefix { $0 != UInt8(ascii: "@") }
    guard head.count(where: { $0 == UInt8(ascii: "/") }) == 1, let first = head.first, head.last != UInt8(ascii: "/")
    else { return false }
    guard !"./~-".utf8.contains(first) else { return false }
    return !fileEndings.contains { String(Substring(head)).hasSuffix($0) }
  }

  static let fileEndings = [
    ".json", ".safetensors", ".bin", ".gguf", ".pt", ".pth", ".ckpt", ".h5", ".onnx", ".txt", ".py", ".md",
  ]
}

extension String {
  /// What follows `prefix`; nil if the string does not begin with it.
  func removing(prefix: String) -> String? {
    hasPrefix(prefix) ? String(self[utf8.index(startIndex, offsetBy: prefix.utf8.count)...]) : nil
  }
}
