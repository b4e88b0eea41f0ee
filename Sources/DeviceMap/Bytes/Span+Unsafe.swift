extension Span where Element == UInt8 {
  /// The eight bytes from `offset` on, the first byte in the lowest bits. Traps when they are not all there.
  @inline(__always)
  package func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Where the first byte from `offset` on stands that is `byte` and is not followed by `other`; the count when there is
  /// none. Eight bytes a step. O(length).
  package func first(_ byte: UInt8, notBefore other: UInt8, from offset: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (wanted, unwanted) = (UInt64(byte) &* ones, UInt64(other) &* ones)
    let last = count &- 9
    var position = Swift.max(offset, 0)
    while position <= last {
      // Both words end in front of the count.
      let word = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self)
      let here = UInt64(littleEndian: word) ^ wanted
      // The high bit of each byte that is zero, the lowest of which is exact; most words have none.
      let zeros = (here &- ones) & ~here & 0x8080_8080_8080_8080
      if zeros != 0 {
        let next = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position &+ 1, as: UInt64.self)
        let there = UInt64(littleEndian: next) ^ unwanted
        let found = zeros & (~(there &- ones) | there)
        if found != 0 { return position &+ found.trailingZeroBitCount / 8 }
      }
      position &+= 8
    }
    while position < count {
      if self[position] == byte, position &+ 1 == count || self[position &+ 1] != other { return position }
      position &+= 1
    }
    return count
  }

  /// Where the first byte from `offset` on stands that ends the plain part of a JSON string: a quote, a backslash, a control
  /// character, or anything beyond ASCII. Where there is none, a place of which fewer than eight bytes are left. Eight bytes
  /// a step. O(length).
  @inline(__always)
  package func endOfPlainText(from offset: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let last = count &- 8
    var position = Swift.max(offset, 0)
    while position <= last {
      let loaded = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: position, as: UInt64.self)
      let word = UInt64(littleEndian: loaded)
      // Taking away borrows from a byte of ASCII only where the byte, or one below it, is sought: of the high bits that are
      // set, the lowest is exact.
      let quotes = (word ^ (ones &* 0x22)) &- ones
      let backslashes = (word ^ (ones &* 0x5C)) &- ones
      let controls = word &- (ones &* 0x20)
      let special = (quotes | backslashes | controls | word) & (ones &* 0x80)
      if special != 0 { return position &+ special.trailingZeroBitCount / 8 }
      position &+= 8
    }
    return position
  }

  /// The first `length` (0...8) bytes from `offset` on, the first in the lowest bits, zeros above.
  @inline(__always)
  package func partialWord(at offset: Int, length: Int) -> UInt64 {
    if length == 0 { return 0 }
    if offset &+ 8 <= count { return word(at: offset) & (UInt64.max >> UInt64(64 &- 8 &* length)) }
    var result: UInt64 = 0
    for index in 0..<length { result |= UInt64(self[offset + index]) << UInt64(8 &* index) }
    return result
  }

  /// Whether the bytes in `range` are those of `text`. O(length).
  package func equals(_ text: StaticString, in range: Range<Int>) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { buffer in
      unsafe equals(Span(_unsafeElements: buffer), at: 0, from: range.lowerBound, length: range.count)
    }
  }

  /// Whether `length` bytes from `offset` are those of `other` from `otherOffset`; traps when they are not all there.
  /// O(length).
  @inline(__always)
  package func equals(_ other: Span<UInt8>, at otherOffset: Int, from offset: Int, length: Int) -> Bool {
    precondition(length >= 0 && offset >= 0 && offset <= count &- length, "bytes that are not there")
    precondition(otherOffset >= 0 && otherOffset <= other.count &- length, "bytes that are not there")
    if length < 8 {
      return partialWord(at: offset, length: length) == other.partialWord(at: otherOffset, length: length)
    }
    // All words end within the length: the last one may repeat bytes of the one before.
    let last = length &- 8
    var done = 0
    while done < last {
      let mine = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ done, as: UInt64.self)
      let its = unsafe other.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: otherOffset &+ done, as: UInt64.self)
      if mine != its { return false }
      done &+= 8
    }
    return word(at: offset &+ last) == other.word(at: otherOffset &+ last)
  }

  /// Whether two spans hold the same bytes. O(length).
  package func equals(_ other: Span<UInt8>) -> Bool {
    count == other.count && equals(other, at: 0, from: 0, length: count)
  }

  /// Whether the bytes are those of `string`. O(length).
  package func equals(_ string: String) -> Bool {
    var string = string
    return string.withUTF8 { unsafe equals(Span(_unsafeElements: $0)) }
  }

  /// The text of the bytes in `range`; what is not UTF-8 becomes U+FFFD. O(length).
  package func string(in range: Range<Int>) -> String {
    let part = extracting(range)
    return unsafe part.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension ContiguousArray where Element == UInt8 {
  /// Appends the bytes of `source` in `range`. Amortised O(length).
  @inline(__always)
  package mutating func append(_ source: Span<UInt8>, in range: Range<Int>) {
    let part = source.extracting(range)
    unsafe part.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension Array where Element == UInt8 {
  /// Appends the UTF-8 of a literal. Amortised O(length).
  package mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }

  /// Appends the bytes of `source` in `range`. Amortised O(length).
  package mutating func append(_ source: Span<UInt8>, in range: Range<Int>) {
    let part = source.extracting(range)
    unsafe part.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Lends the bytes as a span; `Array.span` itself needs macOS 26.
  package func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outcome: Swift.Result<Result, Failure> = unsafe withUnsafeBufferPointer { buffer in
      do throws(Failure) {
        return unsafe .success(try body(Span(_unsafeElements: buffer)))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }
}

extension String {
  /// Lends the UTF-8 of the string as a span.
  package func withSpan<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var copy = self
    let outcome: Swift.Result<Result, Failure> = copy.withUTF8 { buffer in
      do throws(Failure) {
        return unsafe .success(try body(Span(_unsafeElements: buffer)))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }
}

extension StaticString {
  /// Calls `body` with the bytes of the text, which are part of the program. O(1).
  package func withBytes<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let buffer = unsafe UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    return try body(unsafe Span(_unsafeElements: buffer))
  }
}

extension UnownedJob {
  /// Runs the job to its next suspension on the thread at hand. A job runs once: the caller forgets it.
  func run(on executor: some TaskExecutor) { unsafe runSynchronously(on: executor.asUnownedTaskExecutor()) }
}
