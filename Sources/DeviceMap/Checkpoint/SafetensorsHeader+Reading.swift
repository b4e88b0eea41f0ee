extension SafetensorsHeader {
  /// Reads and validates the header of the file at `path`. O(length of the header); the data is not touched.
  public init(path: String, completeness: Completeness = .wholeFile) throws(CheckpointError) {
    try self.init(path: path, completeness: completeness, accepting: .anything)
  }

  /// - Parameter acceptance: whether it may be a pipe.
  package init(
    path: String, completeness: Completeness, accepting acceptance: OpenFile.Acceptance
  ) throws(CheckpointError) {
    let file = try CheckpointError.wrap { () throws(FileError) in try OpenFile(path, accepting: acceptance) }
    let start = try CheckpointError.wrap { () throws(FileError) in
      try file.read(min(file.length ?? 8, Self.sniffLength))
    }
    let length: Int
    do throws(HeaderFault) {
      length = try Self.headerLength(of: start.span, fileLength: file.length)
    } catch {
      throw .safetensors(SafetensorsError(file: path, tensor: nil, offset: error.offset, reason: error.reason))
    }
    let text = try CheckpointError.wrap { () throws(FileError) in
      file.length == nil ? try file.read(length) : try file.read(length, at: 8)
    }
    guard text.count == length else {
      throw .safetensors(
        SafetensorsError(
          file: path, tensor: nil, offset: 0,
          reason: .headerBeyondFile(headerLength: length, fileLength: 8 + text.count)))
    }
    do throws(SafetensorsError) {
      try self.init(text, fileLength: file.length, path: path, completeness: completeness)
    } catch {
      throw .safetensors(error)
    }
  }

  /// Enough bytes to tell what else a file may be.
  private static let sniffLength = 32

  /// The length of the header, from the first bytes of the file.
  static func headerLength(of start: Span<UInt8>, fileLength: Int?) throws(HeaderFault) -> Int {
    guard start.count >= 8 else { throw HeaderFault(.fileTooShort(length: start.count), at: 0) }
    let declared = start.word(at: 0)
    guard declared <= UInt64(maximumHeaderLength) else {
      throw HeaderFault(foreignFormat(start) ?? .headerTooLong(declared), at: 0)
    }
    let length = Int(declared)
    if let fileLength, fileLength - 8 < length {
      throw HeaderFault(
        foreignFormat(start) ?? .headerBeyondFile(headerLength: length, fileLength: fileLength), at: 0)
    }
    return length
  }

  /// What the first bytes say about a file whose first eight are no length of a header.
  private static func foreignFormat(_ start: Span<UInt8>) -> SafetensorsError.Reason? {
    func begins(_ text: StaticString) -> Bool {
      let length = text.utf8CodeUnitCount
      return length <= start.count && start.equals(text, in: 0..<length)
    }
    if begins("version https://git-lfs") { return .foreign(.gitLFSPointer) }
    if begins("PK\u{03}\u{04}") { return .foreign(.zip) }
    if begins("GGUF") { return .foreign(.gguf) }
    if begins("<!DOCTYPE") || begins("<!doctype") || begins("<html") { return .foreign(.html) }
    if start[0] == 0x89, start[1] == UInt8(ascii: "H"), start[2] == UInt8(ascii: "D") { return .foreign(.hdf5) }
    if start[0] == 0x1F, start[1] == 0x8B { return .foreign(.gzip) }
    if start[0] == 0x80, (2...5).contains(start[1]) { return .foreign(.pickle) }
    return nil
  }

  /// Validates a header (without the eight bytes of its length). O(n); O(n log n) if the order of the header is not
  /// that of the data.
  ///
  /// - Parameters:
  ///   - text: The header.
  ///   - fileLength: The length of the file in bytes; nil if it is not known, which only `.headerOnly` accepts.
  ///   - path: The name of the file for errors.
  package init(
    _ text: ContiguousArray<UInt8>, fileLength: Int?, path: String, completeness: Completeness = .wholeFile
  ) throws(SafetensorsError) {
    let length = text.count
    var scanner = SafetensorsScanner(text.span)
    do throws(HeaderFault) {
      try scanner.scan()
      let hashes = try scanner.hashNames()
      let dataLength = try scanner.checkLayout()
      let hasData = try Self.checkLength(
        dataStart: 8 + length, dataLength: dataLength, fileLength: fileLength, completeness)
      self.text = text
      unescapedNames = scanner.unescapedNames
      dimensions = scanner.dimensions
      entries = scanner.entries
      self.hashes = hashes
      metadata = scanner.metadata
      headerLength = length
      self.dataLength = dataLength
      self.hasData = hasData
    } catch {
      throw SafetensorsError(file: path, tensor: scanner.currentName, offset: 8 + error.offset, reason: error.reason)
    }
  }

  /// Compares the length of the file with what the header says; tells whether all data is there.
  private static func checkLength(
    dataStart: Int, dataLength: Int, fileLength: Int?, _ completeness: Completeness
  ) throws(HeaderFault) -> Bool {
    let (expected, overflowed) = dataStart.addingReportingOverflow(dataLength)
    guard !overflowed else { throw HeaderFault(.dataTooLong, at: dataStart - 8) }
    guard let fileLength else {
      if completeness == .headerOnly { return false }
      throw HeaderFault(.lengthUnknown, at: dataStart - 8)
    }
    if fileLength > expected {
      throw HeaderFault(.trailingData(expectedLength: expected, fileLength: fileLength), at: expected - 8)
    }
    if fileLength < expected, completeness == .wholeFile {
      throw HeaderFault(.dataMissing(expectedLength: expected, fileLength: fileLength), at: fileLength - 8)
    }
    return fileLength == expected
  }
}
