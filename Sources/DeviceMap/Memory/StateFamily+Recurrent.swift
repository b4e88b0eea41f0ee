extension StateFamily {
  /// What a recurrent layer keeps: the last inputs of its convolution, and its state.
  func recurrence(_ kind: LayerKind, _ config: ConfigFields) throws(StateError) -> [StateTerm] {
    switch self {
    case .gatedDelta: return try gatedDelta(config)
    case .kimiDelta: return try kimiDelta(config)
    case .mamba1, .mamba1WithAttention: return try mamba1(config)
    case .mamba2, .mamba2WithAttention, .mamba2BesideAttention: return try mamba2(config)
    case .shortConvolution: return [try shortConvolution(config)]
    case .lightning: return [try lightning(config)]
    case .convolutionBesideAttention: return [try convolutionsBeside(kind, config)]
    case .delayedValues: return try delayedValues(config)
    case .weightedMean: return try weightedMean(config)
    case .gatedLinear: return try gatedLinear(config)
    default: throw .unknownLayerKind("linear_attention", layer: 0)
    }
  }

  private func convolution(_ width: Int, _ kernel: Int) throws(StateError) -> StateTerm {
    StateTerm(try product(width, kernel), .fixed, .model, "B x \(width) x kernel \(kernel) e")
  }

  private func gatedDelta(_ config: ConfigFields) throws(StateError) -> [StateTerm] {
    let keyHeads = try config.size("linear_num_key_heads")
    let valueHeads = try config.size("linear_num_value_heads")
    let keyWidth = try config.size("linear_key_head_dim")
    let valueWidth = try config.size("linear_value_head_dim")
    let width = try product(2, keyHeads, keyWidth) + (try product(valueHeads, valueWidth))
    return [
      try convolution(width, try config.size("linear_conv_kernel_dim")),
      StateTerm(
        try product(valueHeads, keyWidth, valueWidth), .fixed, .float32,
        "B x \(valueHeads) heads x \(keyWidth) x \(valueWidth) x 4"),
    ]
  }

  /// Inputs in the dtype of the model; numerator, denominator and greatest exponent of the mean in single precision.
  private func weightedMean(_ config: ConfigFields) throws(StateError) -> [StateTerm] {
    let width = try config.size("hidden_size")
    return [
      StateTerm(try product(2, width), .fixed, .model, "B x 2 x \(width) e"),
      StateTerm(try product(3, width), .fixed, .float32, "B x 3 x \(width) x 4"),
    ]
  }

  /// The last inputs of a convolution, with the newest one as after each step, and a state in single precision.
  private func gatedLinear(_ config: ConfigFields) throws(StateError) -> [StateTerm] {
    let width = try config.size("lru_width")
    return [
      try convolution(try config.size("hidden_size"), try config.size("conv1d_width")),
      StateTerm(width, .fixed, .float32, "B x \(width) x 4"),
    ]
  }

  private func kimiDelta(_ config: ConfigFields) throws(StateError) -> [StateTerm] {
    let heads = try config.size("linear_num_heads")
    let width = try config.size("linear_head_dim")
    return [
      try convolution(
        try product(3, heads, width), try config.size("linear_conv_kernel_dim", "short_conv_kernel_size")),
      StateTerm(try product(heads, width, width), .fixed, .float32, "B x \(heads) heads x \(width) x \(width) x 4"),
    ]
  }

  private func mamba1(_ config: ConfigFields) throws(StateError) -> [StateTerm] {
    let inner = try innerWidth(config)
    let state = try config.size("mamba_d_state", "state_size")
    return [
      try convolution(inner, try config.size("mamba_d_conv", "conv_kernel")),
      StateTerm(try product(inner, state), .fixed, .float32, "B x \(inner) x state \(state) x 4"),
    ]
  }

  /// Channels of a Mamba mixer; a model of nothing but mixers states them as its intermediate size, which need not be
  /// the factor of the hidden size.
  private func innerWidth(_ config: ConfigFields) throws(StateError) -> Int {
    let stated = config.int("mamba_d_ssm") ?? (self == .mamba1 ? config.int("intermediate_size") : nil)
    if let stated { return stated }
    return try product(try config.size("hidden_size"), try config.size("mamba_expand", "expand"))
  }

  private func mamba2(_ config: ConfigFields) throws(StateError) -> [StateTerm] {
    let state = try config.size("mamba_d_state", "state_size", "ssm_state_size")
    let groups = try config.size("mamba_n_groups", "mamba_ngroups", "n_groups")
    let heads = try config.size("mamba_n_heads", "mamba_num_heads", "n_mamba_heads", "num_heads")
    let inner = try mamba2Width(config, heads: heads)
    let headWidth = config.int("mamba_d_head", "mamba_head_dim", "mamba_headdim") ?? (inner / heads)
    return [
      try convolution(inner + (try product(2, groups, state)), try config.size("mamba_d_conv", "conv_kernel")),
      StateTerm(
        try product(heads, headWidth, state), .fixed, .float32,
        "B x \(heads) heads x \(headWidth) x state \(state) x 4"),
    ]
  }

  /// Nemotron gives heads and their width, the others a factor of the hidden size.
  private func mamba2Width(_ config: ConfigFields, heads: Int) throws(StateError) -> Int {
    guard config.modelType == "nemotron_h" else { return try innerWidth(config) }
    return try product(heads, try config.size("mamba_head_dim"))
  }

  private func shortConvolution(_ config: ConfigFields) throws(StateError) -> StateTerm {
    try convolution(try config.size("hidden_size"), try config.size("conv_L_cache"))
  }

  /// Inkling: keys, values and both outputs of a layer each pass a convolution, which is kept in single precision.
  private func convolutionsBeside(_ kind: LayerKind, _ config: ConfigFields) throws(StateError) -> StateTerm {
    let heads = try AttentionHeads(config, isFull: kind == .hybrid)
    let keys = try product(heads.cached, heads.keyWidth)
    let width = try product(2, keys + (try config.size("hidden_size")))
    let kernel = try config.size("conv_kernel_size", "sconv_kernel_size")
    return StateTerm(try product(width, kernel), .fixed, .float32, "B x \(width) x kernel \(kernel) x 4")
  }

  /// ZAYA: queries and keys pass two convolutions, and half of the values comes from the token before.
  private func delayedValues(_ config: ConfigFields) throws(StateError) -> [StateTerm] {
    let heads = try AttentionHeads(config, isFull: true)
    let kernel = try config.size("cca_time0") + (try config.size("cca_time1")) - 2
    guard kernel > 0 else { throw .notPositive("cca_time0", kernel) }
    let values = try product(heads.cached, heads.keyWidth) / 2
    return [
      try convolution(try product(heads.all + heads.cached, heads.keyWidth), kernel),
      StateTerm(values, .fixed, .model, "B x \(values) values of the token before e"),
    ]
  }

  private func lightning(_ config: ConfigFields) throws(StateError) -> StateTerm {
    let heads = try AttentionHeads(config, isFull: true)
    return StateTerm(
      try product(heads.all, heads.keyWidth, heads.keyWidth), .fixed, .model,
      "B x \(heads.all) heads x \(heads.keyWidth) x \(heads.keyWidth) e")
  }

  /// DeepSeek V4: a window of whole tokens, whose keys are their values, then one entry for each `rate` tokens; tokens
  /// wait in a buffer until there are enough for the next entry.
  func compressed(rate: Int, sparse: Bool, window: Int, _ config: ConfigFields) throws(StateError) -> [StateTerm] {
    let width = try config.size("head_dim")
    let index = sparse ? try config.size("index_head_dim") : 0
    // The sparse kind compresses twice as wide entries and keeps the last group whole, for overlaps.
    let waiting = try product(2, sparse ? 2 : 1, width + index)
    var terms = [
      StateTerm(try product(2, width), .window(window), .cache, "B min(T, \(window) - 1) x 2 x \(width) e"),
      StateTerm(width + index, .groups(of: rate), .model, "B (T / \(rate)) x \(width + index) e"),
      StateTerm(waiting, .remainder(of: rate), .model, "B (T mod \(rate)) x \(waiting) e"),
    ]
    if sparse {
      // Its gates have a bias that is kept in single precision.
      let overlap = try product(rate, width + index)
      terms.append(StateTerm(overlap, .fixed, .model, "B x \(overlap) e, once there is a group", .derived))
      terms.append(StateTerm(overlap, .fixed, .float32, "B x \(overlap) x 4, once there is a group", .derived))
    }
    return terms
  }
}
