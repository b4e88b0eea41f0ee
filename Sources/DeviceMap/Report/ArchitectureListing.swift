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
    var table = TextTable([("class", .left), ("model type", .left), ("needs", .left), ("no-split classes", .left)])
    for row in rows() {
      table.add([row.name, row.types.joined(separator: ","), row.needs, row.noSplit.joined(separator: ",")])
    }
    return table.text(width: width)
  }

  /// `{"schema_version", "architectures": [{"class", "model_types", "needs", "no_split"}], "entry"}`.
  ///
  /// - Parameter name: a class, a model type or a unit whose text is given too; nil for all architectures.
  /// - Returns: nil if the catalog knows none of that name.
  package func json(_ name: String? = nil) -> String? {
    let text = name.map { entry($0) }
    if case .some(nil) = text { return nil }
    var writer = JSONWriter(style: .pretty)
    writer.object { root in
      root.schemaVersion()
      root.key("architectures")
      root.array { list in
        for row in rows(of: name.map(unit(of:))) {
          list.object {
            $0.member("class", row.name)
            $0.key("model_types")
            $0.array { types in for type in row.types { types.string(type) } }
            $0.member("needs", row.needs)
            $0.key("no_split")
            $0.array { classes in for name in row.noSplit { classes.string(name) } }
          }
        }
      }
      root.member("entry", text ?? nil)
    }
    return writer.output.string + "\n"
  }

  private struct Row {
    var name: String
    var types: [String]
    var needs: String
    var noSplit: [String]
  }

  /// - Parameter unit: whose models are meant; nil for all.
  private func rows(of unit: String? = nil) -> [Row] {
    let types = modelTypes()
    return catalog.entries(of: .model).filter { unit == nil || $0.value == unit }.map { name, unit in
      let answer = tryDefaults(name)
      return Row(name: name, types: types[unit] ?? [], needs: answer.needs, noSplit: answer.noSplit)
    }
  }

  /// The catalog's text about a class, a model type, or a unit; nil if it knows none of that name.
  package func entry(_ name: String) -> String? {
    catalog.unitText(unit(of: name))
  }

  private func unit(of name: String) -> String {
    catalog.lookUp(.model, name) ?? catalog.lookUp(.type, name).map(Self.unit(of:)) ?? name
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
