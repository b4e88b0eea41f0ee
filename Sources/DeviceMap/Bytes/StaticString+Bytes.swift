extension StaticString {
  /// Calls `body` with the bytes of the text, which are part of the program. O(1).
  package func withBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let buffer = unsafe UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    return try body(unsafe Span(_unsafeElements: buffer))
  }
}
