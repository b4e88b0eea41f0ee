import Testing

@testable import DeviceMap

/// Modelling files as text: classes, the order in which constructors make children, classes that are not cut.
@Suite struct ModelingTextTests {
  private static let plain = #"""
    # class Fake(nn.Module):
    """class Documented(nn.Module):
        def __init__(self): self.wrong = nn.Linear(1, 1)"""
    import torch.nn as nn

    ATTENTION = {
        "eager": NovaAttention,  # the usual one
        "flash": NovaFlashAttention,
    }

    class NovaNorm(nn.Module):
        def __init__(self, size):
            super().__init__()
            self.weight = nn.Parameter(torch.ones(size))

    class NovaRotary(nn.Module):
        def __init__(self, config):
            super().__init__()
            self.register_buffer("inv_freq", torch.ones(4), persistent=False)

    class NovaAttention(nn.Module):
        def __init__(self, config):
            super().__init__()
            self.wo = nn.Linear(8, 8)
            self.wq = nn.Linear(8, 8)

    class NovaFlashAttention(NovaAttention):
        pass

    class NovaMLP(nn.Module):
        def __init__(self, config):
            super().__init__()
            self.down = nn.Linear(8, 8)
            self.up = nn.Sequential(nn.Linear(8, 8), nn.GELU(), nn.Linear(8, 8))

    class NovaExperts(nn.Module):
        def __init__(self, config):
            super(NovaExperts, self).__init__()
            self.gate = nn.Linear(8, 4)
            self.experts = nn.ModuleList([NovaMLP(config) for _ in range(config.n)])

    class NovaBlock(nn.Module):
        def __init__(self, config, index: int):
            super().__init__()
            self.norm = NovaNorm(8)
            self.mixer = ATTENTION[config.attention](config)
            if index % 2:
                self.mlp = NovaExperts(config)
            else:
                self.mlp = NovaMLP(config)

    class NovaPreTrained(PreTrainedModel):
        _no_split_modules = ["NovaBlock",
                             'NovaOther']

    class NovaModel(NovaPreTrained):
        def __init__(self, config):
            super().__init__(config)
            self.final = NovaNorm(8)
            self.tokens: nn.Embedding = nn.Embedding(10, 8, config.pad)
            self.rotary = NovaRotary(config)
            self.stack = nn.ModuleList(
                [NovaBlock(config, i)
                 for i in range(config.layers)]
            )
            self.drop = nn.Dropout(0.1)

        def forward(self, x):
            self.late = nn.Linear(1, 1)

    class NovaForCausalLM(NovaPreTrained):
        def __init__(self, config):
            super().__init__(config)
            self.head = nn.Linear(8, 10) if config.has_head else None
            self.model = NovaModel(config)
    """#

  private static func stored(_ names: [String]) -> StoredTensors {
    StoredTensors(names.map { (name: $0, dtype: .f32, shape: [2]) })
  }

  private static let names =
    (0..<2).flatMap { layer in
      ["mixer.wq.weight", "mixer.wo.weight", "norm.weight"].map { "model.stack.\(layer).\($0)" }
    } + ["head.weight", "model.tokens.weight", "model.final.weight", "model.extra.weight"]
    + ["up.0.weight", "up.2.weight", "down.weight"].map { "model.stack.0.mlp.\($0)" }
    + ["experts.0.up.0.weight", "experts.1.down.weight", "gate.weight"].map { "model.stack.1.mlp.\($0)" }

  private func tree(_ texts: [String], architecture: String = "NovaForCausalLM") throws -> ModuleTree {
    let config = try JSONDocument(parsing: #"{"architectures": ["\#(architecture)"], "model_type": "nova"}"#).root
    return try ModuleTree(
      config: config, tensors: Self.stored(Self.names), options: TreeOptions(), modeling: ModelingFiles(texts: texts))
  }

  private func lines(_ tree: ModuleTree) -> [String] {
    (0..<tree.count).map { "\(tree.path(of: $0)) \(tree.className(of: $0))" }
  }

  @Test func namesAndOrderAreThoseOfTheText() throws {
    let tree = try tree([Self.plain])
    #expect(
      lines(tree) == [
        " NovaForCausalLM", "head Linear", "model NovaModel", "model.final NovaNorm", "model.extra Module",
        "model.tokens Embedding", "model.rotary NovaRotary", "model.stack ModuleList",
        "model.stack.0 NovaBlock", "model.stack.0.norm NovaNorm", "model.stack.0.mixer NovaAttention",
        "model.stack.0.mixer.wo Linear", "model.stack.0.mixer.wq Linear", "model.stack.0.mlp NovaMLP",
        "model.stack.0.mlp.down Linear", "model.stack.0.mlp.up Sequential", "model.stack.0.mlp.up.0 Linear",
        "model.stack.0.mlp.up.2 Linear",
        "model.stack.1 NovaBlock", "model.stack.1.norm NovaNorm", "model.stack.1.mixer NovaAttention",
        "model.stack.1.mixer.wo Linear", "model.stack.1.mixer.wq Linear", "model.stack.1.mlp NovaExperts",
        "model.stack.1.mlp.gate Linear", "model.stack.1.mlp.experts ModuleList",
        "model.stack.1.mlp.experts.0 NovaMLP", "model.stack.1.mlp.experts.0.up Sequential",
        "model.stack.1.mlp.experts.0.up.0 Linear", "model.stack.1.mlp.experts.1 NovaMLP",
        "model.stack.1.mlp.experts.1.down Linear", "model.drop Dropout",
      ])
    #expect(tree.noSplitClasses == ["NovaBlock"])
    #expect(tree.notes.map(\.code) == ["modeling-text", "unknown-architecture"])
  }

  @Test func ofTwoFilesTheFirstCounts() throws {
    let other = "class NovaNorm(nn.Module):\n  def __init__(self):\n    self.inner = nn.Linear(1, 1)\n"
    let (two, one) = (try tree([Self.plain, other]), try tree([Self.plain]))
    #expect(lines(two) == lines(one))
  }

  /// A text that does not have the class leaves the tree as names alone give it.
  @Test func otherClassesChangeNothing() throws {
    let bare = try tree([])
    let foreign = try tree([Self.plain], architecture: "Other")
    #expect(lines(foreign).dropFirst() == lines(bare).dropFirst())
    #expect(bare.noSplitClasses == ["model.stack.*"])
    let silent = try tree(["class NovaForCausalLM:\n  pass"])
    #expect(silent.noSplitClasses == ["model.stack.*"])
  }

  @Test(arguments: [
    ("self.a = nn.Linear(1, 1)", "a Linear"),
    ("self.a = b = nn.Linear(1, 1)", ""),
    ("self.a = None", ""),
    ("self.a = self.b", ""),
    ("self.a == nn.Linear(1, 1)", ""),
    ("self.a = Thing.from_config(c)", "a from_config"),
    ("self.a = nn.Parameter(torch.zeros(3))", ""),
    ("self.a: nn.Module = X(1)", "a X"),
    ("self.a = X(1) if c else Y(2)", "a X|Y"),
    ("self.a = None if c else Y(2)", "a Y"),
    ("self.a = (X(\n  1,\n 2))", "a X"),
    ("self.add_module('a', X(1))", "a X"),
    ("self.a = nn.ModuleList([X(i) if i else Y(i) for i in range(3)])", "a ModuleList [X|Y]"),
    ("self.a = nn.ModuleList(X(i) for i in range(3))", "a ModuleList [X]"),
    ("self.a = nn.ModuleList([X(1), Y(2), X(3)])", "a ModuleList [X|Y]"),
    ("self.a = nn.ModuleList()\n    for i in range(3): self.a.append(X(i))", "a ModuleList [X]"),
    ("self.a = nn.Sequential(X(1), nn.GELU(), *rest)", "a Sequential (0 X, 1 GELU)"),
    (
      "self.a = nn.ModuleDict(dict(b=X(1), c=nn.ModuleList([Y(i) for i in r])))", "a ModuleDict (b X, c ModuleList [Y])"
    ),
    ("self.a = nn.ModuleDict({'b': X(1), 'c': Y(2, d=Z(3))})", "a ModuleDict (b X, c Y)"),
    ("self.a = nn.Sequential(OrderedDict([('b', X(1)), ('c', Y(2))]))", "a Sequential (b X, c Y)"),
    ("self.a = 'nn.Linear(1, 1)'  # X(1)", ""),
  ])
  func statements(source: String, expected: String) {
    var text = ModelingText()
    text.add(Array("class C(nn.Module):\n  def __init__(self):\n    \(source)\n".utf8))
    #expect(text.children(of: "C").map(Self.describe).joined(separator: ", ") == expected)
  }

  private static func describe(_ child: ModelingText.Child) -> String {
    var text = child.name + " " + child.classes.joined(separator: "|")
    if !child.elements.isEmpty { text += " [" + child.elements.joined(separator: "|") + "]" }
    if !child.parts.isEmpty { text += " (" + child.parts.map(describe).joined(separator: ", ") + ")" }
    return text
  }

  @Test func childrenOfBasesStandWhereTheirConstructorIsCalled() {
    var text = ModelingText()
    text.add(
      Array(
        """
        class A(nn.Module):
            def __init__(self):
                super().__init__()
                self.x = X()
                self.y = Y()
        class B(A):
            def __init__(self):
                self.first = F()
                super().__init__()
                self.y = Z()
                self.last = L()
        class C(B): pass
        class Loop(Loop2):
            def __init__(self): super().__init__()
        class Loop2(Loop):
            def __init__(self): super().__init__()
        """.utf8))
    #expect(text.children(of: "B").map(Self.describe) == ["first F", "x X", "y Z", "last L"])
    #expect(text.children(of: "C").map(Self.describe) == ["first F", "x X", "y Z", "last L"])
    #expect(text.children(of: "Loop").isEmpty)
    #expect(text.isModule("C") && !text.isModule("Loop"))
  }

  // MARK: - Any text

  /// Any bytes are read in time and without harm; changed and cut texts of the kind above, and texts made to be slow.
  @Test func anyBytesAreRead() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = SeededGenerator(seed: seed)
    func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
    let source = Array(Self.plain.utf8)
    for _ in 0..<300 {
      var bytes = source
      for _ in 0...next(12) { bytes[next(bytes.count)] = UInt8(next(256)) }
      if next(3) == 0 { bytes.removeLast(next(bytes.count)) }
      var text = ModelingText()
      text.add(bytes)
      #expect(text.classes.count <= 20, "seed \(seed)")
    }
  }

  @Test(arguments: [
    "(", "[", "{", ")", "\"", "'''", "\\", "self.a = (", "class A(", "class A:\n def __init__(self):\n  self.a = X(",
    "class A:\n", " ", "\n ", "self.a = nn.ModuleList([", "a.",
    "class A(A):\n def __init__(self): super().__init__()\n",
  ])
  func repeatedPiecesAreRead(_ piece: String) {
    var text = ModelingText()
    text.add(Array((String(repeating: piece, count: 20_000) + "\nclass Z(nn.Module):\n  pass").utf8))
    #expect(text.classes.count <= 2)
    _ = text.children(of: "A")
  }

  @Test func manyChildrenAreCutOff() {
    var source = "class A(nn.Module):\n  def __init__(self):\n"
    for index in 0..<5000 { source += "    self.a\(index) = nn.Linear(1, 1)\n" }
    var text = ModelingText()
    text.add(Array(source.utf8))
    #expect(text.children(of: "A").count == ModelingText.mostChildren)
  }

  @Test func textsBeyondTheLimitAreNotRead() {
    let head = Array("class A(nn.Module):\n  pass\n".utf8)
    for (extra, count) in [(0, 1), (1, 0)] {
      var text = ModelingText()
      text.add(head + Array(repeating: 0x0A, count: ModelingLexer.limit - head.count + extra))
      #expect(text.classes.count == count)
    }
  }
}

/// Texts that are short and would take long.
@Suite("Modelling files that ask for much work") struct HostileModelingTests {
  private func text(_ source: String) -> ModelingText {
    var text = ModelingText()
    text.add(Array(source.utf8))
    return text
  }

  @Test("A class is looked at once, however many ways lead to it") func diamonds() {
    var source = "class Z(Module):\n pass\n"
    var last = "Z"
    for level in 0..<30 {
      source += "class D\(level)(\(Array(repeating: last, count: 32).joined(separator: ","))):\n pass\n"
      last = "D\(level)"
    }
    let seconds = threadSeconds {
      var text = text(source + "class A(\(last)):\n def __init__(self):\n  super().__init__()\n  self.a = B()\n")
      #expect(text.children(of: "A").map(\.name) == ["a"])
      #expect(text.lineage(of: "A").count == 32)
    }
    #expect(seconds < 20)
  }

  @Test("Of many classes that one child may have some are told apart") func alternatives() {
    let names = (0..<20_000).map { "\"k\($0)\": X\($0)" }.joined(separator: ", ")
    var source = "C = {\(names)}\nclass A(Module):\n def __init__(self):\n"
    source += "  self.a = C[k](1) if x else C[l](2)\n"
    for index in 0..<5000 { source += "  self.b = B\(index)()\n  self.b.append(E\(index)())\n" }
    let elements = (0..<4000).map { "E\($0)()" }.joined(separator: ", ")
    source += "  self.c = ModuleList([\(elements)])\n"
    let seconds = threadSeconds {
      var text = text(source)
      #expect(text.children(of: "A").map(\.classes.count) == [16, 16, 1])
      #expect(text.children(of: "A").map(\.elements.count) == [0, 16, 16])
    }
    #expect(seconds < 20)
  }

  @Test("What bases hand down is limited") func inheritance() {
    var source = ""
    for index in 0..<600 {
      source += "class C\(index)(C\(index - 1)):\n def __init__(self):\n  super().__init__()\n"
      for child in 0..<40 { source += "  self.a\(index)_\(child) = B()\n" }
    }
    let seconds = threadSeconds {
      var text = text(source)
      let count = (0..<600).reduce(0) { $0 + text.children(of: "C\($1)").count }
      #expect(count < 1 << 20)
    }
    #expect(seconds < 20)
  }
}
