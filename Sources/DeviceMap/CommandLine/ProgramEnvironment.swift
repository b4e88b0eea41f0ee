/// What a command knows of the world around it; everything else it reads from files.
package struct ProgramEnvironment: Sendable {
  /// Columns of the terminal that stderr goes to, or of the variable COLUMNS; nil if there is neither.
  package var screenWidth: Int?

  /// The same of stdout; nil where a program may read it: that is not cut.
  package var resultWidth: Int?

  /// Whether the terminal that stderr goes to shows colours, and the user wants them.
  package var isColored = false

  /// What the machine has; asked only when a command needs it.
  package var devices: @Sendable () -> DeviceInventory

  #if os(macOS) || os(Linux)
    /// Runs another program and tells how it ended.
    package var ask: @Sendable (String, [String]) -> ChildProcess.Outcome = { ChildProcess.run($0, $1, seconds: 10) }
  #endif

  /// The value of a variable of the environment.
  package var variable: @Sendable (String) -> String? = { Platform.variable($0) }

  /// All of stdin, at most so many bytes; read where `-` stands for a file.
  package var input: @Sendable (_ limit: Int) throws -> ContiguousArray<UInt8> = {
    try Files.readStandardInput(limit: $0)
  }

  /// What asks hubs; nil where nothing can.
  package var transport: (any HubTransport)? = ProgramEnvironment.usualTransport

  /// How long hubs may take.
  package var hubLimits = HubLimits()

  /// Shows how far a command is, instead of what was shown before; nil where nobody looks on.
  package var showProgress: (@Sendable (String) -> Void)?

  package init(
    screenWidth: Int? = nil, devices: @escaping @Sendable () -> DeviceInventory = { DeviceInventory.thisMachine() }
  ) {
    self.screenWidth = screenWidth
    self.devices = devices
  }

  private static var usualTransport: (any HubTransport)? {
    #if os(macOS) || os(Linux)
      CurlTransport(userAgent: "device-map/\(Program.version)")
    #else
      nil
    #endif
  }
}
