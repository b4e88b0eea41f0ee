extension ModelLoading {
  /// The arguments of vLLM and SGLang, whose names they have in common, that make them load what was planned.
  ///
  /// Both take `--dtype`, of which they know the three of torch that models are computed in, `--revision` and
  /// `--trust-remote-code`.
  ///
  /// - Throws: ``ExportError`` where they load nothing like it.
  package func servingArguments(_ target: ExportTarget) throws(ExportError) -> [String] {
    try checkRoot(target)
    var words: [String] = []
    switch request {
    case .automatic: break
    case .unasked: words += ["--dtype", "float32"]
    case .dtype(.f16), .dtype(.bf16), .dtype(.f32): words += ["--dtype", dtypeWord ?? ""]
    case .dtype, .packed:
      throw .refused(
        target, reason: "does not load weights as --dtype \(dtypeWord ?? "") was planned",
        nearest: "plan a checkpoint whose files are packed, or leave --dtype out")
    }
    if let revision { words += ["--revision", StageText.shellWord(revision)] }
    if codeClass != nil { words.append("--trust-remote-code") }
    return words + (try runningArguments(target))
  }

  /// The arguments of vLLM and SGLang that make them run as was planned.
  private func runningArguments(_ target: ExportTarget) throws(ExportError) -> [String] {
    let isSGLang = target == .sglang
    var words: [String] = []
    if let context = running.context { words += [isSGLang ? "--context-length" : "--max-model-len", "\(context)"] }
    if let share = running.utilization {
      words += [isSGLang ? "--mem-fraction-static" : "--gpu-memory-utilization", share]
    }
    guard let type = running.cacheType else { return words }
    let known: [String: String?] = [
      "fp8": isSGLang ? "fp8_e4m3" : "fp8", "bfloat16": "bfloat16", "float16": isSGLang ? nil : "float16",
    ]
    guard let word = known[type] ?? nil else {
      throw .refused(
        target, reason: "keeps no cache in \(type)",
        nearest: "plan with --kv-dtype \(isSGLang ? "fp8 or bfloat16" : "fp8, float16 or bfloat16"), or without")
    }
    return words + ["--kv-cache-dtype", word]
  }

  /// The arguments of llama.cpp that make it run as was planned.
  ///
  /// - Throws: ``ExportError`` for elements of a cache that it does not have.
  func llamaCppArguments() throws(ExportError) -> [String] {
    var words: [String] = []
    // The context is that of all sequences together.
    if let context = running.context { words += ["-c", "\(context *| (running.batch ?? 1))"] }
    if let batch = running.batch, batch > 1 { words += ["-np", "\(batch)"] }
    guard let type = running.cacheType else { return words }
    let known = ["float32": "f32", "float16": "f16", "bfloat16": "bf16", "q8_0": "q8_0", "q4_0": "q4_0"]
    guard let word = known[type] else {
      throw .refused(
        .llamaCpp, reason: "keeps no cache in \(type)", nearest: "plan with --kv-dtype q8_0 or q4_0, or without")
    }
    return words + ["-ctk", word, "-ctv", word]
  }
}
