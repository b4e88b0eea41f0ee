/// What a hub says of a repository: which files there are, and of which commit.
struct HubListing: Hashable, Sendable {
  /// The commit, 40 hexadecimal digits; nil where the hub does not say it.
  var commit: String?
  var files: [HubFile] = []
  /// Whether the hub cuts long lists, and this one may be cut.
  var mayBeCut = false
  var isDisabled = false

  /// The most files that are listed.
  static let mostFiles = 200_000
  /// Where ModelScope cuts its lists.
  private static let modelScopeCut = 3000

  /// - Throws: ``HubError/UnexpectedAnswer`` when the text is no such answer.
  init(_ body: ContiguousArray<UInt8>, site: HubReference.Site) throws(HubError.UnexpectedAnswer) {
    let root = try HubListing.json(body)
    switch site {
    case .huggingFace: try self.init(huggingFace: root)
    case .modelScope: try self.init(modelScope: root)
    }
  }

  /// The files of a folder on disk, or of a cache.
  init(files: [HubFile], commit: String? = nil) { (self.files, self.commit) = (files, commit) }

  /// The names of branches and tags in the answer to ``HubAddress/references``; none in another answer.
  static func references(_ body: ContiguousArray<UInt8>) -> [String] {
    guard let root = try? json(body) else { return [] }
    let rows = ["branches", "tags"].flatMap { key in root[key].map { Array($0.elements) } ?? [] }
    return rows.prefix(1000).compactMap { $0["name"]?.string }.filter(HubName.isRevision)
  }

  /// The value of an answer that has to be JSON.
  static func json(_ body: ContiguousArray<UInt8>) throws(HubError.UnexpectedAnswer) -> JSONValue {
    do throws(JSONError) {
      return try JSONDocument(parsing: body, dialect: .strict).root
    } catch {
      throw isPage(body) ? .html : .notJSON
    }
  }

  /// Whether an answer is a web page: that of a login, of a proxy, of a server that is no hub.
  static func isPage(_ body: ContiguousArray<UInt8>) -> Bool {
    guard let start = body.firstIndex(where: { $0 > 0x20 }), body[start] == UInt8(ascii: "<"), start + 1 < body.count
    else { return false }
    let next = body[start + 1]
    return "!?".utf8.contains(next) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next | 0x20)
  }

  private init(huggingFace root: JSONValue) throws(HubError.UnexpectedAnswer) {
    guard let rows = root["siblings"], rows.kind == .array else { throw .missing("siblings") }
    if let sha = root["sha"]?.string {
      guard HubName.isCommit(sha) else { throw .missing("sha") }
      commit = sha
    }
    isDisabled = root["disabled"]?.bool ?? false
    for row in rows.elements {
      guard let path = row["rfilename"]?.string else { throw .missing("rfilename") }
      try add(path, size: row["lfs"]?["size"]?.int ?? row["size"]?.int)
    }
  }

  private init(modelScope root: JSONValue) throws(HubError.UnexpectedAnswer) {
    guard let rows = root["Data"]?["Files"], rows.kind == .array else { throw .missing("Data.Files") }
    var count = 0
    for row in rows.elements {
      guard let path = row["Path"]?.string else { throw .missing("Path") }
      count += 1
      if row["Type"]?.string != "tree" { try add(path, size: row["Size"]?.int) }
    }
    mayBeCut = count >= Self.modelScopeCut
  }

  /// A name that is no path in a repository cannot be asked for; nobody can have meant it.
  private mutating func add(_ path: String, size: Int?) throws(HubError.UnexpectedAnswer) {
    guard files.count < Self.mostFiles else { throw .tooMany(Self.mostFiles) }
    if HubName.isPath(path) { files.append(HubFile(path: path, size: size.flatMap { $0 >= 0 ? $0 : nil })) }
  }
}
