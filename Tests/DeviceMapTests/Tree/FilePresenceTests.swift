import DeviceMap
import Testing

/// What the catalog leaves open (`?`) is decided by the names of the tensors; order and classes stay those of the catalog.
@Suite("Open places of the catalog") struct FilePresenceTests {
  private static let catalog = """
    unit tiny
    config TinyConfig : tiny
      hidden_size = 8
    class TinyBlock
      norm: LayerNorm[$width] bias if ?
      if ?
        gate: Linear[$width, hidden_size]
      elif ?
        up: Linear[?]
      else
        plain: Identity
      out: Linear[hidden_size, hidden_size]
    model TinyModel : TinyConfig
      no_split TinyBlock
      base tiny
      embed: Embedding[100, hidden_size]
      blocks: ModuleList
        each i < ?
          -: TinyBlock(width = ?, unused = ?)
      parts: ModuleList
        each i < ?
          part{i}: Linear[hidden_size, hidden_size]
      head: Linear[100, hidden_size]
    convert tiny
      rename "^old\\." -> "blocks."
    """

  private static func tree(_ tensors: [(name: String, dtype: DType, shape: [Int])]?) throws -> ModuleTree {
    var options = TreeOptions()
    options.catalog = try Catalog.builtIn.added(catalog)
    let json = try JSONDocument(parsing: #"{"architectures": ["TinyModel"], "model_type": "tiny"}"#).root
    return try ModuleTree(config: json, tensors: tensors.map { StoredTensors($0) }, options: options)
  }

  @Test func decidedByNames() throws {
    let tree = try Self.tree([
      ("head.weight", .f32, [100, 8]), ("old.0.out.weight", .f32, [8, 8]), ("old.0.norm.weight", .f32, [8]),
      ("old.0.norm.bias", .f32, [8]), ("old.0.gate.weight", .f32, [8, 8]), ("old.1.up.weight", .f32, [4, 8]),
      ("old.1.norm.weight", .f32, [8]), ("old.1.out.weight", .f32, [8, 8]), ("old.2.norm.weight", .f32, [8]),
      ("old.2.out.weight", .f32, [8, 8]), ("parts.part0.weight", .f32, [8, 8]), ("embed.weight", .f32, [100, 8]),
      ("parts.part1.weight", .f32, [8, 8]),
    ])
    #expect(
      tree.lines == [
        "embed Embedding 3200", "blocks ModuleList 1280", "blocks.0 TinyBlock 576", "blocks.0.norm LayerNorm 64",
        "blocks.0.gate Linear 256", "blocks.0.out Linear 256", "blocks.1 TinyBlock 416", "blocks.1.norm LayerNorm 32",
        "blocks.1.up Linear 128", "blocks.1.out Linear 256", "blocks.2 TinyBlock 288", "blocks.2.norm LayerNorm 32",
        "blocks.2.plain Identity 0", "blocks.2.out Linear 256", "parts ModuleList 512", "parts.part0 Linear 256",
        "parts.part1 Linear 256", "head Linear 3200",
      ])
    #expect(tree.noSplitClasses == ["TinyBlock"])
    #expect(tree.notes.map(\.code) == ["from-headers"])
  }

  /// Config alone decides nothing of it.
  @Test func configAlone() {
    #expect {
      try Self.tree(nil)
    } throws: { error in
      guard case TreeError.needsHeaders = error else { return false }
      return true
    }
  }

  /// A number far beyond the rest makes no list of that length.
  @Test func absurdNumber() throws {
    let tree = try Self.tree([("blocks.900000000.out.weight", .f32, [8, 8]), ("embed.weight", .f32, [100, 8])])
    #expect(tree.count < 1000)
    #expect(tree.notes.map(\.code).contains("unknown-architecture"))
  }
}
