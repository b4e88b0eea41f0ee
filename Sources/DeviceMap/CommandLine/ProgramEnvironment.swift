/// What a command knows of the world around it; everything else it reads from files.
package struct ProgramEnvironment: Sendable {
  /// Columns of the terminal that stderr goes to; nil if it is none.
  package var screenWidth: Int?

  package init(screenWidth: Int? = nil) {
    self.screenWidth = screenWidth
  }
}
