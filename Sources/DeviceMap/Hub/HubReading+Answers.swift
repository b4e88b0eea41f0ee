/// What an answer of the server brings: the list of files, a text, the start of a file, all headers at once.
extension HubReading {
  /// All headers of one answer, if they fit the list; where one does not, they are read file by file.
  func addAll(_ body: ContiguousArray<UInt8>, to parts: inout HubParts) {
    guard let root = try? HubListing.json(body), let headers = root["headers"], headers.kind == .object else { return }
    let sizes = parts.sizeTable()
    var items: [(path: String, json: ContiguousArray<UInt8>, size: Int)] = []
    for member in headers.members {
      guard let size = sizes[member.key], member.value.kind == .object else { return }
      items.append((member.key, ContiguousArray(member.value.source.utf8), size))
    }
    let found = items
    let results = Workers.map(found.count) { place in
      HubFileStart.header(json: found[place].json, fileLength: found[place].size, named: name(of: found[place].path))
    }
    guard results.allSatisfy({ $0 != nil }) else { return }
    var bytes = 0
    for (item, header) in zip(items, results) {
      guard let header else { continue }
      parts.add(header: header, of: item.path)
      bytes = bytes +| header.dataLength
    }
    let total = root["index"]?["metadata"]?["total_size"]?.int
    parts.indexed = HubParts.Indexed(files: Set(items.map(\.path)), isSum: total == nil || total == bytes)
  }

  /// Whether a response belongs to the commit of the list, which some servers do not say.
  func isOfCommit(_ response: HubResponse, _ listing: HubListing, isRequired: Bool = true) -> Bool {
    let commits = response.commits
    if commits.isEmpty { return !isRequired || listing.commit == nil }
    return commits.allSatisfy { $0 == listing.commit }
  }

  /// Everything that is read has to be of one commit, where servers say of which it is.
  func checkCommit(_ answer: HubAnswer, _ path: String, _ parts: inout HubParts) throws(HubError) {
    guard case .response(let response) = answer else { return }
    for commit in response.commits {
      let expected = parts.listing.commit ?? parts.seenCommit ?? commit
      guard commit == expected else { throw unexpected(path, .otherCommit(expected: expected, found: commit)) }
      parts.seenCommit = commit
    }
  }

  /// The list of files, where it is cut of the root or the folder that is meant alone.
  func listing(_ answer: HubAnswer) async throws(HubError) -> HubListing {
    var listing = try listing(of: answer)
    guard listing.mayBeCut else { return listing }
    let folders = Set(["", reference.file.map { HubFile(path: $0, size: nil).folder } ?? ""])
      .filter { !$0.contains("*") && !$0.contains("?") }.sorted()
    listing = HubListing(files: [], commit: listing.commit)
    for answer in try await send(folders.map { address.listing(folder: $0, isRecursive: false) }) {
      let part = try self.listing(of: answer)
      listing.files += part.files
      listing.mayBeCut = listing.mayBeCut || part.mayBeCut
    }
    return listing
  }

  func listing(of answer: HubAnswer) throws(HubError) -> HubListing {
    guard case .response(let response) = answer else { throw unexpected("", .notJSON) }
    do throws(HubError.UnexpectedAnswer) {
      return try HubListing(response.body, site: reference.site)
    } catch {
      if let message = HubAnswerError.refusal(response.body) { throw .refused(host: host, message: message) }
      throw unexpected("list of files", error)
    }
  }

  func checkedText(_ answer: HubAnswer, _ path: String) throws(HubError) -> ContiguousArray<UInt8> {
    guard case .response(let response) = answer else { throw unexpected(path, .notJSON) }
    if HubListing.isPage(response.body) { throw unexpected(path, .html) }
    if let message = HubAnswerError.hiddenRefusal(response.body) { throw .refused(host: host, message: message) }
    return response.body
  }

  func fileStart(
    _ answer: HubAnswer, _ path: String, asked: Int, size: Int?
  ) throws(HubError) -> HubFileStart {
    guard case .response(let response) = answer else { throw unexpected(path, .wrongRange) }
    if HubListing.isPage(response.body) {
      let failure = HubTransportFailure(.refused, url: response.url ?? "", text: "it answered with a web page")
      guard failure.isElsewhere(address.endpoint.origin) else { throw unexpected(path, .html) }
      throw .dataHost(failure, reference, endpoint: host)
    }
    if let message = HubAnswerError.hiddenRefusal(response.body) { throw .refused(host: host, message: message) }
    do throws(HubError.UnexpectedAnswer) {
      return try HubFileStart(response, asked: asked, size: size)
    } catch {
      throw unexpected(path, error)
    }
  }

  func unexpected(_ file: String, _ answer: HubError.UnexpectedAnswer) -> HubError {
    .unexpected(address.server, file: file, answer)
  }

  var host: String { address.endpoint.origin.host }
}
