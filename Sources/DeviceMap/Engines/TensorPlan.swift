/// The tensor and expert parallel plans of transformers 5.23.0 (`base_model_tp_plan`, `base_model_ep_plan` of its configs,
/// `_tp_plan` of its classes), as `Fixtures/oracle/engines` records them.
///
///     types llama mistral qwen2
///     tp layers.*.self_attn.q_proj colwise
///     ep layers.*.mlp.experts.down_proj grouped_gemm
///     classes LlamaForCausalLM
///     tp lm_head colwise_gather_output
struct TensorPlan {
  /// What the plan says of a module or a parameter.
  struct Rule: Hashable {
    /// Components of a path, `*` for a number.
    let path: [Substring]
    let style: Substring
  }

  private(set) var tensor: [Rule] = []
  private(set) var experts: [Rule] = []

  var isEmpty: Bool { tensor.isEmpty }

  /// The plan of the models of a type; empty where none was recorded. O(length of the text).
  init(modelType: String) { self.init(block: "types", naming: modelType) }

  /// What a class adds to the plan of its base model.
  init(architecture: String) { self.init(block: "classes", naming: architecture) }

  private init(block word: String, naming name: String) {
    guard !name.isEmpty else { return }
    var isMeant = false
    for line in tensorPlanText.split(separator: "\n") {
      let words = line.split(separator: " ")
      switch words.first {
      case "types", "classes":
        if isMeant { return }
        isMeant = words[0] == word && words.dropFirst().contains(Substring(name))
      case "tp" where isMeant: tensor.append(Rule(path: words[1].split(separator: "."), style: words[2]))
      case "ep" where isMeant: experts.append(Rule(path: words[1].split(separator: "."), style: words[2]))
      default: break
      }
    }
  }

  /// The style of the rule for a path, whose last components it names; nil for none.
  static func style(of path: [Substring], in rules: [Rule]) -> Substring? {
    rules.first { matches(path, $0.path) }?.style
  }

  /// Whether a path ends as a rule says, and what stands before is no list of layers.
  private static func matches(_ path: [Substring], _ rule: [Substring]) -> Bool {
    guard path.count >= rule.count else { return false }
    guard path.dropLast(rule.count).allSatisfy({ Int($0) == nil }) else { return false }
    return zip(path.suffix(rule.count), rule).allSatisfy { $1 == "*" ? Int($0) != nil : $0 == $1 }
  }
}
