/// The first bytes of a safetensors file, as a server gave them.
struct HubFileStart: Sendable {
  private let bytes: ContiguousArray<UInt8>
  private let fileLength: Int
  private let headerLength: Int

  /// - Parameters:
  ///   - asked: How many bytes were asked for.
  ///   - size: The length of the file as the list of files has it.
  init(_ response: HubResponse, asked: Int, size: Int?) throws(HubError.UnexpectedAnswer) {
    let body = response.body
    switch response.status {
    case 206:
      guard let range = response["Content-Range"].flatMap(Self.range), range.first == 0, range.last < asked,
        range.last == body.count - 1, range.length >= body.count,
        body.count == min(asked, range.length)
      else { throw .wrongRange }
      fileLength = range.length
    case 200:
      // Ignoring what was asked for is allowed; then this is the whole file.
      fileLength = body.count
    default: throw .wrongRange
    }
    if let size, size != fileLength { throw .wrongLength(expected: size, found: fileLength) }
    bytes = body
    headerLength = try Self.headerLength(body, fileLength)
    guard headerLength <= HubLimits.longestHeader else { throw .longHeader(headerLength) }
  }

  private static func headerLength(
    _ bytes: ContiguousArray<UInt8>, _ fileLength: Int
  ) throws(HubError.UnexpectedAnswer) -> Int {
    do throws(HeaderFault) {
      return try SafetensorsHeader.headerLength(of: bytes.span, fileLength: fileLength)
    } catch {
      if case .headerTooLong(let length) = error.reason {
        throw .notSafetensors(
          "the header would have \(length) bytes, and \(HubLimits.longestHeader) are the most that is read")
      }
      throw .notSafetensors(
        "\(SafetensorsError(file: "", tensor: nil, offset: error.offset, reason: error.reason).reason)")
    }
  }

  /// How many bytes of the file its header takes.
  var needed: Int { 8 + headerLength }
  var isComplete: Bool { bytes.count >= needed }

  /// The header. O(n).
  func header(named name: String) throws(SafetensorsError) -> SafetensorsHeader {
    try SafetensorsHeader(
      ContiguousArray(bytes[8..<needed]), fileLength: fileLength, path: name)
  }

  /// The header whose JSON is given without the spaces behind it, of a file of this length; nil if they do not belong
  /// together.
  static func header(json: ContiguousArray<UInt8>, fileLength: Int, named name: String) -> SafetensorsHeader? {
    var json = hasSpaces(json) ? withoutSpaces(json) : json
    // Writers of the format fill up to a multiple of 8.
    json.append(contentsOf: repeatElement(UInt8(ascii: " "), count: (8 - json.count % 8) % 8))
    if let header = try? SafetensorsHeader(json, fileLength: fileLength, path: name) {
      return header
    }
    // Another number of spaces, or another file: the length of the data tells.
    let loose = try? SafetensorsHeader(json, fileLength: nil, path: name, completeness: .headerOnly)
    guard let header = loose else { return nil }
    let missing = fileLength - header.fileLength
    guard missing >= -7, json.count + missing <= HubLimits.longestHeader else { return nil }
    if missing < 0 {
      guard json.suffix(-missing).allSatisfy({ $0 == UInt8(ascii: " ") }) else { return nil }
      json.removeLast(-missing)
    } else {
      json.append(contentsOf: repeatElement(UInt8(ascii: " "), count: missing))
    }
    return try? SafetensorsHeader(json, fileLength: fileLength, path: name)
  }

  /// Whether there is a space behind the first colon, as some servers write JSON.
  private static func hasSpaces(_ json: ContiguousArray<UInt8>) -> Bool {
    guard let colon = json.firstIndex(of: UInt8(ascii: ":")), colon + 1 < json.count else { return false }
    return json[colon + 1] <= 0x20
  }

  /// JSON without what may stand between its tokens. O(n).
  private static func withoutSpaces(_ json: ContiguousArray<UInt8>) -> ContiguousArray<UInt8> {
    var result: ContiguousArray<UInt8> = []
    result.reserveCapacity(json.count)
    var isInString = false
    var isEscaped = false
    for byte in json {
      if isInString {
        isInString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else if byte <= 0x20 {
        continue
      } else {
        isInString = byte == UInt8(ascii: "\"")
      }
      result.append(byte)
    }
    return result
  }

  /// `bytes 0-100000/5368709120`
  private static func range(_ text: String) -> (first: Int, last: Int, length: Int)? {
    let parts = text.split { $0 == " " || $0 == "-" || $0 == "/" }
    guard parts.count == 4, parts[0].lowercased() == "bytes", let first = Int(parts[1]), let last = Int(parts[2]),
      let length = Int(parts[3]), first >= 0, last >= first, length > last
    else { return nil }
    return (first, last, length)
  }
}

extension HubLimits {
  /// The longest header of a safetensors file that hubs read, in bytes.
  public static let longestHeader = 25_000_000
}
