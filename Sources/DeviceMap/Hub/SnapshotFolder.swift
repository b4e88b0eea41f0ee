/// One state of a repository in a cache: files, or links to them, some of which may be missing, dangling or cut.
struct SnapshotFolder {
  let folder: String
  private let reference: HubReference
  let commit: String?
  private let repository: HubRepositoryFolder?
  private let isOtherSite: Bool
  /// The revision that the folder says it holds, where another is usual.
  private let heldRevision: String?

  init(
    _ folder: String, _ reference: HubReference, commit: String? = nil, repository: HubRepositoryFolder? = nil,
    isOtherSite: Bool = false, heldRevision: String? = nil
  ) {
    self.heldRevision = heldRevision
    self.folder = folder
    self.reference = reference
    self.commit = commit
    self.repository = repository
    self.isOtherSite = isOtherSite
  }

  /// The folder `.../models--org--name/snapshots/COMMIT`; nil for another path.
  ///
  /// - Parameter path: absolute, without a slash at its end.
  init?(path: String) throws(HubError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 2, HubName.isCommit(parts[parts.count - 1]), parts[parts.count - 2] == "snapshots" else {
      return nil
    }
    let repository = HubRepositoryFolder(parts.dropLast(2).joined(separator: "/"))
    guard let id = repository.id else { return nil }
    let commit = parts[parts.count - 1]
    self.init(path, try HubReference(id, revision: commit), commit: commit, repository: repository)
  }

  /// The same state, of which other files are wanted.
  func choosing(file: String) throws(HubError) -> SnapshotFolder {
    SnapshotFolder(
      folder, try reference.choosing(file: file), commit: commit, repository: repository, isOtherSite: isOtherSite,
      heldRevision: heldRevision)
  }

  /// What is there of the model.
  ///
  /// - Throws: ``HubError`` when what is there is no model.
  func examine() throws(HubError) -> HubCaches.Found {
    let present = files()
    let tree = knownFiles
    let isWhole = tree != nil
    var parts = HubParts(HubListing(files: tree ?? present, commit: commit))
    var selection: HubSelection
    var needs: HubParts.Needs
    var read: Set<String> = []
    while true {
      (selection, needs) = try parts.needs(of: reference, isWhole: isWhole)
      // On a disk an index costs nothing.
      let texts = (needs.texts + [selection.comparedIndex].compactMap(\.self)).filter { read.insert($0).inserted }
      if texts.isEmpty { break }
      for path in texts {
        if let text = try? Files.read(Files.join(folder, path), limit: HubAddress.mostText) {
          parts.add(text: text, of: path)
        }
      }
    }
    if selection.isAdapter { throw .notAModel(reference, .adapter(base: nil)) }
    let hasConfig = selection.config.map { parts.texts[$0] != nil } ?? knowsNoConfig(isWhole: isWhole)
    if let index = selection.index, parts.texts[index] == nil { parts.weightsUnknown = true }
    let isOpen = selection.shards.isEmpty && selection.index == nil && !selection.isConfigAlone
    // That there are weights in other formats does not say that there are none as safetensors.
    if isOpen, !isWhole, !knowsNoWeights { parts.weightsUnknown = true }
    try readHeaders(needs.headers, &parts)
    let index = selection.index ?? selection.comparedIndex
    let isSure = isWhole || selection.isSure || selection.isConfigAlone || index.map { parts.texts[$0] != nil } ?? false
    parts.isUnsure = !isSure && !selection.shards.isEmpty
    guard hasConfig || !parts.headers.isEmpty else {
      throw .incomplete(
        reference, present: 0, total: selection.shards.isEmpty ? nil : selection.shards.count,
        why: "neither a config.json nor the header of a file with weights", reason: nil)
    }
    var snapshot = HubSnapshot(reference, parts, selection, origin: .cache(folder: folder))
    if let heldRevision { snapshot.add(note: .heldRevision(heldRevision, folder: folder)) }
    if isOtherSite { snapshot.add(note: .otherSite(folder: folder)) }
    if !hasConfig { snapshot.add(note: .configMissing(reference, folder: folder)) }
    return snapshot.missing == nil && isSure && hasConfig ? .complete(snapshot) : .partial(snapshot)
  }

  /// The pipeline that is there: whole by the list of files that a download has left, else what is there of it; nil of a
  /// folder that holds none.
  ///
  /// - Throws: ``HubError`` when what is there cannot be placed, or is not enough.
  func pipeline(_ reading: Checkpoint.Options = Checkpoint.Options()) throws(HubError) -> HubPipeline? {
    var lacks: [String] = []
    if let whole = try wholePipeline(lacks: &lacks) { return whole }
    do throws(CheckpointError) {
      if let found = try DiffusersPipeline(at: folder, options: reading) {
        return HubPipeline(found, reference, commit: commit, folder: folder, lacks: lacks)
      }
    } catch {
      if lacks.isEmpty { throw .notReadable(reference, error) }
    }
    if lacks.isEmpty { return nil }
    throw .notInRepository(reference, files: lacks)
  }

  /// The pipeline whose files are all there, by the list of them that a download has left; nil without such a list, and where
  /// files of it are missing, which `lacks` then has.
  ///
  /// - Throws: ``HubError`` when that list, or a file that is there, says that it cannot be placed.
  private func wholePipeline(lacks: inout [String]) throws(HubError) -> HubPipeline? {
    guard let tree = knownFiles else { return nil }
    var parts = HubParts(HubListing(files: tree, commit: commit))
    guard tree.contains(where: { $0.path == DiffusersPipeline.indexName }) else { return nil }
    var needs = HubParts.Needs()
    while true {
      if let found = try HubPipeline(parts, reference, origin: .cache(folder: folder), needs: &needs) { return found }
      for path in needs.texts {
        if let text = try? Files.read(Files.join(folder, path), limit: HubAddress.mostText) {
          parts.add(text: text, of: path)
        } else {
          lacks.append(path)
        }
      }
      try readHeaders(needs.headers, &parts)
      lacks += needs.headers.filter { parts.headers[$0] == nil }
      guard lacks.isEmpty else { return nil }
    }
  }

  /// An error as it is told of this folder: what is said of all files of the repository is said of it, and the hub would not
  /// say otherwise; what is said of those that are here, or of their bytes, is said of the folder.
  func told(_ error: HubError) -> HubError {
    let isOfRepository =
      switch error {
      case .notReadable(_, .unsupportedWeights), .notReadable(_, .componentWithoutWeights),
        .notReadable(_, .pipelineWithoutComponents), .notReadable(_, .emptyPipeline):
        knownFiles != nil
      case .notReadable, .incomplete, .notInRepository: false
      // A name without a pattern chooses the same file of any list.
      case .notSafetensors(let reference, let files, _): knownFiles != nil || files.first == reference.file
      default: knownFiles != nil
      }
    return isOfRepository ? error : .inCache(error, folder: folder, undo: nil)
  }

  /// All files of the repository, by the list that a download has left; nil without one.
  private var knownFiles: [HubFile]? { commit.flatMap { repository?.tree(of: $0) } }

  /// Whether the repository is known to have no config.json.
  private func knowsNoConfig(isWhole: Bool) -> Bool {
    isWhole || commit.flatMap { repository?.knowsAbsence(of: "config.json", at: $0) } ?? false
  }

  /// Reads the headers of the files that are there and whole.
  ///
  /// - Throws: ``HubError/notReadable(_:_:)`` for a file that is all there and no safetensors.
  private func readHeaders(_ paths: [String], _ parts: inout HubParts) throws(HubError) {
    let sizes = parts.sizeTable()
    let results = Workers.map(paths.count) { place in
      let path = Files.join(folder, paths[place])
      return Result { () throws(CheckpointError) -> SafetensorsHeader? in
        do throws(CheckpointError) {
          let header = try SafetensorsHeader(path: path, completeness: .wholeFile, accepting: .files)
          return sizes[paths[place]].map { $0 == header.fileLength } ?? true ? header : nil
        } catch {
          if error.isOfCutFile(of: sizes[paths[place]], found: Files.length(of: path)) { return nil }
          throw error
        }
      }
    }
    for (path, result) in zip(paths, results) {
      do throws(CheckpointError) {
        if let header = try result.get() { parts.add(header: header, of: path) }
      } catch {
        throw .notReadable(reference, error)
      }
    }
  }

  /// Whether somebody has looked for safetensors and found that there are none.
  private var knowsNoWeights: Bool {
    guard let commit, let repository else { return false }
    return ["model.safetensors", HubAddress.usualIndex].allSatisfy { repository.knowsAbsence(of: $0, at: commit) }
  }

  // MARK: - Files

  /// The files that can be opened: those of the folder, then those in folders below.
  private func files() -> [HubFile] {
    Files.files(below: folder).filter(HubName.isPath).map { HubFile(path: $0, size: nil) }
  }
}

extension CheckpointError {
  /// Whether it is said of a file that is not there, or not all of it.
  ///
  /// - Parameters:
  ///   - size: the length that the file has in the repository; nil where it is not known.
  ///   - length: the length of what is there; nil where there is nothing to measure.
  fileprivate func isOfCutFile(of size: Int?, found length: Int?) -> Bool {
    if let size, let length { return size != length }
    guard case .safetensors(let error) = self else { return true }
    switch error.reason {
    case .fileTooShort, .headerBeyondFile, .dataMissing: return true
    default: return false
    }
  }
}
