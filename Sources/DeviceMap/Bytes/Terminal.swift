#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The screen that stderr goes to.
package enum Terminal {
  /// Columns of the terminal behind stderr; nil if it is none or does not say.
  package static var width: Int? {
    guard isatty(2) == 1 else { return nil }
    var size = winsize()
    guard unsafe ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
