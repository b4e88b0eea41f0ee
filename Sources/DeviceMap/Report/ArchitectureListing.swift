/// What a catalog knows, for people.
package struct ArchitectureListing {
  private let catalog: Catalog

  package init(_ catalog: Catalog) { self.catalog = catalog }

  /// A line for each architecture: class, model types, no-split classes, and what is needed to plan it.
  ///
  /// Whether config.json is enough is tried with the default config of each.
  ///
  /// - Parameter width: columns of the screen, nil for any number.
  package func text(width: Int? = nil) -> String {
    let types = modelTypes()
    var table = TextTable([("class", .left), ("model type", .left), ("needs", .left), ("no-split classes", .left)])
    for (name, unit) in catalog.entries(of: .model) {
      let answer = tryDefaults(name)
      table.add([name, types[unit]?.joined(separator: ",") ?? "", answer.needs, answer.noSplit.joined(separator: ",")])
    }
    return table.text(width: width)
  }

  /// The catalog's text about a class, a model type, or a unit; nil if it knows none of that name.
  package func entry(_ name: String) -> String? {
    let unit = catalog.lookUp(.model, name) ?? catalog.lookUp(.type, name).map(Self.unit(of:)) ?? name
    return catalog.unitText(unit)
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
