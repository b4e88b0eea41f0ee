/// The rules by which names in files become names of one model, applied to templates.
///
/// Order, from `core_model_loading.py` of transformers 5.23.0: every renaming in turn, then the first conversion that
/// matches; then the prefix of the base model is added or taken away if that makes the name exist.
package struct NameRules {
  private(set) var renames: [Rule] = []
  private(set) var conversions: [Rule] = []
  /// `base_model_prefix` of the model.
  let base: [UInt8]
  /// Numbers that some rule names.
  package private(set) var literals: Set<Int32> = []

  struct Rule {
    var transform: NameTransform
    /// The sources in the order in which they are tried, longest first.
    var patterns: [(source: Int, pattern: NamePattern)]
    /// The prefix that a name must have, with and without that of the base model; nil for rules of the whole model.
    var scope: (long: [UInt8], short: [UInt8])?
    var targets: [[UInt8]]
    let work: WorkBudget
  }

  /// The steps that matching may take. Whoever asks for targets looks at the end whether they sufficed.
  package let work: WorkBudget

  /// The rules of a model without conversions.
  package init(base: String, work: WorkBudget = WorkBudget()) {
    self.base = Array(base.utf8)
    self.work = work
  }

  /// Adds a rule. A pattern that cannot be read makes the rule void, and is reported by the result.
  mutating func add(_ transform: NameTransform, scope: (long: [UInt8], short: [UInt8])?) -> Bool {
    let order = transform.sources.indices.sorted {
      let (left, right) = (transform.sources[$0].utf8.count, transform.sources[$1].utf8.count)
      return left == right ? $0 < $1 : left > right
    }
    var patterns: [(source: Int, pattern: NamePattern)] = []
    for source in order {
      guard let pattern = try? NamePattern(Self.expression(transform.sources[source])) else { return false }
      patterns.append((source, pattern))
    }
    let rule = Rule(
      transform: transform, patterns: patterns, scope: scope, targets: transform.targets.map { Array($0.utf8) },
      work: work)
    for source in transform.sources { literals.formUnion(Self.numbers(in: source)) }
    if case .convert = transform.kind { conversions.append(rule) } else { renames.append(rule) }
    return true
  }

  /// Operations that make tensors of equal shares of those of the files, with nothing left out.
  private static let equalShares: Set<String> = [
    "Chunk", "Concatenate", "Interleave", "MergeModulelist", "PermuteForRope", "Transpose",
  ]

  /// Parts of the paths of tensors that come of an operation whose shares may be unequal, or that may leave elements out,
  /// such as rows that only fill a vocabulary up: the files do not tell their sizes. O(length of the rules).
  package var resizedParts: [String] {
    conversions.flatMap { rule -> [String] in
      guard case .convert(let operations) = rule.transform.kind else { return [] }
      guard operations.contains(where: { !Self.equalShares.contains($0) }) else { return [] }
      return rule.transform.targets.compactMap { target in
        target.split(separator: "\\").last.map { String($0.drop { $0.isNumber }) }
      }.filter { !$0.isEmpty }
    }
  }

  /// `*.` means anything up to a dot, and a pattern that ends in a letter or digit ends at the end of a word.
  private static func expression(_ source: String) -> String {
    let pattern = source.replacingBytes("*.", with: #".*\."#)
    guard let last = pattern.utf8.last, last.isDigit || (last.isLetter && last != UInt8(ascii: "_")) else {
      return pattern
    }
    return pattern + #"(?!\w)"#
  }

  /// The numbers that a pattern can tell apart from others.
  private static func numbers(in source: String) -> Set<Int32> {
    let bytes = Array(source.utf8)
    var result: Set<Int32> = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      let isWordBefore =
        index > 0 && (bytes[index - 1].isLetter || bytes[index - 1].isDigit) && !isEscape(bytes, index - 1)
      if bytes[index] == UInt8(ascii: "["), !isWordBefore {
        result.formUnion(0...9)
      } else if bytes[index].isDigit, !isWordBefore {
        var value: Int32 = 0
        var end = index
        while end < bytes.count, bytes[end].isDigit, end - index < 9 {
          value = value * 10 + Int32(bytes[end] - 48)
          end += 1
        }
        result.insert(value)
        index = end
        continue
      }
      index += 1
    }
    return result
  }

  private static func isEscape(_ bytes: [UInt8], _ index: Int) -> Bool {
    index > 0 && bytes[index - 1] == UInt8(ascii: "\\")
  }
}

extension NameRules {
  /// Where the tensors of one template go: names of the model, in which numbers of the file's name may stand.
  struct Target {
    enum Piece {
      case text([UInt8])
      case number(NameNumber)
    }

    /// The candidates in the order in which they are tried; the first that exists in the model is taken.
    var candidates: [Candidate]

    struct Candidate {
      /// The names, of which the first must exist; several when one tensor becomes several.
      var names: [[Piece]]
      /// Whether the tensor is put together with others, or cut.
      var isConverted: Bool
    }
  }

  /// Steps that it takes to find the names for one template, beside what matching takes.
  private static let stepsOfTemplate = 256

  /// The names in the model for each template, in order; none for any when there are more templates than steps.
  /// O(templates x rules).
  func targets(of templates: ContiguousArray<NameTemplates.Template>) -> [Target] {
    guard work.take(templates.count * Self.stepsOfTemplate) else {
      return templates.map { _ in Target(candidates: []) }
    }
    var numbers = NumberStandIns()
    let originals = templates.map { Self.representative($0.bytes, &numbers) }
    var names = originals
    for rule in renames { rule.apply(to: &names, &numbers) }
    var used: [Int?] = Array(repeating: nil, count: names.count)
    for index in names.indices {
      for (number, rule) in conversions.enumerated() {
        if let renamed = rule.renamed(names[index], guardSeen: true, &numbers) {
          names[index] = renamed
          used[index] = number
          break
        }
      }
    }
    return names.indices.map { index in
      var candidates = prefixed(names[index]).map { name in
        let rule = used[index].map { conversions[$0] }
        let all = rule.map { rule in rule.targets.map { name.replacingFirst(rule.targets[0], with: $0) } } ?? [name]
        return Target.Candidate(names: all.map { Self.pieces($0, numbers) }, isConverted: used[index] != nil)
      }
      if names[index] != originals[index] {
        // A name of the model that a rule spoils is kept.
        candidates.append(Target.Candidate(names: [Self.pieces(originals[index], numbers)], isConverted: false))
      }
      return Target(candidates: candidates)
    }
  }

  /// A name with the base prefix taken away, added, and as it is.
  private func prefixed(_ name: [UInt8]) -> [[UInt8]] {
    guard !base.isEmpty else { return [name] }
    var result: [[UInt8]] = []
    if name.starts(with: base), name.count > base.count { result.append(Array(name.dropFirst(base.count + 1))) }
    result.append(base + [UInt8(ascii: ".")] + name)
    result.append(name)
    return result
  }

  /// The name of a module in the model for one in files, as if a tensor followed: renamed by each rule, without regard to
  /// the prefix of the base model.
  package func renamed(module name: String) -> String {
    var numbers = NumberStandIns()
    var names = [Array(name.utf8) + [UInt8(ascii: ".")]]
    for rule in renames { rule.apply(to: &names, &numbers) }
    for rule in conversions {
      guard let renamed = rule.renamed(names[0], guardSeen: true, &numbers) else { continue }
      names[0] = renamed
      break
    }
    if names[0].last == UInt8(ascii: ".") { names[0].removeLast() }
    return String(decoding: names[0], as: UTF8.self)
  }

  /// A name of the template with stand-ins for its numbers, which no rule names.
  private static func representative(_ template: [UInt8], _ numbers: inout NumberStandIns) -> [UInt8] {
    var result: [UInt8] = []
    var slot = 0
    for byte in template {
      if byte == NameTemplates.slot {
        result += numbers.bytes(for: NameNumber(slot: slot))
        slot += 1
      } else {
        result.append(byte)
      }
    }
    return result
  }

  /// Finds the numbers again. What a rule has cut out of one stays as bytes, which no name of a model has.
  private static func pieces(_ name: [UInt8], _ numbers: NumberStandIns) -> [Target.Piece] {
    var result: [Target.Piece] = []
    var text: [UInt8] = []
    var index = 0
    while index < name.count {
      if let (number, length) = numbers.number(in: name[index...]) {
        if !text.isEmpty { result.append(.text(text)) }
        text = []
        result.append(.number(number))
        index += length
      } else {
        text.append(name[index])
        index += 1
      }
    }
    if !text.isEmpty { result.append(.text(text)) }
    return result
  }
}

extension NameRules.Rule {
  /// Renames all names that match.
  fileprivate func apply(to names: inout [[UInt8]], _ numbers: inout NumberStandIns) {
    var guardSeen = true
    if case .group = transform.kind {
      guardSeen = names.contains { name in match(name).map { $0.source == 0 } ?? false }
    }
    for index in names.indices {
      if let renamed = renamed(names[index], guardSeen: guardSeen, &numbers) { names[index] = renamed }
    }
  }

  private func match(_ name: [UInt8]) -> (prefix: Int, source: Int, match: NamePattern.Match)? {
    var prefix = 0
    var key = name
    if let scope {
      guard let lead = [scope.long, scope.short].first(where: { name.starts(with: $0) }) else { return nil }
      prefix = lead.count
      key = Array(name.dropFirst(prefix))
    }
    var best: (source: Int, match: NamePattern.Match)?
    for (source, pattern) in patterns {
      guard let match = pattern.firstMatch(in: key, work) else { continue }
      if let known = best, known.match.range.lowerBound <= match.range.lowerBound { continue }
      best = (source, match)
    }
    return best.map { (prefix, $0.source, $0.match) }
  }

  /// The new name, or nil when nothing matches or a number gets too large.
  fileprivate func renamed(_ name: [UInt8], guardSeen: Bool, _ numbers: inout NumberStandIns) -> [UInt8]? {
    guard let (prefix, source, match) = match(name) else { return nil }
    let key = Array(name.dropFirst(prefix))
    var target = targets[0]
    if case .group = transform.kind {
      guard source == 0 || guardSeen, targets.indices.contains(source) else { return nil }
      target = targets[source]
    }
    if let range = match.groups.compactMap({ $0 }).first {
      guard let captured = changed(Array(key[range]), &numbers) else { return nil }
      target = target.replacingFirst(Array(#"\1"#.utf8), with: captured)
    }
    return Array(name.prefix(prefix)) + key.replacingFirst(Array(key[match.range]), with: target)
  }

  /// What is captured as it stands in the new name: a number moved or halved where the rule does that, anything else as it
  /// is. Nil where a number would get too large or below zero.
  private func changed(_ text: [UInt8], _ numbers: inout NumberStandIns) -> [UInt8]? {
    switch transform.kind {
    case .rename, .convert, .group: return text
    case .offset(let offset):
      if let (number, length) = numbers.number(in: text[...]), length == text.count {
        return number.moved(by: offset).map { numbers.bytes(for: $0) }
      }
      guard let number = Int(String(decoding: text, as: UTF8.self)) else { return text }
      let (sum, overflows) = number.addingReportingOverflow(offset)
      return overflows || sum < 0 ? nil : Array(String(sum).utf8)
    case .halve:
      if let (number, length) = numbers.number(in: text[...]), length == text.count {
        return number.halved.map { numbers.bytes(for: $0) }
      }
      return Int(String(decoding: text, as: UTF8.self)).map { Array(String($0 / 2).utf8) } ?? text
    }
  }
}

extension [UInt8] {
  /// The bytes with the first occurrence of `part` replaced. O(n m).
  fileprivate func replacingFirst(_ part: [UInt8], with other: [UInt8]) -> [UInt8] {
    if part.isEmpty { return other + self }
    guard part.count <= count else { return self }
    for start in 0...(count - part.count) where self[start..<(start + part.count)].elementsEqual(part) {
      return Array(self[..<start]) + other + Array(self[(start + part.count)...])
    }
    return self
  }
}
