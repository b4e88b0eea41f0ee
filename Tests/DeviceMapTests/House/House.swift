/// The folders of the sources in their order, and the rules that their files keep.
///
/// A folder may use only those before it. What a file declares are types, also those nested in others, and what
/// extensions add to types of earlier folders; what it uses are the names in it.
struct House {
  /// Folders in their order; one within another comes after it, unless it is not listed: then it is a part of it.
  let folders: [String]
  let files: [SourceFile]

  private let ranks: [Int?]
  /// Indices of the files that declare a type that others can see.
  private var declaring: [String: [Int]] = [:]

  init(folders: [String], files: [SourceFile]) {
    self.folders = folders
    self.files = files
    ranks = files.map { Self.rank(of: $0.folder, in: folders) }
    for (index, file) in files.enumerated() {
      for declaration in file.declarations where !declaration.isPrivate {
        declaring[declaration.name, default: []].append(index)
      }
    }
  }

  /// The listed folder that a file belongs to.
  func folder(ofFile path: String) -> String? {
    Self.rank(of: path.split(separator: "/").dropLast().joined(separator: "/"), in: folders).map { folders[$0] }
  }

  private static func rank(of folder: String, in folders: [String]) -> Int? {
    var parts = folder.split(separator: "/")
    while !parts.isEmpty {
      if let rank = folders.firstIndex(of: parts.joined(separator: "/")) { return rank }
      parts.removeLast()
    }
    return nil
  }

  // MARK: - Arrows

  /// Something in one file that needs another file.
  struct Arrow: Hashable, CustomStringConvertible {
    var from: String
    var to: String
    var name: String
    var line: Int

    var description: String { "\(from):\(line) -> \(to): \(name)" }
  }

  /// Files in no folder of the house.
  var strangers: [String] { zip(files, ranks).filter { $1 == nil }.map(\.0.path) }

  /// The arrows from a folder to a later one, in the order of the files.
  func arrowsBack() -> [Arrow] {
    let arrows = files.indices.flatMap { arrowsByType(of: $0) + arrowsByConformance(of: $0) } + arrowsByMember()
    var seen: Set<Arrow> = []
    return arrows.filter { arrow in
      var key = arrow
      key.line = 0
      return seen.insert(key).inserted
    }
  }

  /// The files that a mention needs: those that declare the type, and the types in it that are named along with it.
  func files(of mention: SourceFile.Mention) -> [Int] {
    for scope in mention.scopes + [""] {
      var name = (scope.isEmpty ? "" : scope + ".") + mention.chain[0]
      guard var found = declaring[name] else { continue }
      for part in mention.chain.dropFirst() {
        name += "." + part
        guard let more = declaring[name] else { break }
        found += more
      }
      return found
    }
    return []
  }

  private func arrowsByType(of index: Int) -> [Arrow] {
    guard let rank = ranks[index] else { return [] }
    let file = files[index]
    let own = Set(file.declarations.filter(\.isPrivate).map(\.name))
    return file.mentions.filter { !own.contains($0.chain[0]) }.flatMap { mention in
      files(of: mention).filter { ranks[$0].map { $0 > rank } == true }.map { target in
        Arrow(from: file.path, to: files[target].path, name: mention.chain.joined(separator: "."), line: mention.line)
      }
    }
  }

  /// Conformances that a later folder adds to a type of an earlier one: whatever takes the protocol needs them.
  private func arrowsByConformance(of index: Int) -> [Arrow] {
    guard let rank = ranks[index] else { return [] }
    return files[index].extensions.flatMap { added -> [Arrow] in
      guard let type = declaring[added.type]?.first, let typeRank = ranks[type], typeRank < rank else { return [] }
      let foreign = added.protocols.filter { name in
        declaring[name]?.first.flatMap { ranks[$0] }.map { $0 <= typeRank } ?? true
      }
      return foreign.map {
        Arrow(from: files[type].path, to: files[index].path, name: "\(added.type): \($0)", line: added.line)
      }
    }
  }

  /// Uses of what only later folders add to the types of earlier ones.
  private func arrowsByMember() -> [Arrow] {
    var firstRank: [String: Int] = [:]
    for (file, rank) in zip(files, ranks) {
      guard let rank else { continue }
      for member in file.members { firstRank[member] = min(firstRank[member] ?? .max, rank) }
    }
    var added: [String: Int] = [:]
    for (index, file) in files.enumerated() {
      guard let rank = ranks[index] else { continue }
      for part in file.extensions {
        guard let type = declaring[part.type]?.first, ranks[type].map({ $0 < rank }) == true else { continue }
        for member in part.members where firstRank[member] == rank { added[member] = added[member] ?? index }
      }
    }
    return files.indices.flatMap { index -> [Arrow] in
      guard let rank = ranks[index] else { return [] }
      let tokens = files[index].tokens
      return tokens.indices.dropFirst().compactMap { place in
        let name = tokens[place].text
        guard tokens[place - 1].text == ".", let target = added[name], let last = ranks[target], last > rank else {
          return nil
        }
        return Arrow(from: files[index].path, to: files[target].path, name: "." + name, line: tokens[place].line)
      }
    }
  }

  // MARK: - Other rules

  /// Imports and unsafe code outside the files that may have them, as `path:line: what`.
  func foreignCode(unsafe: Set<String>, imports: Set<String>) -> [String] {
    files.flatMap { file -> [String] in
      var found: [String] = []
      if !imports.contains(file.path) {
        found += file.imports.map { "\(file.path):\($0.line): import \($0.text)" }
      }
      if !unsafe.contains(file.path), let token = file.tokens.first(where: { $0.kind == .word && $0.text == "unsafe" })
      {
        found.append("\(file.path):\(token.line): unsafe")
      }
      return found
    }
  }

  /// Public errors whose text nothing gives.
  func errorsWithoutText() -> [String] {
    let described = Set(
      files.flatMap(\.extensions).filter { $0.protocols.contains("CustomStringConvertible") }.map(\.type))
    return files.flatMap { file in
      file.declarations.filter {
        $0.isPublic && $0.parents.contains("Error") && !$0.parents.contains("CustomStringConvertible")
          && !described.contains($0.name)
      }.map { "\(file.path):\($0.line): \($0.name)" }
    }
  }

  /// Functions and files that are too long to be read at once.
  func longCode(body: Int, file limit: Int) -> [String] {
    files.flatMap { file in
      file.bodies.filter { $0.lines > body }.map { "\(file.path):\($0.line): \($0.name) has \($0.lines) lines" }
        + (file.lineCount > limit ? ["\(file.path) has \(file.lineCount) lines"] : [])
    }
  }
}
