extension Files {
  /// How far is looked below a folder.
  struct Reach {
    /// How many folders lie within each other.
    var depth = 6
    var folders = 1000
    var files = 20_000
  }

  /// The paths of the files in a folder and in those below it that can be opened, the nearest folders first and each in the
  /// order of its names. What begins with a dot is passed over, and so is a link that leads nowhere or around in a circle.
  ///
  /// - Complexity: O(names), within the reach.
  static func files(below root: String, within reach: Reach = Reach()) -> [String] {
    var files: [String] = []
    var folders = [(prefix: "", depth: 0)]
    var next = 0
    while next < folders.count, files.count < reach.files {
      let (prefix, depth) = folders[next]
      next += 1
      for name in (try? list(join(root, prefix))) ?? [] where !name.hasPrefix(".") {
        let path = prefix + name
        switch try? kind(of: join(root, path)) {
        case .regular?: files.append(path)
        case .directory? where depth < reach.depth && folders.count < reach.folders:
          folders.append((path + "/", depth + 1))
        default: break
        }
      }
    }
    return files
  }
}
