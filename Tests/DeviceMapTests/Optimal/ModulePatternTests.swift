import DeviceMap
import Testing

@Suite struct ModulePatternTests {
  let tree = ModuleTree {
    Module("model") {
      Module("embed", bytes: 1)
      Module("layers") {
        for index in 0..<12 {
          Module("\(index)", class: "Block") {
            Module("mlp") { Module("experts", bytes: 1) }
            Module("attn", bytes: 1)
          }
        }
      }
    }
    Module("head", bytes: 1)
  }

  @Test(arguments: [
    ("head", ["head"]),
    ("model.embed", ["model.embed"]),
    ("embed", []),
    ("model.layers.1", ["model.layers.1"]),
    ("model.layers.1*", ["model.layers.1", "model.layers.10", "model.layers.11"]),
    ("model.layers.{9-11}", ["model.layers.9", "model.layers.10", "model.layers.11"]),
    (
      "model.layers.{0,3,10-11}.attn",
      [
        "model.layers.0.attn", "model.layers.3.attn", "model.layers.10.attn", "model.layers.11.attn",
      ]
    ),
    ("model.layers.{2-2}.*", ["model.layers.2.mlp", "model.layers.2.attn"]),
    ("**.layers.7.**.experts", ["model.layers.7.mlp.experts"]),
    ("**.embed", ["model.embed"]),
    ("{head,model}", ["model", "head"]),
    ("**", [""]),
    ("model.**", ["model"]),
    ("*", ["model", "head"]),
    ("m*l.e{mb}ed", ["model.embed"]),
    ("model.layers.{01-2}", ["model.layers.1", "model.layers.2"]),
  ])
  func matchesWholePaths(pattern: String, paths: [String]) throws {
    #expect(try ModulePattern(pattern).moduleIndices(in: tree).map { tree.path(of: $0) } == paths)
  }

  @Test(arguments: [
    ("", ModulePatternError.empty), ("a..b", .emptyComponent(at: 2)), (".a", .emptyComponent(at: 0)),
    ("a.", .emptyComponent(at: 2)), ("a{b", .unclosedBrace(at: 1)), ("a{}", .emptyAlternative(at: 2)),
    ("a{b,}", .emptyAlternative(at: 4)), ("{9-3}", .badRange(at: 1)), ("a}", .unexpected(at: 1)),
    ("a**", .unexpected(at: 0)), ("x.{a.b}", .unexpected(at: 4)),
    ("{1-99999999999999999999}", .badRange(at: 1)),
  ])
  func refusesWhatMeansNothing(pattern: String, error: ModulePatternError) {
    #expect(throws: error) { try ModulePattern(pattern) }
  }

  @Test func aListKeepsCommasInBraces() throws {
    #expect(try ModulePattern.list("a.{1,2},b").map(\.text) == ["a.{1,2}", "b"])
    #expect(throws: ModulePatternError.empty) { try ModulePattern.list("a,") }
  }

  /// Every pattern made of a path by putting `*` for one of its components matches that path.
  @Test func aStarStandsForAnyComponent() throws {
    for module in 1..<tree.count {
      let parts = tree.path(of: module).split(separator: ".").map(String.init)
      for index in parts.indices {
        var other = parts
        other[index] = "*"
        #expect(try ModulePattern(other.joined(separator: ".")).moduleIndices(in: tree).contains(module))
      }
    }
  }
}
