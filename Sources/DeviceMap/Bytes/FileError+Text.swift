extension FileError: CustomStringConvertible {
  /// What could not be done with which file, why, and what to do.
  public var description: String {
    let what =
      switch operation {
      case .open: "cannot open '\(path)'"
      case .read: "cannot read '\(path)'"
      case .list: "cannot list '\(path)'"
      case .write: "cannot write '\(path)'"
      }
    return what + ": " + reason.description
  }
}

extension FileError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFound: "there is no such file or directory; check the path"
    case .permissionDenied: "permission denied; check the owner and the mode of the file"
    case .isDirectory: "it is a directory; name a file in it"
    case .notADirectory: "a part of the path is not a directory; check the path"
    case .tooManyOpenFiles: "too many files are open; raise the limit with 'ulimit -n'"
    case .notAFile: "it is a pipe, a socket or a device, and only files are read here"
    case .isInput: "it is one of the files that the answer comes from; choose another name"
    case .foreignLink: "it is a symbolic link of another user, or one in a circle; name the file that is meant"
    case .foreignFolder: "it lies in a folder of another program"
    case .tooLarge(let limit):
      "it has more than \(limit) bytes (\(ByteText.size(limit))), too many for a file of this kind"
    case .endedEarly: "it ends before its length says; is something still writing it?"
    case .system(let code, let message): "\(message) (error \(code))"
    }
  }
}
