/// One model read from a hub, in as few rounds as it takes: the list of files with the config and all headers at once
/// where the hub has them; else the headers file by file; then those that are longer than was thought.
struct HubReading: Sendable {
  let client: HubClient
  let reference: HubReference
  let address: HubAddress
  /// When reading began.
  let start = ContinuousClock.now

  /// So many bytes of a file hold the header of nearly all (as huggingface_hub 2.4.0 reads them).
  static let usualStart = 100_001

  init(_ client: HubClient, _ reference: HubReference) {
    self.client = client
    self.reference = reference
    address = HubAddress(reference, client.settings)
  }

  /// - Throws: ``HubError``; of a revision that is not there with those that are.
  func snapshot() async throws(HubError) -> HubSnapshot {
    do throws(HubError) {
      return try await read()
    } catch {
      guard case .revisionNotFound(reference, []) = error, let request = address.references,
        case .response(let response)? = try? await send([request], isOptional: { _ in true }).first,
        response.status == 200
      else { throw error.hiding(client.settings.secrets) }
      throw .revisionNotFound(reference, known: HubListing.references(response.body))
    }
  }

  private func read() async throws(HubError) -> HubSnapshot {
    let cache = HeaderCache(client.settings, reference)
    if let commit = reference.revision, reference.isPinned, !client.refreshes, let kept = cache?.snapshot(at: commit) {
      return kept
    }
    // Who has read the branch before asks first whether it is still there.
    let expected = client.refreshes ? nil : cache?.expectedCommit
    var parts = try await firstRound(asksForAll: expected == nil)
    if let expected, parts.listing.commit != expected { parts = try await firstRound(asksForAll: true) }
    if let commit = parts.listing.commit, !client.refreshes, let kept = cache?.parts(at: commit) { parts.add(kept) }
    let selection = try await complete(&parts)
    let snapshot = HubSnapshot(reference, parts, selection, origin: .hub(address.endpoint.url))
    if snapshot.missing == nil { cache?.store(parts) }
    return snapshot
  }

  // MARK: - Rounds

  /// The list of files; with it the config and all headers, if they are asked for and belong to the same commit.
  func firstRound(asksForAll: Bool) async throws(HubError) -> HubParts {
    let configPath = "config.json"
    var requests = [address.information]
    let revision = reference.wantedRevision
    let bulk = asksForAll ? address.allHeaders : nil
    if asksForAll, reference.file == nil { requests.append(address.text(of: configPath, at: revision)) }
    if let bulk { requests.append(bulk) }
    let answers = try await send(requests, isOptional: { $0 > 0 })
    let listing = try await listing(answers[0])
    if listing.isDisabled { throw .disabled(reference) }
    var parts = HubParts(listing)
    guard asksForAll, reference.file == nil else { return parts }
    add(answers[1], of: configPath, to: &parts)
    guard bulk != nil else { return parts }
    if case .response(let all) = answers[2], all.status == 200, isOfCommit(all, listing, isRequired: false) {
      addAll(all.body, to: &parts)
    }
    return parts
  }

  /// Adds a text that was asked for before the commit was known; one that does not fit is asked for again, of the commit.
  private func add(_ answer: HubAnswer, of path: String, to parts: inout HubParts) {
    guard case .response(let response) = answer, response.status == 200, isOfCommit(response, parts.listing),
      parts.listing.files.contains(where: { $0.path == path }), !HubListing.isPage(response.body),
      HubAnswerError.hiddenRefusal(response.body) == nil
    else { return }
    parts.add(text: response.body, of: path)
  }

  /// Reads what is needed until nothing is.
  private func complete(_ parts: inout HubParts) async throws(HubError) -> HubSelection {
    let revision = parts.listing.commit ?? reference.wantedRevision
    while true {
      let (selection, needs) = try parts.needs(of: reference)
      if needs.isEmpty { return selection }
      let (headers, absent) = parts.split(needs.headers)
      if !absent.isEmpty { parts.problem = .notInRepository(reference, files: absent) }
      if headers.isEmpty, needs.texts.isEmpty { return selection }
      // What some files say is more than none says; without any there has to be a config.
      guard let failure = try await read(headers, needs.texts, revision, &parts) else { continue }
      guard !parts.headers.isEmpty || selection.config != nil else { throw failure.error }
      parts.problem = failure.error.hiding(client.settings.secrets)
      parts.refused.formUnion(failure.refused)
    }
  }

  /// Reads headers and texts.
  ///
  /// - Returns: why some files cannot be had of the host that has the weights, and which; nil when all are there.
  func read(
    _ headers: [String], _ texts: [String], _ revision: String, _ parts: inout HubParts
  ) async throws(HubError) -> (error: HubError, refused: [String])? {
    try checkSizes(of: headers, parts)
    let found = try await read(
      headers, with: texts.map { address.text(of: $0, at: revision) }, revision, &parts)
    for (path, answer) in zip(texts, found.texts) {
      try checkCommit(answer, path, &parts)
      parts.add(text: try checkedText(answer, path), of: path)
    }
    for (path, header) in found.headers { parts.add(header: header, of: path) }
    return found.failure.map { ($0, found.refused) }
  }

  /// A file that is too short for a header is not asked for: no server has a part of it.
  private func checkSizes(of paths: [String], _ parts: HubParts) throws(HubError) {
    let sizes = parts.sizeTable()
    for path in paths {
      guard let size = sizes[path], size < 8 else { continue }
      let fault = SafetensorsError(
        file: name(of: path), tensor: nil, offset: 0, reason: .fileTooShort(length: size))
      throw .notReadable(reference, .safetensors(fault))
    }
  }

  /// What was read of files in one round.
  private struct Found {
    var texts: [HubAnswer]
    var headers: [(path: String, header: SafetensorsHeader)] = []
    /// Why some files cannot be had of the host that has the weights, and which.
    var failure: HubError?
    var refused: [String] = []
  }

  /// The texts and the headers of files. Those of headers that are longer than was asked for are asked for again.
  private func read(
    _ paths: [String], with texts: [HubRequest], _ revision: String, _ parts: inout HubParts
  ) async throws(HubError) -> Found {
    let requests = texts + paths.map { address.start(of: $0, at: revision, count: Self.usualStart) }
    let (sizes, arrived) = (parts.sizeTable(), ArrivedHeaders())
    let answers = try await send(
      requests, dataFrom: texts.count, files: paths.count,
      received: { place, answer in
        guard place >= texts.count else { return }
        let path = paths[place - texts.count]
        arrived.read(answer, of: path, named: name(of: path), asked: Self.usualStart, size: sizes[path])
      },
      progress: { done in
        let headers = done - texts.count
        if !paths.isEmpty, headers > 0 { client.progress("headers", headers, paths.count) }
      })
    var found = Found(texts: Array(answers.prefix(texts.count)))
    let asked = Array(zip(paths, requests.dropFirst(texts.count)))
    var starts = try starts(asked, Array(answers.dropFirst(texts.count)), &parts, &found)
    let long = starts.indices.filter { !starts[$0].start.isComplete }
    let total = long.reduce(0) { $0 + starts[$1].start.needed }
    guard total <= HubAddress.mostHeaders else {
      throw .tooLarge(reference, what: "bytes of headers", limit: HubAddress.mostHeaders)
    }
    if !long.isEmpty {
      let again = long.map { place in
        (starts[place].path, address.start(of: starts[place].path, at: revision, count: starts[place].start.needed))
      }
      let more = try await send(
        again.map(\.1), dataFrom: 0, files: paths.count,
        progress: { done in client.progress("long headers", done, long.count) })
      starts = starts.filter(\.start.isComplete)
      for item in try self.starts(again, more, &parts, &found) {
        guard item.start.isComplete else { throw unexpected(item.path, .wrongRange) }
        starts.append(item)
      }
    }
    found.headers = try headers(starts, arrived)
    return found
  }

  /// The first bytes of files; those of files that another host does not give are said in `found`.
  private func starts(
    _ asked: [(path: String, request: HubRequest)], _ answers: [HubAnswer], _ parts: inout HubParts,
    _ found: inout Found
  ) throws(HubError) -> [(path: String, start: HubFileStart)] {
    let sizes = parts.sizeTable()
    var starts: [(path: String, start: HubFileStart)] = []
    for ((path, request), answer) in zip(asked, answers) {
      do throws(HubError) {
        if let problem = problem(of: answer, request, isData: true) { throw problem.error }
        try checkCommit(answer, path, &parts)
        starts.append((path, try fileStart(answer, path, asked: request.mostBytes, size: sizes[path])))
      } catch {
        guard error.isLack(afterOthers: found.failure != nil) else { throw error }
        found.failure = found.failure ?? error
        found.refused.append(path)
      }
    }
    return starts
  }

  private func headers(
    _ starts: [(path: String, start: HubFileStart)], _ arrived: ArrivedHeaders
  ) throws(HubError) -> [(path: String, header: SafetensorsHeader)] {
    let results = Workers.map(starts.count) { place in
      let (path, start) = starts[place]
      return arrived[path] ?? Result { () throws(SafetensorsError) in try start.header(named: name(of: path)) }
    }
    var headers: [(path: String, header: SafetensorsHeader)] = []
    for (start, result) in zip(starts, results) {
      do throws(SafetensorsError) {
        headers.append((start.path, try result.get()))
      } catch {
        throw .notReadable(reference, .safetensors(error))
      }
    }
    return headers
  }

  /// What errors call a file.
  func name(of path: String) -> String { "\(reference.id)/\(path)" }
}
