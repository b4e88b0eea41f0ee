/// What the catalog says about one module class: its children and its own tensors, in order.
package final class ClassEntry {
  package typealias Symbol = SymbolTable.Symbol

  /// Name in the catalog, with the variant (`SwinStage@1`).
  package let name: String
  /// Name of the Python class.
  package let className: Symbol
  package let unit: CatalogUnit
  /// Whether it is a pretrained model, with a config of its own, ties and no-split classes.
  package let isModel: Bool
  /// The config class of a model (`LlamaConfig` or `llama.LlamaConfig`).
  package let config: String?
  /// What the entry itself says about where it comes from; nil for what its unit says.
  package var provenance: Provenance?
  package var body: [Item] = []
  package var noSplit: [String] = []
  package var noPlacement: [String] = []
  package var ties: [Tie] = []
  package var defaults: [(Symbol, CatalogValue)] = []
  /// `base_model_prefix`.
  package var base = ""
  /// Parts of paths whose parameters stay float32 when the model is loaded in float16 (`_keep_in_fp32_modules`).
  package var keptFloat32: [String] = []
  /// The same for float16 and bfloat16 (`_keep_in_fp32_modules_strict`).
  package var keptFloat32Strict: [String] = []
  /// Paths of tensors below the module that are read otherwise than by the forward of the module that owns them.
  package var readOutside: [OutsideFact] = []
  /// A linear layer by inheritance.
  package var isLinear = false
  /// The output embedding of a model, where that is no `lm_head` of its own.
  package var output: String?
  /// Comes from code beside the checkpoint: no conversion of the library applies.
  package var isRemote = false

  init(name: String, className: Symbol, unit: CatalogUnit, isModel: Bool, config: String?) {
    self.name = name
    self.className = className
    self.unit = unit
    self.isModel = isModel
    self.config = config
  }

  /// Tensors that are read otherwise than by the forward of their module, and when.
  package struct OutsideFact {
    package var paths: [String]
    package var when: OutsideRead
    /// By the whole model alone, not by a part that is handed what they would give.
    package var isOfRoot: Bool
    package var condition: Expression?
    package var line: Int
  }

  /// Tensors that take the storage of others, both by name or pattern.
  package struct Tie {
    package let target: String
    package let source: String
    /// Whether the constructor gives both one object, whatever `tie_word_embeddings` says.
    package let isUnconditional: Bool
  }

  /// One line of a class, with what is nested in it.
  package indirect enum Item {
    case require(Expression, line: Int)
    /// The first branch whose condition holds; `else` has none.
    case branches([(condition: Expression?, body: [Item], line: Int)])
    case each(Symbol, count: Expression, body: [Item], line: Int)
    case tensors([TensorFact])
    case child(ChildFact)
  }

  /// A parameter or buffer.
  package struct TensorFact {
    package var name: Name
    package var kind: TensorKind
    /// Nil when the catalog knows no closed form.
    package var shape: [Expression]?
    /// Nil for what follows the model's dtype.
    package var dtype: DType?
    package var condition: Expression?
    package var line: Int
  }

  /// The name of a child or tensor.
  package enum Name {
    case fixed(Symbol)
    /// `-`: the next number.
    case next
    /// Text with expressions in braces.
    case template([Part])

    package enum Part {
      case text(String)
      case value(Expression)
    }
  }

  package final class ChildFact {
    package var name: Name
    package var target: Target
    package var line: Int
    /// Arguments; those named `$x` alone hand the parent's argument on.
    package var arguments: [(Symbol, Expression)] = []
    package var configs: [ConfigUse] = []
    /// What the floating tensors of the child and below it are cast to (`to float32`).
    package var dtype: DType?
    package var tensors: [TensorFact] = []
    package var body: [Item] = []

    init(name: Name, target: Target, line: Int) {
      self.name = name
      self.target = target
      self.line = line
    }
  }

  package enum Target {
    case activation(Expression)
    case auto(table: String)
    /// A class of the catalog, found when it is first built.
    case named(String)
    /// A module without description of its own: class, tensors and children stand at the place.
    case inline(Symbol)
    /// The object that stands at a path already, below this module or one around it.
    case same(path: [Symbol])
  }

  /// `using path with a = b`: the config that a child gets, as its main one or as an argument.
  package struct ConfigUse {
    package var argument: Symbol?
    package var path: Expression?
    package var changes: [(Symbol, Expression)] = []
  }
}

/// What the catalog says about one config class.
package final class ConfigKind {
  package typealias Symbol = SymbolTable.Symbol

  package let name: String
  package let unit: CatalogUnit
  package let modelType: String
  /// The fields of a config around it that may hold it (`base_config_key`).
  package var baseConfigKeys: [String] = []
  /// Derived fields whose value in config.json is set after all derivations, and so wins.
  package var givenLast: Set<Symbol> = []
  package var aliases: [Symbol: Symbol] = [:]
  /// What the file says under another name of a field is there before anything is derived.
  package var setsRenamedFirst = false
  package var defaults: [Symbol: CatalogValue] = [:]
  /// Fields that are computed, in order; each sees those before it, and a field may be set twice.
  package var derived: [(name: Symbol, expression: Expression, line: Int)] = []
  package private(set) var derivedNames: Set<Symbol> = []
  package var subConfigs: [Symbol: SubConfig] = [:]

  init(name: String, unit: CatalogUnit, modelType: String) {
    self.name = name
    self.unit = unit
    self.modelType = modelType
  }

  package struct SubConfig {
    /// A config class, or the model type to assume when the sub-config names none.
    package var target: String
    package var isByType: Bool
    package var isOptional: Bool
    /// Where the sub-config is absent, the fields stand in the config around it.
    package var isFlat: Bool
    /// Whether what the file says of it is laid over the default object instead of replacing it.
    package var isMerged: Bool
    /// An object under the key with `_dict` behind it wins, with the defaults of its class.
    package var isOverlaid = false
    /// The key that older files have for it.
    package var oldKey: String?
    package var defaults: CatalogDictionary
  }

  func addDerived(_ name: Symbol, _ expression: Expression, line: Int) {
    derived.append((canonical(name), expression, line))
    derivedNames.insert(canonical(name))
  }

  package func canonical(_ name: Symbol) -> Symbol { aliases[name] ?? name }

  /// Whether `name` is no field of the class, but another name of one: config classes set such attributes after their
  /// fields. The class may declare a field under either of its names.
  func isSetLast(_ name: Symbol) -> Bool {
    guard defaults[name] == nil else { return false }
    guard let field = aliases[name] else { return aliases.contains { $0.value == name && defaults[$0.key] != nil } }
    return subConfigs[field] == nil && defaults[field] != nil
  }
}
