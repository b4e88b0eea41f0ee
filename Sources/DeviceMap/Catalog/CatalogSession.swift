/// What was read of a catalog to build one tree: units, symbols and configs, each read once.
package final class CatalogSession {
  package typealias Symbol = SymbolTable.Symbol

  package let catalog: Catalog
  package let symbols = SymbolStore()
  /// Fields that have rules of their own.
  package let names: Names
  /// The steps that are left for the model.
  package let work: WorkBudget
  private var units: [String: CatalogUnit?] = [:]

  package struct Names {
    package let ropeParameters: Symbol
    package let ropeScaling: Symbol
    package let layerTypes: Symbol
    package let mtpLayerTypes: Symbol
    package let numLabels: Symbol
    package let id2label: Symbol

    init(_ symbols: SymbolStore) {
      ropeParameters = symbols.intern("rope_parameters")
      ropeScaling = symbols.intern("rope_scaling")
      layerTypes = symbols.intern("layer_types")
      mtpLayerTypes = symbols.intern("mtp_layer_types")
      numLabels = symbols.intern("num_labels")
      id2label = symbols.intern("id2label")
    }
  }

  package init(_ catalog: Catalog, work: WorkBudget = WorkBudget()) {
    self.catalog = catalog
    self.work = work
    names = Names(symbols)
  }

  deinit {
    for unit in units.values { unit?.forget() }
  }

  package func unit(_ name: String) throws(CatalogError) -> CatalogUnit? {
    if let known = units[name] { return known }
    let unit = catalog.hasUnit(name) ? CatalogUnit(name, in: catalog, symbols: symbols) : nil
    units[name] = unit
    return unit
  }

  /// The unit and the name in it that `name` stands for in `unit` (`llama.LlamaMLP`, or `LlamaMLP` in its own unit).
  package func resolve(_ name: String, in unit: CatalogUnit) throws(CatalogError) -> (CatalogUnit, String)? {
    guard let dot = name.utf8.firstIndex(of: UInt8(ascii: ".")) else { return unit.has(name) ? (unit, name) : nil }
    let local = String(name[name.utf8.index(after: dot)...])
    guard let other = try self.unit(String(name[..<dot])), other.has(local) else { return nil }
    return (other, local)
  }

  /// A config of a config class.
  package func config(
    _ name: String, from unit: CatalogUnit, given: RawConfig, path: String
  ) throws(EvaluationFailure) -> ConfigScope {
    do {
      guard let (owner, local) = try resolve(name, in: unit), let kind = try owner.config(local) else {
        throw EvaluationFailure.needsHeaders("config \(name)")
      }
      return ConfigScope(kind: kind, given: given, path: path, session: self)
    } catch let error as CatalogError {
      throw .catalog(error)
    } catch let error as EvaluationFailure {
      throw error
    } catch {
      throw .needsHeaders("config \(name)")
    }
  }

  /// Adds the place and the values of the fields involved to a failure that does not have them yet.
  package func explain(
    _ failure: EvaluationFailure, _ expression: Expression, _ scope: EvaluationScope, unit: CatalogUnit, line: Int
  ) -> EvaluationFailure {
    switch failure {
    case .catalog, .explained, .needsHeaders, .tooMuchWork: return failure
    case .wrongType, .overflow, .divisionByZero, .indexOutOfRange, .tooLarge, .textTooLong: break
    }
    var fields: [ExplainedFailure.Field] = []
    for path in expression.fields.prefix(8) where !scope.isLoop(path[0]) {
      let value = (try? scope.config.get(path[0])) ?? .none
      let keyPath = ([scope.config.keyPath(path[0])] + path.dropFirst().map { symbols[$0] }).joined(separator: ".")
      let field = ExplainedFailure.Field(keyPath: keyPath, value: value.summary)
      if !fields.contains(field) { fields.append(field) }
    }
    return .explained(
      ExplainedFailure(reason: "\(failure.reason)", fields: fields, unit: unit.name, line: unit.line(line)))
  }
}

/// A failure with what a person needs to find its cause.
public struct ExplainedFailure: Hashable, Sendable {
  /// A field of config.json that the expression reads.
  public struct Field: Hashable, Sendable {
    /// Where in config.json (`text_config.hidden_size`).
    public var keyPath: String
    /// The value as it stands there, or that it has by default.
    public var value: String
  }

  /// What is wrong (`an integer * a string`).
  public var reason: String
  /// The fields that the expression reads.
  public var fields: [Field]
  /// The entry of the catalog that holds the expression, and its line there.
  public var unit: String
  /// The line of the entry, from 1.
  public var line: Int
}

extension CatalogValue {
  /// The value as it would stand in config.json, cut when it is long.
  package var summary: String {
    switch self {
    case .none: "null"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    case .double(let value): String(value)
    case .string(let value): "\"\(value.prefix(40))\""
    case .list(let values): "a list of \(values.count)"
    case .dictionary, .config: "an object"
    }
  }
}

extension EvaluationFailure {
  package var reason: String {
    switch self {
    case .wrongType(let operation): "\(operation) has no value"
    case .overflow: "the result does not fit into 64 bits"
    case .divisionByZero: "division by zero"
    case .indexOutOfRange: "an index is out of range"
    case .tooLarge: "a list is too long"
    case .textTooLong: "a text is too long"
    case .tooMuchWork: "it takes too many steps"
    case .needsHeaders(let what): what
    case .explained(let failure): failure.reason
    case .catalog: "the catalog cannot be read"
    }
  }
}
