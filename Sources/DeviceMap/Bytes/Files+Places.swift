extension Files {
  /// Whether a path is that of a folder or leads into it, however the two are written: `..`, links, and folders that have
  /// several paths are seen through. Neither has to be there. O(depth).
  static func leads(_ path: String, into folder: String) -> Bool {
    let (place, outer) = (resolved(path), resolved(folder))
    if place.starts(with: outer) { return true }
    guard let known = try? identity(of: folder) else { return false }
    return place.indices.contains { depth in
      (try? identity(of: "/" + place[...depth].joined(separator: "/"))) == known
    }
  }

  /// Whether a path is that of one of some folders, or leads into one. One that is the whole disk is nobody's own.
  static func leads(_ path: String, intoAnyOf folders: [String]) -> Bool {
    folders.contains { $0 != "/" && leads(path, into: $0) }
  }

  /// The absolute paths of what is there: as it was written, without `.` and `..`, and without links.
  static func absolutePaths(of path: String) -> [String] {
    guard let real = try? Platform.realPath(path) else { return [] }
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    guard let start = isAbsolute ? "" : try? Platform.realPath("."), let there = try? identity(of: path) else {
      return [real]
    }
    let written = "/" + steps((start + "/" + path).split(separator: "/").map(String.init)).joined(separator: "/")
    // A way up out of a link leads elsewhere than its text says.
    return written != real && (try? identity(of: written)) == there ? [written, real] : [real]
  }

  /// Whether a regular file or nothing stands at a path: no link, which may lead anywhere, and no pipe, which nobody reads.
  static func isFileOrNothing(_ path: String) -> Bool {
    guard let status = try? Platform.status(of: path, followsLink: false) else { return true }
    return status.kind == .regular
  }

  /// The names on the way from the root to a path, of which the last need not be there.
  private static func resolved(_ path: String) -> [String] {
    var above = path.utf8.first == UInt8(ascii: "/") ? path : join(".", path)
    var rest: [String] = []
    while true {
      if let real = try? Platform.realPath(above) { return steps(real.split(separator: "/").map(String.init) + rest) }
      let next = directory(of: above)
      guard !next.isEmpty, next != above else { return steps([above] + rest) }
      rest.insert(name(of: above), at: 0)
      above = next
    }
  }

  /// A way without `.` and `..`.
  private static func steps(_ names: [String]) -> [String] {
    var result: [String] = []
    for name in names where !name.isEmpty && name != "." {
      if name == ".." { _ = result.popLast() } else { result.append(name) }
    }
    return result
  }
}
