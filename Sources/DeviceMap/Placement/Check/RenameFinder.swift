/// A likely rename of one key of a map, or of all keys of one template.
public struct ModuleRename: Hashable, Sendable {
  /// The key, with `N` for its numbers.
  public var from: String
  /// The module of the model that is likely meant.
  public var to: String
}

/// Finds which modules of a model the keys of an old or foreign device_map meant.
///
/// Keys and modules are compared as templates (`transformer.layers.N`), so a whole list is renamed at once. A pair is
/// scored by the components it shares from both ends, where names that mean the same in different families
/// (`word_embeddings`, `embed_tokens`, `wte`) count nearly as much as equal ones.
package enum RenameFinder {
  /// Names that stand for the same part of a model in different families.
  static let synonyms: [[String]] = [
    ["embed_tokens", "word_embeddings", "wte", "tok_embeddings", "embed_in", "embedding", "embeddings", "shared"],
    ["wpe", "embed_positions", "position_embeddings"],
    ["lm_head", "output_layer", "embed_out", "output", "head", "score"],
    ["norm", "ln_f", "final_layernorm", "final_layer_norm", "norm_f", "final_norm"],
    ["layers", "h", "blocks", "block", "layer"],
    ["rotary_emb", "rotary_pos_emb", "rotary"],
    ["drop", "dropout", "embd_drop"],
    ["vision_tower", "visual", "vision_model", "vision_encoder"],
    ["multi_modal_projector", "mm_projector", "mlp1", "connector", "projector"],
    ["language_model", "text_model", "llm", "llm_model"],
  ]

  private static let groups: [String: Int] = Dictionary(
    synonyms.enumerated().flatMap { group, names in names.map { ($0, group) } }, uniquingKeysWith: { first, _ in first }
  )

  /// The likely renames from dead keys to modules that nothing covers, best pairs first; each side is used once.
  ///
  /// - Complexity: O(keys + modules + templates of keys x templates of modules), the templates of each ``mostTemplates`` at
  ///   most: numbers are replaced.
  package static func renames(from dead: [String], to uncovered: [String]) -> [ModuleRename] {
    if dead.isEmpty || uncovered.isEmpty { return [] }
    let sources = distinct(dead)
    let targets = distinct(uncovered)
    var pairs: [(score: Int, source: Int, target: Int)] = []
    for (s, source) in sources.enumerated() {
      for (t, target) in targets.enumerated() {
        let score = score(source.parts, target.parts)
        if score > 0 { pairs.append((score, s, t)) }
      }
    }
    pairs.sort { ($1.score, $0.source, $0.target) < ($0.score, $1.source, $1.target) }
    var usedSources: Set<Int> = []
    var usedTargets: Set<Int> = []
    var found: [(source: Int, rename: ModuleRename)] = []
    for pair in pairs where !usedSources.contains(pair.source) && !usedTargets.contains(pair.target) {
      usedSources.insert(pair.source)
      usedTargets.insert(pair.target)
      found.append((pair.source, ModuleRename(from: sources[pair.source].text, to: targets[pair.target].text)))
    }
    return found.sorted { $0.source < $1.source }.map(\.rename)
  }

  /// Different templates that are looked at; no model has as many.
  static let mostTemplates = 500

  /// Templates in order of first appearance.
  private static func distinct(_ paths: [String]) -> [PathTemplate] {
    var seen: Set<[String]> = []
    var templates: [PathTemplate] = []
    for path in paths where templates.count < mostTemplates {
      let template = PathTemplate(path)
      if seen.insert(template.parts).inserted { templates.append(template) }
    }
    return templates
  }

  /// How alike two templates are; 0 for not at all. The last name must be equal or a synonym.
  static func score(_ source: [String], _ target: [String]) -> Int {
    func count(_ parts: [String]) -> Int { parts.count { $0 == PathTemplate.placeholder } }
    guard count(source) == count(target) else { return 0 }
    guard let sourceName = source.last(where: { $0 != PathTemplate.placeholder }),
      let targetName = target.last(where: { $0 != PathTemplate.placeholder }),
      (source.last == PathTemplate.placeholder) == (target.last == PathTemplate.placeholder)
    else { return 0 }
    var score = likeness(sourceName, targetName)
    guard score > 0 else { return 0 }
    score += commonCount(source, target) + commonCount(source.reversed(), target.reversed())
    return max(1, score - abs(source.count - target.count))
  }

  private static func likeness(_ left: String, _ right: String) -> Int {
    if left == right { return 20 }
    if let group = groups[left], group == groups[right] { return 10 }
    return 0
  }

  private static func commonCount(_ left: [String], _ right: [String]) -> Int {
    zip(left, right).prefix { $0 == $1 }.count
  }
}
