/// Servers, tokens and folders, as the variables of huggingface_hub and ModelScope name them.
public struct HubSettings: Sendable {
  /// The Hugging Face hub, or what `HF_ENDPOINT` replaces it by.
  public var endpoint = HubEndpoint.huggingFace
  /// The server that is asked for `modelscope:` models.
  public var modelScopeEndpoint = HubEndpoint.modelScope
  /// The token for ``endpoint``, and no other server.
  public var token: HubToken?
  /// The token for ``modelScopeEndpoint``, and no other server.
  public var modelScopeToken: HubToken?
  /// What forbids requests (`HF_HUB_OFFLINE`, `--offline`); nil when they are allowed.
  public var offline: String?
  /// Folders with `models--org--name`, in the order in which they are searched.
  public var caches: [String] = []
  /// Roots of ModelScope's caches, in the order in which they are searched.
  public var modelScopeCaches: [String] = []
  /// Folders of other programs, beside their caches, below which nothing is written (`HF_HOME`).
  public var foreignFolders: [String] = []
  /// The folder of the headers that were read from a hub, which is the only one that is written to; nil to keep none.
  public var headerCache: String?
  /// What is wrong with variables about the Hugging Face hub; whoever asks it is told so.
  public private(set) var fault: HubError?
  /// What is wrong with variables about ModelScope; whoever asks it is told so.
  public private(set) var modelScopeFault: HubError?

  /// Values of variables that may have passwords in them.
  private var addresses: [String] = []

  /// What no message may show.
  var secrets: HubSecrets {
    HubSecrets(addresses: addresses, tokens: [token, modelScopeToken].compactMap { $0?.value })
  }

  /// The variables that name servers: those of hubs, and of proxies as curl takes them.
  private static let addressVariables =
    ["HF_ENDPOINT", "MODELSCOPE_ENDPOINT", "MODELSCOPE_DOMAIN"]
    + ["http_proxy", "https_proxy", "all_proxy"].flatMap { [$0, $0.uppercased()] }

  /// The usual servers, no tokens, no caches.
  public init() {}

  /// What cannot be meant of a server or a token is kept as ``fault`` and ``modelScopeFault``: it is in the way of requests
  /// alone.
  ///
  /// - Parameter variable: The value of a variable of the environment.
  /// - Complexity: O(length of the variables).
  public init(environment variable: @escaping (String) -> String?) {
    let variables = HubVariables(variable)
    addresses = Self.addressVariables.compactMap(variables.value)
    offline = ["HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"].first { variables.isTrue($0) }
    let home = variables.path("HF_HOME") ?? variables.cacheRoot.map { Files.join($0, "huggingface") }
    if let cache = variables.path("HF_HUB_CACHE") ?? variables.path("HUGGINGFACE_HUB_CACHE") {
      caches = [cache]
    } else if let home {
      caches = [Files.join(home, "hub")]
    }
    if let root = variables.path("MODELSCOPE_CACHE") ?? variables.home.map({ Files.join($0, ".cache/modelscope") }) {
      modelScopeCaches = [root]
    }
    foreignFolders = [home].compactMap(\.self)
    if let own = variables.ownCache, !isForeign(own) { headerCache = own }
    do throws(HubError) {
      if let (name, value) = variables.first(of: ["HF_ENDPOINT"]) { endpoint = try Self.endpoint(name, value) }
      token = try Self.token(variables, home: home)
    } catch {
      fault = error
    }
    do throws(HubError) {
      if let (name, value) = variables.first(of: ["MODELSCOPE_ENDPOINT", "MODELSCOPE_DOMAIN"]) {
        modelScopeEndpoint = try Self.endpoint(name, value.contains("://") ? value : "https://" + value)
      }
      if let (name, value) = variables.first(of: ["MODELSCOPE_API_TOKEN"]) {
        modelScopeToken = try HubToken(value, source: name)
      }
    } catch {
      modelScopeFault = error
    }
  }

  /// Whether a path leads below the folders of other programs. One that has the whole disk has none of its own.
  func isForeign(_ path: String) -> Bool { Files.leads(path, intoAnyOf: closedFolders) }

  /// The folders of other programs, caches included.
  var closedFolders: [String] { foreignFolders + caches + modelScopeCaches }

  private static func endpoint(_ name: String, _ value: String) throws(HubError) -> HubEndpoint {
    guard let endpoint = HubEndpoint(value) else { throw .invalidEndpoint(variable: name, value: value) }
    return endpoint
  }

  /// The order of huggingface_hub: variables, then the file that a login writes.
  private static func token(_ variables: HubVariables, home: String?) throws(HubError) -> HubToken? {
    if variables.isTrue("HF_HUB_DISABLE_IMPLICIT_TOKEN") { return nil }
    // The first variable that has a value counts; where that is blank the file does.
    if let (name, value) = variables.first(of: ["HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"]),
      let token = try HubToken(value, source: name)
    {
      return token
    }
    guard let path = variables.path("HF_TOKEN_PATH") ?? home.map({ Files.join($0, "token") }),
      let bytes = try? Files.read(path, limit: 1 << 16)
    else { return nil }
    return try HubToken(String(decoding: bytes, as: UTF8.self), source: path)
  }
}

/// A secret that opens repositories, and where it was found.
public struct HubToken: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  let value: String
  /// The variable or the file that it comes from.
  public let source: String

  /// Nil for an empty token.
  ///
  /// - Throws: ``HubError/invalidToken(source:)`` when it has characters that no header may have.
  /// - Complexity: O(length).
  public init?(_ text: String, source: String) throws(HubError) {
    // Editors put a mark of the byte order before a text.
    let kept = text.unicodeScalars.filter { !["\r", "\n", "\u{FEFF}"].contains($0) }
    let value = trimmed(String(kept.map(Character.init)))
    guard !value.isEmpty else { return nil }
    guard value.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") })
    else { throw .invalidToken(source: source) }
    (self.value, self.source) = (value, source)
  }

  public var description: String { "token from \(source)" }
  public var debugDescription: String { description }
}

/// Variables of the environment as the Python clients read them.
struct HubVariables {
  private let variable: (String) -> String?

  init(_ variable: @escaping (String) -> String?) { self.variable = variable }

  /// The value; nil if it is empty.
  func value(_ name: String) -> String? {
    guard let value = variable(name), !value.isEmpty else { return nil }
    return value
  }

  func first(of names: [String]) -> (name: String, value: String)? {
    names.lazy.compactMap { name in value(name).map { (name, $0) } }.first
  }

  func isTrue(_ name: String) -> Bool {
    ["1", "ON", "YES", "TRUE"].contains(variable(name)?.uppercased() ?? "")
  }

  /// The user's folder.
  var home: String? { value("HOME").flatMap { $0.hasPrefix("/") ? $0 : nil } }

  /// `$XDG_CACHE_HOME`, else `~/.cache`.
  var cacheRoot: String? { path("XDG_CACHE_HOME") ?? home.map { Files.join($0, ".cache") } }

  /// The folder for what this package keeps.
  var ownCache: String? {
    #if os(macOS)
      let root = path("XDG_CACHE_HOME") ?? home.map { Files.join($0, "Library/Caches") }
    #else
      let root = cacheRoot
    #endif
    guard let root, root.hasPrefix("/") else { return nil }
    return Files.join(root, "device-map/hub")
  }

  /// A path with `~`, `$NAME` and `${NAME}` resolved.
  func path(_ name: String) -> String? {
    guard let text = value(name) else { return nil }
    var rest = Substring(text)
    var result = ""
    if rest == "~" || rest.hasPrefix("~/"), let home {
      result = home
      rest = rest.dropFirst()
    }
    while let dollar = rest.firstIndex(of: "$") {
      result += rest[..<dollar]
      rest = rest[rest.index(after: dollar)...]
      let isBraced = rest.hasPrefix("{")
      let body = isBraced ? rest.dropFirst() : rest
      let word = body.prefix { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
      let after = body[word.endIndex...]
      if !word.isEmpty, !isBraced || after.hasPrefix("}"), let known = variable(String(word)) {
        result += known
        rest = isBraced ? after.dropFirst() : after
      } else {
        result += "$"
      }
    }
    return result + rest
  }
}
