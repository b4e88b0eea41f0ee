/// What a command knows of the world around it; everything else it reads from files.
package struct ProgramEnvironment: Sendable {
  /// Columns of the terminal that stderr goes to; nil if it is none.
  package var screenWidth: Int?

  /// What the machine has; asked only when a command needs it.
  package var devices: @Sendable () -> DeviceInventory

  package init(
    screenWidth: Int? = nil, devices: @escaping @Sendable () -> DeviceInventory = { DeviceInventory.thisMachine() }
  ) {
    self.screenWidth = screenWidth
    self.devices = devices
  }
}
