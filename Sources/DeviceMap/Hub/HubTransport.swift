/// What carries requests to a hub and its answers back.
///
/// The library brings ``CurlTransport`` for systems with processes; an app passes its own, over URLSession for instance.
/// A conformer
/// - sends the requests of one call in parallel, as many at once as it sees fit, and answers all of them in their order;
/// - follows redirects, at most ``HubRequest/mostRedirects``, never from https to http and never to anything else;
/// - sends ``HubRequest/authorization`` to the origin (scheme, host, port) of the request's URL and to no other;
/// - stops reading a body beyond ``HubRequest/mostBytes``;
/// - ends every request within ``HubLimits``, and does not try again: that is for the caller to decide.
public protocol HubTransport: Sendable {
  /// Sends requests and waits for all answers.
  ///
  /// - Parameters:
  ///   - requests: Independent of each other.
  ///   - limits: How long each may take.
  ///   - received: Called once for each request with its place and its answer, as soon as that is there and before all
  ///     are returned, from any thread: what can be done with an answer is done while the others are on their way.
  /// - Returns: For each request what was answered, or why nothing was.
  /// - Throws: ``HubError`` when nothing can be sent at all.
  func answers(
    to requests: [HubRequest], limits: HubLimits, received: @escaping @Sendable (Int, HubAnswer) -> Void
  ) async throws(HubError) -> [HubAnswer]
}

/// How long requests may take.
public struct HubLimits: Hashable, Sendable {
  /// Seconds until a connection has to stand.
  public var connectSeconds = 10
  /// Seconds after which a request has failed that gave fewer than ``leastBytesPerSecond`` all the time.
  public var idleSeconds = 10
  /// Bytes a second below which an answer counts as none.
  public var leastBytesPerSecond = 100
  /// Seconds for one request from its start to its end.
  public var requestSeconds = 120
  /// Seconds for everything that one model takes, and one more for each ``filesPerSecond`` files.
  public var totalSeconds = 120
  /// So many files give one second more, up to ``mostSeconds``.
  public var filesPerSecond = 4
  /// The most seconds for everything, however many files there are.
  public var mostSeconds = 600
  /// How often a request that failed for a moment is sent again.
  public var retries = 4
  /// How often a request that took too long is sent again.
  public var retriesOfSlow = 1
  /// Milliseconds before the first retry; each further one waits twice as long, 8 s at most.
  public var firstPauseMilliseconds = 500
  /// Folders of other programs, below which a transport that puts answers on a disk writes nothing.
  public var closedFolders: [String] = []
  /// The most seconds that a hub can ask to wait for, all pauses together; who has to wait longer is told so.
  public var longestPause = 30

  /// As long and as much as is usual.
  public init() {}
}

/// A GET request as a value.
public struct HubRequest: Hashable, Sendable {
  /// The URL, made of characters that need no further escape.
  public var url: String
  /// The first and the last byte that are asked for (`Range: bytes=0-100000`); nil for all.
  public var range: ClosedRange<Int>?
  /// The value of `Authorization`, for the origin of `url` alone.
  public var authorization: String?
  /// The value of `Cookie`, for the origin of `url` alone.
  public var cookie: String?
  /// Whether the body may come compressed; then it has to be given decompressed.
  public var allowsCompression: Bool
  /// The longest body in bytes.
  public var mostBytes: Int

  /// How many redirects are followed.
  public static let mostRedirects = 5

  /// - Parameters:
  ///   - url: what is asked for.
  ///   - range: the bytes that are wanted; nil for all.
  ///   - authorization: the value of the header of that name; nil for none.
  ///   - cookie: the value of the header of that name; nil for none.
  ///   - allowsCompression: whether the answer may be compressed.
  ///   - mostBytes: a longer answer is a failure.
  public init(
    _ url: String, range: ClosedRange<Int>? = nil, authorization: String? = nil, cookie: String? = nil,
    allowsCompression: Bool = false, mostBytes: Int
  ) {
    self.url = url
    self.range = range
    self.authorization = authorization
    self.cookie = cookie
    self.allowsCompression = allowsCompression
    self.mostBytes = mostBytes
  }
}

/// What came of a request.
public enum HubAnswer: Hashable, Sendable {
  /// A server answered.
  case response(HubResponse)
  /// There was no answer.
  case failure(HubTransportFailure)
}

/// The last response to a request, after redirects.
public struct HubResponse: Hashable, Sendable {
  /// The status (`206`).
  public var status: Int
  /// The fields of the header in order, names as they came.
  public var fields: [Field]
  /// The bytes of the answer.
  public var body: ContiguousArray<UInt8>
  /// The fields of the redirects before, in order.
  public var earlierFields: [Field] = []
  /// What answered, after redirects; nil if that is not known.
  public var url: String?

  /// A field of the header.
  public struct Field: Hashable, Sendable {
    /// The name, as it came.
    public var name: String
    /// The value, without spaces around.
    public var value: String

    /// A header field of an answer.
    public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  /// - Parameters:
  ///   - status: the status of HTTP.
  ///   - fields: the header fields in their order.
  ///   - body: the bytes of the answer.
  public init(status: Int, fields: [Field] = [], body: ContiguousArray<UInt8> = []) {
    (self.status, self.fields, self.body) = (status, fields, body)
  }

  /// The value of the last field of that name, in any case.
  ///
  /// - Complexity: O(fields).
  public subscript(_ name: String) -> String? {
    fields.last { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The commits that servers on the way say the answer is of.
  var commits: [String] {
    (earlierFields + fields).filter { $0.name.lowercased() == "x-repo-commit" }.map { trimmed($0.value).lowercased() }
      .filter(HubName.isCommit)
  }
}

/// Why a request has no response.
public struct HubTransportFailure: Error, Hashable, Sendable {
  /// Why there was no answer.
  public enum Reason: Hashable, Sendable {
    /// No connection: no such host, nobody listens, no proxy.
    case unreachable
    /// The connection is not to be trusted (certificates).
    case untrusted
    /// It took longer than it may.
    case timedOut
    /// The answer ended before its end, or was not HTTP.
    case cut
    /// The body is longer than it may be.
    case tooLong
    /// The header is longer than it may be.
    case headerTooLong
    /// Redirects that are not followed: too many, to another scheme, to no URL.
    case redirect
    /// What answers does not speak HTTP.
    case notHTTP
    /// The proxy does not lead to the host.
    case proxy
    /// The answer was a status of its own: no, or not here.
    case refused
    /// The answer could not be stored: the disk is full.
    case notStored
    /// Something else, in the words of the transport.
    case other
  }

  /// Why there was no answer.
  public var reason: Reason
  /// The host that the last connection was for, after redirects; nil if it is not known.
  public var host: String?
  /// The port on it; nil if it is not known.
  public var port: Int?
  /// What the transport says of it, one line.
  public var text: String
  /// The status of the answer that was not read to its end; nil without one.
  public var status: Int?

  /// - Parameters:
  ///   - reason: why there was no answer.
  ///   - host: who was asked.
  ///   - port: where on it.
  ///   - text: the words of the transport.
  public init(_ reason: Reason, host: String? = nil, port: Int? = nil, text: String) {
    (self.reason, self.host, self.port, self.text) = (reason, host, port, HubSecrets.withoutUsers(text))
  }

  /// The same of what stands at a URL.
  init(_ reason: Reason, url: String, text: String) {
    let origin = HubOrigin(url: url)
    self.init(reason, host: origin?.host, port: origin?.port, text: text)
  }

  /// Whether it is of another server than this one.
  func isElsewhere(_ origin: HubOrigin) -> Bool {
    guard let host else { return false }
    return host != origin.host || port.map { $0 != origin.port } ?? false
  }

  /// Whether the same request may succeed a moment later.
  var isTransient: Bool { reason == .cut || reason == .timedOut || reason == .unreachable }
}
