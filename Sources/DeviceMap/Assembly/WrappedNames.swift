/// The names of a checkpoint that was saved from within a wrapper, or by another framework, without what these put before
/// the names of the model.
struct WrappedNames {
  private(set) var names: NameTemplates
  private(set) var binding: TensorBinding
  /// How many tensors have no place in the model.
  private(set) var strangers: Int
  /// The prefixes that were taken away or replaced, as they are shown.
  private(set) var prefixes: [String] = []

  /// Prefixes of `DistributedDataParallel`, `torch.compile`, PEFT, and of the language model within a composite.
  static let wrappers = [
    ("module.", ""), ("_orig_mod.", ""), ("base_model.model.", ""), ("language_model.model.", "model.language_model."),
    ("language_model.", ""), ("model.language_model.", ""), ("model.visual.", ""), ("model.", ""),
    ("vision_model.", "model.visual."),
    ("vision_tower.", "visual."), ("vision_tower.", "model.visual."), ("vision_tower.", "vision_model."),
  ]

  /// More wrappers than these are never around each other.
  private static let most = 4

  /// - Parameter strangers: counts the tensors that have no place.
  init(
    _ names: NameTemplates, rules: NameRules, tree: ModuleTree, strangers count: (TensorBinding, NameTemplates) -> Int
  ) {
    func bind(_ names: NameTemplates) -> WrappedNames {
      let kept = names.keeping(rules.literals)
      let binding = TensorBinding(kept, rules: rules, tree: tree)
      return WrappedNames(names: kept, binding: binding, strangers: count(binding, kept))
    }
    var best = bind(names)
    var (plain, prefixes): (NameTemplates, [String]) = (names, [])
    // Where more than a tenth belongs nowhere the names are not the model's.
    for _ in 0..<Self.most {
      guard !rules.work.isExceeded, best.strangers > (best.prefixes.isEmpty ? names.tensors.count / 10 : 0) else {
        break
      }
      var found: (wrapped: WrappedNames, plain: NameTemplates, prefix: String)?
      for (prefix, other) in Self.wrappers {
        guard let shorter = plain.replacingPrefix(prefix, with: other) else { continue }
        let wrapped = bind(shorter)
        // What stands before all names may be around another wrapper.
        let isAround = other.isEmpty && found == nil && plain.count(beginningWith: prefix) == names.tensors.count
        if wrapped.strangers < (found?.wrapped.strangers ?? best.strangers) || isAround {
          found = (wrapped, shorter, prefix)
        }
      }
      guard let found else { break }
      plain = found.plain
      prefixes.append(found.prefix)
      guard found.wrapped.strangers < best.strangers else { continue }
      best = found.wrapped
      best.prefixes = prefixes
    }
    self = best
  }

  private init(names: NameTemplates, binding: TensorBinding, strangers: Int, prefixes: [String] = []) {
    self.names = names
    self.binding = binding
    self.strangers = strangers
    self.prefixes = prefixes
  }

  /// What to say of it, nil where nothing was done.
  var note: Note? {
    guard !prefixes.isEmpty else { return nil }
    let list = prefixes.map { "'\($0)'" }.joined(separator: " and ")
    return Note(
      .warning, code: "wrapped-names",
      "the names in the files begin with \(list), which the model has not: they are taken as the loaded model has them; "
        + "transformers would not find them")
  }
}
