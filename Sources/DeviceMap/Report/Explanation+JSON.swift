extension Explanation {
  /// `{"schema_version", "architecture", "engine", "policy", "module", "sentences": [{"title", "text", "device",
  /// "decision"}], "remedies", "devices", "notes"}`; devices and decisions as in the JSON of the plan.
  ///
  /// - Parameters:
  ///   - path: the module that is explained; nil for the boundaries of the plan.
  ///   - remedies: what would keep everything on the accelerators, in sentences.
  /// - Returns: nil if the model has no such module.
  /// - Complexity: O(decisions x depth).
  public func json(about path: String? = nil, remedies: [String] = []) -> String? {
    guard let sentences = path.map({ self.sentences(about: $0) }) ?? self.sentences() else { return nil }
    var writer = JSONWriter(style: .pretty)
    writer.object { root in
      root.schemaVersion()
      plan.writeOrigin(to: &root)
      root.member("module", path)
      root.key("sentences")
      root.array { for sentence in sentences { write(sentence, to: &$0) } }
      root.key("remedies")
      root.array { for remedy in remedies { $0.string(remedy) } }
      root.accounts(plan.ledger)
      root.notes(plan.notes)
    }
    return writer.output.string + "\n"
  }

  private func write(_ sentence: Sentence, to writer: inout JSONWriter) {
    writer.object {
      $0.member("title", sentence.title)
      $0.member("text", sentence.text)
      $0.key("device")
      if let device = sentence.device { $0.device(device) } else { $0.null() }
      $0.key("decision")
      if let event = sentence.event { plan.write(event, to: &$0) } else { $0.null() }
    }
  }
}
