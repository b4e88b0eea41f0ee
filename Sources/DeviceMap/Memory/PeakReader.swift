/// Reads the peaks of one model type from the recorded text.
///
///     peaks llama qwen2 qwen3
///       prefill
///         B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
///       decode eager when num_key_value_heads == 1
///         B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + ...
///       prefill eager padded like prefill eager
///
/// A line is a form, the peak of a pass the largest of its forms. `checked WAY MODEL_TYPE ..` names those that were compared
/// to the byte with configs whose heads share keys in that way. A block that begins with `variant CONDITION` counts for
/// the configs that the condition holds for, if none before it does.
struct PeakReader {
  private let evaluator: PeakEvaluator

  /// - Parameter config: the config of the decoder.
  init(_ config: ConfigFields) { evaluator = PeakEvaluator(config) }

  /// The table of a config; nil when nothing was recorded for its model type, or the config lacks a field.
  /// O(length of its blocks).
  func table(in index: PeakIndex = .recorded) -> PeakTable? {
    index.blocks(of: evaluator.config.modelType).first(where: isMeant).flatMap(table)
  }

  private static let variant = "  variant "

  private func isMeant(_ block: [String]) -> Bool {
    guard let first = block.first, first.hasPrefix(Self.variant) else { return true }
    return evaluator.holds(String(first.dropFirst(Self.variant.count)))
  }

  private func table(of block: [String]) -> PeakTable? {
    var table = PeakTable(rows: [], window: evaluator.window, chunk: 1)
    table.sourceWindow = max(1, evaluator.sourceWindow ?? 1)
    (table.modelType, table.sharing) = (evaluator.config.modelType, evaluator.sharing)
    var heads: [String: [String]] = [:]
    var lines = block[...]
    while let line = lines.popFirst() {
      if line.hasPrefix(Self.variant) { continue }
      if line.hasPrefix("  checked ") {
        let words = line.split(separator: " ").dropFirst().map(String.init)
        if words.first == table.sharing.rawValue, words.contains(table.modelType) { table.isChecked = true }
        continue
      }
      if line.hasPrefix("  chunk ") {
        guard let chunk = try? evaluator.number(String(line.dropFirst(8))) else { return nil }
        table.chunk = max(1, chunk)
        continue
      }
      let parts = line.dropFirst(2).split(separator: " like ").map(String.init)
      var forms = lines.prefix { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
      lines.removeFirst(forms.count)
      if parts.count == 2 { forms = heads[parts[1]] ?? [] }
      heads[parts[0]] = forms
      guard !forms.isEmpty, var row = row(parts[0]) else { continue }
      for text in forms {
        guard let form = try? evaluator.form(text) else { return nil }
        row.forms.append(form)
      }
      table.rows.append(row)
    }
    if evaluator.config.int("q_lora_rank") == nil, block.contains(where: { $0.contains("q_lora_rank") }) {
      table.isChecked = false
    }
    return table
  }

  /// A row without its forms, where its conditions on the config hold; those on the work stay with it.
  private func row(_ head: String) -> PeakTable.Row? {
    let parts = head.split(separator: " when ").map(String.init)
    let words = parts[0].split(separator: " ")
    guard let phase = words.first.flatMap({ PeakTable.Pass.Phase(rawValue: String($0)) }) else { return nil }
    var row = PeakTable.Row(
      pass: PeakTable.Pass(phase, isEager: words.contains("eager"), isPadded: words.contains("padded")),
      allLogits: words.contains("all_logits"), conditions: [], forms: [])
    guard parts.count == 2 else { return row }
    for text in parts[1].split(separator: " and ").map(String.init) {
      if let condition = PeakTable.Condition(rawValue: text) {
        row.conditions.append(condition)
      } else if !isEquality(text) {
        return nil
      }
    }
    return row
  }

  /// Whether `FIELD == VALUE` holds for the config.
  private func isEquality(_ text: String) -> Bool {
    let sides = text.split(separator: " == ").map(String.init)
    guard sides.count == 2, let left = try? evaluator.number(sides[0]) else { return false }
    return left == (try? evaluator.number(sides[1]))
  }
}
