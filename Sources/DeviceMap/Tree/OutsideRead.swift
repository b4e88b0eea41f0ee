/// When code beside the forward of its module reads a tensor, which finds nothing while the module is offloaded.
package enum OutsideRead: UInt8, Comparable, Sendable {
  case never
  /// By some runs alone: with images, sound or points, or after the first token.
  case sometimes
  case always

  package static func < (left: OutsideRead, right: OutsideRead) -> Bool { left.rawValue < right.rawValue }
}
