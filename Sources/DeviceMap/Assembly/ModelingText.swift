/// What the texts of modelling files beside a checkpoint say about classes; they are read, never run.
struct ModelingText {
  /// A child that a constructor makes.
  struct Child {
    var name: String
    /// Class names, the likeliest first: more than one where the code chooses.
    var classes: [String]
    /// Children with names or numbers that are written out (`Sequential`, `ModuleDict`).
    var parts: [Child] = []
    /// The classes of the elements of a list.
    var elements: [String] = []
    /// The constructor makes it in some cases only.
    var isConditional = false

    /// Adds what the constructor makes of the child in another branch.
    mutating func merge(_ other: Child) {
      classes.addAlternatives(other.classes)
      elements.addAlternatives(other.elements)
      if parts.isEmpty { parts = other.parts }
    }
  }

  struct Class {
    var bases: [String] = []
    var children: [Child] = []
    /// How many children stand before those of the base class.
    var inheritedAt: Int?
    var noSplit: [String] = []
    var hasConstructor = false
  }

  /// More children of one class are not read.
  static let mostChildren = 1024
  /// More classes of one child are not told apart.
  static let mostAlternatives = 16
  /// Children that are handed down from base classes, all together. Texts that pile up more are not followed further.
  private static let mostInherited = 1 << 18

  private(set) var classes: [String: Class] = [:]
  /// The first value of dictionaries that choose a class (`ATTENTION_CLASSES`).
  private(set) var choices: [String: [String]] = [:]
  /// What ``children(of:)`` has found.
  private var known: [String: [Child]] = [:]
  private var inheritedCount = 0

  init() {}

  /// Reads one more file; of classes with equal names the first counts. O(length).
  mutating func add(_ text: [UInt8]) {
    guard text.count <= ModelingLexer.limit else { return }
    var reader = ModelingReader(text)
    reader.read()
    classes.merge(reader.classes) { first, _ in first }
    choices.merge(reader.choices) { first, _ in first }
  }

  var isEmpty: Bool { classes.isEmpty }

  /// The class and its bases in the texts, the class first.
  func lineage(of name: String) -> [String] {
    var result: [String] = []
    var open = [name]
    while let next = open.popLast(), result.count < 64 {
      guard let entry = classes[next], !result.contains(next) else { continue }
      result.append(next)
      open += entry.bases.reversed()
    }
    return result
  }

  /// The children that the constructor of a class makes, those of its bases included, in order.
  ///
  /// Each class is looked at once, however many ways lead to it: what is found is kept. O(children of the class and of
  /// the bases that were not known).
  mutating func children(of name: String) -> [Child] { children(of: name, depth: 0) }

  private mutating func children(of name: String, depth: Int) -> [Child] {
    if let known = known[name] { return known }
    guard depth < 32, let entry = classes[name] else { return [] }
    // A class that is its own base inherits nothing from itself.
    known[name] = []
    let result = children(of: entry, depth: depth)
    known[name] = result
    return result
  }

  private mutating func children(of entry: Class, depth: Int) -> [Child] {
    guard let place = entry.hasConstructor ? entry.inheritedAt : 0 else { return entry.children }
    var inherited: [Child] = []
    for base in entry.bases where inherited.isEmpty { inherited = children(of: base, depth: depth + 1) }
    inheritedCount += inherited.count
    guard inheritedCount <= Self.mostInherited else { return entry.children }
    let own = Set(entry.children.map(\.name))
    // A child that is made again keeps its place.
    let kept = inherited.map { child in
      own.contains(child.name) ? entry.children.first { $0.name == child.name } ?? child : child
    }
    let names = Set(inherited.map(\.name))
    let rest = entry.children.enumerated().filter { !names.contains($0.element.name) }
    return rest.filter { $0.offset < place }.map(\.element) + kept + rest.filter { $0.offset >= place }.map(\.element)
  }

  /// `_no_split_modules` of a class: its own, or the nearest base's.
  func noSplit(of name: String) -> [String] {
    for name in lineage(of: name) {
      if let list = classes[name]?.noSplit, !list.isEmpty { return list }
    }
    return []
  }

  /// Whether a class derives from a module of torch, as far as the texts tell.
  func isModule(_ name: String) -> Bool {
    lineage(of: name).contains { ancestor in
      classes[ancestor]?.bases.contains {
        $0 == "Module" || $0 == "PreTrainedModel" || $0 == "GradientCheckpointingLayer"
      } ?? false
    }
  }
}

extension [String] {
  /// Adds the names that are not there yet, up to ``ModelingText/mostAlternatives`` in all.
  mutating func addAlternatives(_ names: [String]) {
    for name in names where count < ModelingText.mostAlternatives && !contains(name) { append(name) }
  }
}
