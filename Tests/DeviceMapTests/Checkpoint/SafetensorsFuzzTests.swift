import DeviceMap
import Foundation
import Testing

/// Reads a whole file from memory, length field included.
func readSafetensors(_ bytes: [UInt8]) throws(CheckpointError) -> SafetensorsHeader {
  let file = ContiguousArray(bytes)
  guard file.count >= 8 else {
    throw .safetensors(SafetensorsError(file: "x", tensor: nil, offset: 0, reason: .fileTooShort(length: file.count)))
  }
  let declared = file[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  guard declared <= UInt64(file.count - 8) else {
    throw .safetensors(SafetensorsError(file: "x", tensor: nil, offset: 0, reason: .headerTooLong(declared)))
  }
  do throws(SafetensorsError) {
    return try SafetensorsHeader(
      ContiguousArray(file[8..<(8 + Int(declared))]), fileLength: file.count, path: "x"
    )
  } catch {
    throw .safetensors(error)
  }
}

@Suite("Safetensors: bad input never crashes") struct SafetensorsFuzzTests {
  private static let file: [UInt8] = {
    let tensors: [SparseCheckpoint.Tensor] = [
      ("model.embed.weight", .bf16, [8, 4]), ("h\u{e9}ad", .f32, [3]), ("scale", .f8E8M0, []), ("packed", .f4, [2, 3]),
    ]
    let (bytes, length) = SparseCheckpoint.header(tensors)
    return [UInt8](bytes) + [UInt8](repeating: 7, count: length)
  }()

  @Test("The file itself is good") func good() throws {
    let header = try readSafetensors(Self.file)
    #expect(header.count == 4)
    #expect(header.dataLength == 64 + 12 + 1 + 3)
    #expect(header.metadata.map(\.key) == ["format"] && header.metadata.map(\.value) == ["pt"])
  }

  @Test("Every truncation is refused, on disk too") func truncations() throws {
    let directory = try TemporaryDirectory()
    for length in 0..<Self.file.count {
      #expect(throws: CheckpointError.self, "\(length) bytes") { try readSafetensors(Array(Self.file[..<length])) }
      let path = try directory.write(Data(Self.file[..<length]), "cut.safetensors")
      #expect(throws: CheckpointError.self, "\(length) bytes") { try Checkpoint(at: path) }
    }
  }

  @Test("10 000 changes of one to four bytes are read or refused") func byteFlips() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    var accepted = 0
    for round in 0..<10_000 {
      var bytes = Self.file
      // Most of the changes hit the header, where everything is decided.
      let end = round % 8 == 0 ? bytes.count : bytes.count - 80
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<end, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      guard let header = try? readSafetensors(bytes) else { continue }
      accepted += 1
      #expect(header.fileLength == bytes.count, "seed \(seed), round \(round)")
      #expect(
        header.entries.allSatisfy { $0.begin <= $0.end && $0.end <= header.dataLength }, "seed \(seed), round \(round)")
    }
    print("byte flips: seed \(seed), \(accepted) of 10000 still good")
  }

  @Test("White space, order and unknown fields change nothing") func spelling() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    for round in 0..<300 {
      let tensors: [SparseCheckpoint.Tensor] = (0..<Int.random(in: 0...12, using: &random)).map { index in
        let rank = Int.random(in: 0...4, using: &random)
        return (
          "layer.\(index)." + String(repeating: "x", count: Int.random(in: 0...20, using: &random)),
          DType.allCases.filter { $0.bits >= 8 }.randomElement(using: &random) ?? .u8,
          (0..<rank).map { _ in Int.random(in: 0...9, using: &random) }
        )
      }
      let text = rewritten(tensors, &random)
      let length = tensors.reduce(0) { $0 + SparseCheckpoint.byteCount($1) }
      let header = try SafetensorsHeader(
        ContiguousArray(text.utf8), fileLength: 8 + text.utf8.count + length, path: "x")
      let found = header.entries.map { entry in
        "\(header.name(of: entry).string(in: 0..<entry.nameLength)) \(entry.dtype) \(header.dimensions[entry.shapeRange])"
      }
      let expected = tensors.map { "\($0.name) \($0.dtype) \(ContiguousArray($0.shape)[...])" }
      #expect(found.sorted() == expected.sorted(), "seed \(seed), round \(round)")
    }
  }

  /// A header that says the same in another spelling.
  private func rewritten(_ tensors: [SparseCheckpoint.Tensor], _ random: inout SeededGenerator) -> String {
    func space() -> String {
      String((0..<Int.random(in: 0...3, using: &random)).map { _ in " \t\n\r".randomElement(using: &random) ?? " " })
    }
    func list(_ opening: String, _ parts: [String], _ closing: String) -> String {
      opening + parts.map { space() + $0 + space() }.joined(separator: ",") + (parts.isEmpty ? space() : "") + closing
    }
    var end = 0
    var members = tensors.map { tensor in
      let begin = end
      end += SparseCheckpoint.byteCount(tensor)
      var fields = [
        #""dtype""# + space() + ":" + space() + "\"\(tensor.dtype.name)\"",
        #""shape""# + space() + ":" + space() + list("[", tensor.shape.map(String.init), "]"),
        #""data_offsets""# + space() + ":" + space() + list("[", ["\(begin)", "\(end)"], "]"),
      ]
      if Bool.random(using: &random) { fields.append(#""more": {"a": [1.5e3, null, "\u0041"]}"#) }
      fields.shuffle(using: &random)
      let name = Bool.random(using: &random) ? tensor.name : "\\u006c" + tensor.name.dropFirst()
      return "\"\(name)\"" + space() + ":" + space() + list("{", fields, "}")
    }
    if Bool.random(using: &random) { members.append(#""__metadata__": {"a": "b"}"#) }
    members.shuffle(using: &random)
    return space() + list("{", members, "}") + space()
  }
}
