import DeviceMap
import Foundation
import Testing

@Suite("Bytes") struct BytesTests {
  @Test("A table gives each name one number, in the order of arrival") func table() {
    var random = SeededGenerator(seed: 1)
    var table = ByteTable()
    var expected: [[UInt8]: Int32] = [:]
    for _ in 0..<5000 {
      let name = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
      let (id, isNew) = name.withSpan { table.insert($0, in: 0..<$0.count) }
      #expect(isNew == (expected[name] == nil))
      if isNew { expected[name] = Int32(expected.count) }
      #expect(expected[name] == id)
    }
    #expect(table.count == expected.count)
    for (name, id) in expected {
      #expect(table.string(id) == String(decoding: name, as: UTF8.self))
      let found = name.withSpan { table.find($0, in: 0..<$0.count) }
      #expect(found == id)
    }
    #expect(table.find("abcd") == nil)
    // Equal as Unicode text, not as bytes.
    #expect(table.insert("é").isNew && table.insert("e\u{301}").isNew && !table.insert("é").isNew)
  }

  @Test("Spans are compared by all of their bytes, at every length and offset") func equality() {
    let bytes = (0..<64).map { UInt8($0) }
    for length in 0...40 {
      for start in 0..<8 {
        let part = Array(bytes[start..<start + length])
        let (same, shifted) = bytes.withSpan { whole in
          part.withSpan { part in
            (
              whole.equals(part, at: 0, from: start, length: length),
              whole.equals(part, at: 0, from: start + 1, length: length)
            )
          }
        }
        #expect(same && shifted == (length == 0))
        for changed in part.indices {
          var other = part
          other[changed] ^= 0x80
          let isEqual = part.withSpan { left in other.withSpan { left.equals($0) } }
          let hashes = [part, other].map { $0.withSpan { ByteHash.process($0) } }
          #expect(!isEqual && hashes[0] != hashes[1])
        }
      }
    }
  }

  @Test("UTF-8 is judged as the standard library does") func utf8() {
    var random = SeededGenerator(seed: 2)
    let pool: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEE, 0xEF,
      0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    var valid = 0
    for _ in 0..<50_000 {
      let bytes = (0..<Int.random(in: 0...5, using: &random)).map { _ in pool.randomElement(using: &random) ?? 0 }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      valid += isValid ? 1 : 0
      let isFound = bytes.withSpan { $0.firstInvalidUTF8 == nil }
      #expect(isFound == isValid, "\(bytes)")
    }
    #expect(valid > 1000)
  }

  @Test("Integers in decimal", arguments: [0, 7, 10, -1, 1234567890, Int.max, Int.min]) func integers(_ value: Int) {
    var buffer = OutputBuffer()
    buffer.append(value)
    #expect(buffer.string == String(value))
  }

  @Test("Output gathers text, bytes and literals") func output() {
    var buffer = OutputBuffer()
    buffer.append("é: " as StaticString)
    buffer.append("text".dropFirst())
    buffer.append(byte: 0x21, count: 3)
    buffer.append(UInt64.max)
    #expect(buffer.string == "é: ext!!!18446744073709551615")
    #expect(buffer.count == buffer.bytes.count)
  }

  @Test("Work is done once for each index, whatever the number of threads", arguments: [1, 2, 3, 16, 100])
  func workers(_ threads: Int) {
    for count in [0, 1, 2, 50] {
      #expect(Workers.map(count, threads: threads) { $0 * $0 } == ContiguousArray((0..<count).map { $0 * $0 }))
    }
  }
}

/// Searching eight bytes at a time finds what looking at each byte finds.
@Suite struct SpanSearchTests {
  @Test func firstNotBefore() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        [10, 11, 32, 33, 65, 138, 160].randomElement(using: &random)! as UInt8
      }
      let start = Int.random(in: 0...bytes.count, using: &random)
      let expected = (start..<bytes.count).first { index in
        bytes[index] == 10 && (index + 1 == bytes.count || bytes[index + 1] != 32)
      }
      let found = bytes.withSpan { $0.first(10, notBefore: 32, from: start) }
      #expect(found == expected ?? bytes.count, "\(bytes) from \(start), seed \(seed)")
    }
  }
}
