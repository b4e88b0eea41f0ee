import Synchronization

@testable import DeviceMap

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A small HTTP server on the loopback interface, as good or as bad as a test wants it.
final class LoopbackServer: Sendable {
  struct Request: Sendable {
    var method = ""
    var target = ""
    var headers: [String: String] = [:]

    /// The target without its query.
    var path: String { String(target.prefix { $0 != "?" }) }

    /// The first and the last byte that are asked for.
    var range: (first: Int, last: Int)? {
      guard let text = headers["range"], text.hasPrefix("bytes=") else { return nil }
      let parts = text.dropFirst(6).split(separator: "-").compactMap { Int($0) }
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }

  struct Answer: Sendable {
    var status = 200
    var headers: [(String, String)] = []
    var body: [UInt8] = []
    var manner = Manner.whole

    /// How the body comes.
    enum Manner: Sendable {
      case whole
      /// The connection ends after so many bytes of it.
      case cut(Int)
      /// So many milliseconds after each byte.
      case slow(Int)
      /// The body again and again, without a length.
      case endless
      /// Nothing at all comes, not even a header.
      case silent
      /// These bytes instead of an answer.
      case raw
    }

    static func text(_ status: Int, _ text: String, _ headers: [(String, String)] = []) -> Answer {
      Answer(status: status, headers: headers, body: Array(text.utf8))
    }
  }

  let port: Int
  private let descriptor: Int32
  private let state: Mutex<State>
  private let handler: @Sendable (Request) -> Answer

  private struct State {
    var requests: [Request] = []
    var isClosed = false
  }

  var url: String { "http://127.0.0.1:\(port)" }

  /// What was asked so far.
  var requests: [Request] { state.withLock { $0.requests } }

  init(_ handler: @escaping @Sendable (Request) -> Answer) throws {
    // Whatever proxy the machine uses, it is not for these servers.
    _ = unsafe setenv("no_proxy", "127.0.0.1", 1)
    signal(SIGPIPE, SIG_IGN)
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let listener = socket(AF_INET, kind, 0)
    descriptor = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(listener, pointer, length) == 0 && listen(listener, 256) == 0
          && getsockname(listener, pointer, &length) == 0
      }
    }
    guard bound else { throw SystemError(errno) }
    _ = fcntl(listener, F_SETFD, FD_CLOEXEC)
    port = Int(UInt16(bigEndian: address.sin_port))
    state = Mutex(State())
    self.handler = handler
    weak let server = self
    PlatformThread {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else {
          // Closed elsewhere, its number could be another server's by the time that this thread asks again.
          #if canImport(Glibc)
            close(listener)
          #endif
          return
        }
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        PlatformThread {
          Connection(connection, handler).serve { request in server?.state.withLock { $0.requests.append(request) } }
        }?.leave()
      }
    }?.leave()
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    #if !canImport(Glibc)
      // There it is closing that ends the wait for a connection.
      close(descriptor)
    #endif
  }

  /// One connection, on which requests come one after the other.
  private struct Connection {
    private let descriptor: Int32
    private let handler: @Sendable (Request) -> Answer

    init(_ descriptor: Int32, _ handler: @escaping @Sendable (Request) -> Answer) {
      (self.descriptor, self.handler) = (descriptor, handler)
      var yes: Int32 = 1
      unsafe setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }

    func serve(_ log: (Request) -> Void) {
      defer { close(descriptor) }
      while let request = read() {
        log(request)
        guard send(handler(request), to: request) else { return }
      }
    }

    private func read() -> Request? {
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 4096)
      while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
        let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
        guard count > 0, bytes.count < 1 << 16 else { return nil }
        bytes += buffer[..<count]
      }
      let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
      let words = lines.first?.split(separator: " ") ?? []
      guard words.count == 3 else { return nil }
      var request = Request(method: String(words[0]), target: String(words[1]))
      for line in lines.dropFirst() {
        guard let colon = line.firstIndex(of: ":") else { continue }
        let value = line[line.index(after: colon)...].drop { $0 == " " }
        request.headers[line[..<colon].lowercased()] = String(value)
      }
      return request
    }

    /// Whether the connection goes on.
    private func send(_ answer: Answer, to request: Request) -> Bool {
      switch answer.manner {
      case .raw: return write(answer.body) && false
      case .silent:
        sleep(30)
        return false
      default: break
      }
      var head = "HTTP/1.1 \(answer.status) Status\r\n"
      for (name, value) in answer.headers { head += "\(name): \(value)\r\n" }
      if case .endless = answer.manner {
        head += "Connection: close\r\n\r\n"
        guard write(Array(head.utf8)) else { return false }
        while write(answer.body) {}
        return false
      }
      let isGiven = answer.headers.contains { $0.0.lowercased() == "content-length" }
      if !isGiven { head += "Content-Length: \(answer.body.count)\r\n" }
      guard write(Array((head + "\r\n").utf8)) else { return false }
      switch answer.manner {
      case .cut(let count): return write(Array(answer.body.prefix(count))) && false
      case .slow(let milliseconds):
        for byte in answer.body {
          guard write([byte]) else { return false }
          usleep(UInt32(milliseconds * 1000))
        }
        return true
      default: return write(answer.body)
      }
    }

    private func write(_ bytes: [UInt8]) -> Bool {
      var done = 0
      while done < bytes.count {
        let count = unsafe bytes.withUnsafeBytes { buffer in
          unsafe Self.send(descriptor, buffer.baseAddress.map { unsafe $0 + done }, buffer.count - done)
        }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }

    private static func send(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
      #if canImport(Glibc)
        unsafe Glibc.send(descriptor, start, count, Int32(MSG_NOSIGNAL))
      #elseif canImport(Musl)
        unsafe Musl.send(descriptor, start, count, MSG_NOSIGNAL)
      #else
        unsafe Darwin.send(descriptor, start, count, 0)
      #endif
    }
  }
}
