/// What a catalog knows, for people.
package struct ArchitectureListing {
  private let catalog: Catalog

  package init(_ catalog: Catalog) { self.catalog = catalog }

  /// A line for each architecture: class, model types, no-split classes, and what is needed to plan it.
  ///
  /// Whether config.json is enough is tried with the default config of each.
  package func text() -> String {
    let types = modelTypes()
    var table = TextTable([("class", .left), ("model type", .left), ("needs", .left), ("no-split classes", .left)])
    for (name, unit) in catalog.entries(of: .model) {
      let answer = tryDefaults(name)
      table.add([name, types[unit]?.joined(separator: ",") ?? "", answer.needs, answer.noSplit.joined(separator: ",")])
    }
    return table.text()
  }

  /// The catalog's text about a class, a model type, or a unit; nil if it knows none of that name.
  package func entry(_ name: String) -> String? {
    let unit = catalog.lookUp(.model, name) ?? catalog.lookUp(.type, name).map(Self.unit(of:)) ?? name
    return catalog.unitText(unit).map(expanded)
  }

  /// A unit's text with the shared descriptions written out.
  private func expanded(_ unit: String) -> String {
    Self.indented(unit.split(separator: "\n").map(expandedLine).joined())
  }

  /// Of `class LlamaMLP = 12 Llama`, and of `MLP 12` behind `classes Llama:`, the body of `shared 12` with `Llama` in the
  /// place of every `@`; every other line as it is.
  private func expandedLine(_ line: Substring) -> String {
    let words = line.split(separator: " ")
    if words.first == "classes", words.count > 1 {
      let prefix = String(words[1].dropLast())
      return stride(from: 2, to: words.count - 1, by: 2).map { index in
        let number = Int(words[index + 1].prefix { $0 != "," })
        let body = number.flatMap(catalog.sharedText) ?? ""
        return "class \(prefix)\(words[index])\n" + Self.replacing(prefix, in: body)
      }.joined()
    }
    guard !line.hasPrefix(" "), words.first == "class" || words.first == "model",
      let equals = words.lastIndex(of: "="), let number = words.dropFirst(equals + 1).first,
      let body = Int(number).flatMap(catalog.sharedText)
    else { return line + "\n" }
    let prefix = words.count > equals + 2 ? String(words[equals + 2]) : ""
    return words[..<equals].joined(separator: " ") + "\n" + Self.replacing(prefix, in: body)
  }

  /// The text with two spaces for each level, however many it has.
  private static func indented(_ text: String) -> String {
    let lines = text.split(separator: "\n")
    let depths = lines.map { $0.prefix { $0 == " " }.count }
    guard let step = depths.first(where: { $0 > 0 }) else { return text }
    return zip(lines, depths).map { line, depth in
      String(repeating: " ", count: depth / step * 2) + line.dropFirst(depth) + "\n"
    }.joined()
  }

  /// `@` stands for the prefix where a name starts; within a name (`SwinStage@1`) it marks a variant.
  private static func replacing(_ prefix: String, in body: String) -> String {
    var text = ""
    var last: Character = " "
    for character in body {
      let isName = last.isLetter || last.isNumber || last == "_" || last == "."
      text += character == "@" && !isName ? prefix : String(character)
      last = character
    }
    return text.hasSuffix("\n") ? text : text + "\n"
  }

  /// Names that an entry can be asked for, sorted tables one after the other.
  package var names: [String] {
    catalog.entries(of: .model).map(\.key) + catalog.entries(of: .type).map(\.key)
  }

  /// Model types by unit, in the order of the table.
  private func modelTypes() -> [String: [String]] {
    var types: [String: [String]] = [:]
    for (type, config) in catalog.entries(of: .type) { types[Self.unit(of: config), default: []].append(type) }
    return types
  }

  private static func unit(of config: String) -> String { String(config.prefix { $0 != "." }) }

  private func tryDefaults(_ name: String) -> (needs: String, noSplit: [String]) {
    var options = TreeOptions()
    options.architecture = name
    options.catalog = catalog
    guard let config = try? JSONDocument(parsing: "{}").root else { return ("", []) }
    do throws(TreeError) {
      return ("config", try ModuleTree(config: config, tensors: nil, options: options).noSplitClasses)
    } catch {
      return ("headers", [])
    }
  }
}
