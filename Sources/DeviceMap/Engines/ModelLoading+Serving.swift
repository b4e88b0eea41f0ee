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
    return words
  }
}
