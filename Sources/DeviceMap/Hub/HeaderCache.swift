/// The headers of one repository that were read from a hub, kept for the next call: one file a commit, which never
/// changes, and for each branch the commit that it was at.
///
/// A file is written beside its place and then moved there, so that it is whole or not there; what is cut or changed
/// all the same counts as not there. That nothing can be written is no error.
struct HeaderCache {
  private let folder: String
  let reference: HubReference
  private let settings: HubSettings

  /// Nil where nothing is kept, or of a server that nobody knows.
  init?(_ settings: HubSettings, _ reference: HubReference) {
    guard let root = settings.headerCache, settings.fault(for: reference) == nil else { return nil }
    let name = reference.id.split(separator: "/").joined(separator: "--")
    folder = Files.join(Files.join(root, settings.endpoint(for: reference).folderName), name)
    (self.reference, self.settings) = (reference, settings)
  }

  /// The commit at which the revision was when it was read last, if its headers are there.
  var expectedCommit: String? {
    let path = Files.join(folder, "refs/" + HubName.quoted(reference.wantedRevision))
    guard let bytes = try? Files.read(path, limit: 64) else { return nil }
    let text = trimmed(String(decoding: bytes, as: UTF8.self))
    guard HubName.isCommit(text), (try? Files.kind(of: file(of: text))) == .regular else { return nil }
    return text
  }

  /// Everything that a plan needs; nil if that was not read before.
  func snapshot(at commit: String) -> HubSnapshot? {
    guard let parts = parts(at: commit), let (selection, needs) = try? parts.needs(of: reference), needs.isEmpty else {
      return nil
    }
    return HubSnapshot(reference, parts, selection, origin: .kept(file: file(of: commit)))
  }

  /// That what was read of a commit is a pipeline; nil of one model, and of nothing.
  func pipelineFault(at commit: String) -> HubError? {
    guard let parts = parts(at: commit) else { return nil }
    do throws(HubError) {
      _ = try parts.needs(of: reference)
      return nil
    } catch {
      return error.isOfPipeline ? error : nil
    }
  }

  /// What was read of a commit.
  func parts(at commit: String) -> HubParts? {
    let path = file(of: commit)
    guard let bytes = try? Files.read(path, limit: 2 * HubAddress.mostHeaders) else { return nil }
    return HeaderFile.parts(bytes, commit: commit, name: reference.id)
  }

  /// Keeps what was read. Without a commit nothing is kept, since it could be of any state.
  func store(_ parts: HubParts) {
    guard let commit = parts.listing.commit else { return }
    let refs = Files.join(folder, "refs")
    let branch = Files.join(refs, HubName.quoted(reference.wantedRevision))
    guard !settings.isForeign(refs), !settings.isForeign(folder), Files.isFileOrNothing(file(of: commit)),
      Files.isFileOrNothing(branch)
    else { return }
    do throws(FileError) {
      try Files.makeFolders(refs)
      // What the disk loses is noticed by its checksum and read again.
      try Files.write(HeaderFile.bytes(parts), to: file(of: commit), isAwaited: false)
      try Files.write(Array((commit + "\n").utf8), to: branch, isAwaited: false)
    } catch {}
  }

  func file(of commit: String) -> String { Files.join(folder, commit + ".headers") }
}

/// The file of a commit: a line with the checksum of all behind it, a line of JSON that says what follows, then the bytes
/// of the texts and the headers.
enum HeaderFile {
  private static let version = 1

  static func bytes(_ parts: HubParts) -> [UInt8] {
    let texts = parts.texts.keys.sortedByBytes()
    let headers = parts.headers.keys.sortedByBytes()
    var writer = JSONWriter()
    writer.object { root in
      root.key("version")
      root.integer(version)
      root.key("commit")
      root.string(parts.listing.commit ?? "")
      root.key("files")
      root.array { list in
        for file in parts.listing.files {
          list.array {
            $0.string(file.path)
            if let size = file.size { $0.integer(size) } else { $0.null() }
          }
        }
      }
      root.key("texts")
      root.array { list in
        for path in texts {
          list.array {
            $0.string(path)
            $0.integer(parts.texts[path]?.count ?? 0)
          }
        }
      }
      root.key("headers")
      root.array { list in
        for path in headers {
          guard let header = parts.headers[path] else { continue }
          list.array {
            $0.string(path)
            $0.integer(header.headerLength)
            $0.integer(header.fileLength)
          }
        }
      }
    }
    let description = writer.output.bytes
    // All in one piece of memory: a checkpoint may have headers of 25 MB a file.
    let contents = texts.compactMap { parts.texts[$0] } + headers.compactMap { parts.headers[$0]?.text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(contents.reduce(longestLine + description.count + 1) { $0 +| $1.count })
    bytes += description
    bytes.append(UInt8(ascii: "\n"))
    for content in contents { bytes += content }
    bytes.insert(contentsOf: line(bytes.span).utf8, at: 0)
    return bytes
  }

  /// The bytes of the longest first line.
  private static let longestLine = 64

  /// What the bytes say; nil when they are not those of such a file, whole and of this commit.
  static func parts(_ bytes: ContiguousArray<UInt8>, commit: String, name: String) -> HubParts? {
    guard let first = bytes.firstIndex(of: UInt8(ascii: "\n")),
      bytes[...first].elementsEqual(line(bytes.span.extracting(first + 1..<bytes.count)).utf8),
      let end = bytes[(first + 1)...].firstIndex(of: UInt8(ascii: "\n")),
      let root = try? JSONDocument(parsing: ContiguousArray(bytes[(first + 1)..<end]), dialect: .strict).root,
      root["version"]?.int == version, root["commit"]?.string == commit
    else { return nil }
    func rows(_ key: String) -> [JSONValue] { root[key].map { Array($0.elements) } ?? [] }
    var files: [HubFile] = []
    for row in rows("files") {
      guard let path = row[0]?.string, HubName.isPath(path) else { return nil }
      files.append(HubFile(path: path, size: row[1]?.int))
    }
    var parts = HubParts(HubListing(files: files, commit: commit))
    var place = end + 1
    func take(_ count: Int?) -> ContiguousArray<UInt8>? {
      guard let count, count >= 0, count <= bytes.count - place else { return nil }
      defer { place += count }
      return ContiguousArray(bytes[place..<place + count])
    }
    for row in rows("texts") {
      guard let path = row[0]?.string, let text = take(row[1]?.int) else { return nil }
      parts.add(text: text, of: path)
    }
    var items: [(path: String, json: ContiguousArray<UInt8>, length: Int)] = []
    for row in rows("headers") {
      guard let path = row[0]?.string, let length = row[2]?.int, let json = take(row[1]?.int) else { return nil }
      items.append((path, json, length))
    }
    let found = items
    let headers = Workers.map(found.count) { index in
      try? SafetensorsHeader(
        found[index].json, fileLength: found[index].length, path: "\(name)/\(found[index].path)")
    }
    for (item, header) in zip(found, headers) {
      guard let header else { return nil }
      parts.add(header: header, of: item.path)
    }
    return parts
  }

  private static func line(_ rest: Span<UInt8>) -> String { "device-map \(String(checksum(rest), radix: 16))\n" }

  /// Finds files that were cut or damaged; it is no protection against who wants to deceive. O(n).
  static func checksum(_ bytes: Span<UInt8>) -> UInt64 {
    var state = UInt64(truncatingIfNeeded: bytes.count)
    var offset = 0
    while offset < bytes.count {
      let word = bytes.partialWord(at: offset, length: min(8, bytes.count - offset))
      state = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
      state ^= state >> 29
      offset += 8
    }
    return state
  }
}
