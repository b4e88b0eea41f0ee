import DeviceMap
import Testing

/// Tensors whose descriptions are written as others before them, which are read by comparing bytes.
@Suite("Safetensors: repeated descriptions") struct KnownDescriptionTests {
  private struct Header {
    var bytes: [UInt8]
    /// Where the marks stand.
    var marks: Set<Int>
    /// The bytes of data.
    var data: Int
  }

  /// A header whose tensors have one of a few descriptions.
  ///
  /// - Parameter marks: whether each has a field of its own before the others, so that none is as another. Marks have
  ///   the same length in all.
  private static func header(_ count: Int, kinds: Int, spaces: String, marks: Bool) -> Header {
    var text = "{"
    var end = 0
    var marked = Set<Int>()
    for number in 0..<count {
      let (rows, dtype) = (number % kinds + 1, number % 2 == 0 ? "F16" : "I16")
      let mark = marks ? #""n":\#(100_000 + number),"# : #""n":100000,"#
      let begin = end
      end += rows * 6
      text += #"\#(number == 0 ? "" : ",")"layers.\#(number).weight":{"#
      marked.formUnion(text.utf8.count..<text.utf8.count + mark.utf8.count)
      text += #"\#(mark)"dtype":"\#(dtype)","#
      text += #""shape":[\#(rows),3],"data_offsets":[\#(begin),\#(spaces)\#(end)]}"#
    }
    return Header(bytes: Array((text + "}").utf8), marks: marked, data: end)
  }

  /// What is read, or why not: all that can be asked of either.
  private func outcome(_ header: [UInt8], data: Int) -> String {
    do throws(SafetensorsError) {
      let header = try SafetensorsHeader(
        ContiguousArray(header), fileLength: 8 + header.count + data, path: "x", completeness: .wholeFile)
      return header.entries.map { entry in
        let name = header.name(of: entry)
        return "\(name.string(in: 0..<name.count)) \(entry.dtype) \(header.dimensions[entry.shapeRange]) "
          + "\(entry.begin) \(entry.end)"
      }.joined(separator: "\n")
    } catch {
      return "\(error.tensor ?? "-") \(error.offset) \(error.reason)"
    }
  }

  @Test("are read as if they were written for the first time", arguments: [1, 2, 7, 8, 9, 20], ["", " "])
  func same(kinds: Int, spaces: String) {
    let repeated = Self.header(40, kinds: kinds, spaces: spaces, marks: false)
    let marked = Self.header(40, kinds: kinds, spaces: spaces, marks: true)
    let read = outcome(repeated.bytes, data: repeated.data)
    #expect(read == outcome(marked.bytes, data: marked.data))
    #expect(read.split(separator: "\n").count == 40)
  }

  @Test("are refused with the same reason at the same place, whatever byte is wrong") func changed() {
    let repeated = Self.header(12, kinds: 3, spaces: "", marks: false)
    let marked = Self.header(12, kinds: 3, spaces: "", marks: true)
    #expect(repeated.bytes.count == marked.bytes.count)
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let odd = Array(#"0123456789"{}[],:. -+eEx\"#.utf8) + [0x80, 0, 0x20]
    for place in repeated.bytes.indices where !repeated.marks.contains(place) {
      for byte in [odd.randomElement(using: &random) ?? 0, odd.randomElement(using: &random) ?? 0] {
        var (one, other) = (repeated.bytes, marked.bytes)
        (one[place], other[place]) = (byte, byte)
        let (left, right) = (outcome(one, data: repeated.data), outcome(other, data: marked.data))
        #expect(left == right, "byte \(byte) at \(place), seed \(seed)")
      }
    }
  }

  @Test("Metadata and names with escapes are never taken for a tensor that is repeated") func others() {
    let tensor = #"{"dtype":"U8","shape":[1],"data_offsets":["#
    let twice = #"{"a":\#(tensor)0,1]},"__metadata__":\#(tensor)1,2]}}"#
    #expect(outcome(Array(twice.utf8), data: 2).contains("metadata"))
    let escaped = #"{"a":\#(tensor)0,1]},"\u0062":\#(tensor)1,2]},"c":\#(tensor)2,3]}}"#
    #expect(outcome(Array(escaped.utf8), data: 3) == "a u8 [1] 0 1\nb u8 [1] 1 2\nc u8 [1] 2 3")
  }

  @Test("The order of bytes", arguments: ["", "a", "ab", "abcdefgh", "abcdefghi", "abcdefgz", "é", "zz", "a\u{0}"])
  func order(_ text: String) {
    for other in ["", "a", "ab", "abcdefgh", "abcdefghj", "é", "z", "a\u{0}b", "abcdefghijklmnopq"] {
      #expect(text.precedes(other) == text.utf8.lexicographicallyPrecedes(other.utf8), "\(text) \(other)")
    }
  }
}
