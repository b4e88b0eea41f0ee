import DeviceMap
import Foundation

/// The schemas of `Fixtures/schemas`, and the part of JSON Schema (2020-12) that they use. A keyword that is not among
/// these is a fault itself, so that a schema says nothing that is not checked.
struct JSONSchema {
  private let files: [String: JSONValue]

  /// - Throws: when there are not `count` schemas, or one of them is no JSON.
  init(count: Int) throws {
    let names = try FixtureFiles.namesOfJSON(in: "schemas", count: count)
    var files: [String: JSONValue] = [:]
    for name in names {
      files[name + ".json"] = try JSONDocument(parsing: FixtureFiles.text("schemas/\(name).json")).root
    }
    self.files = files
  }

  /// The names that commands are asked for, without the common parts.
  var names: [String] {
    files.keys.map { $0.replacing(".schema.json", with: "") }.filter { $0 != "common" }.sorted()
  }

  /// What is wrong with a value, each with its place; empty when nothing is.
  func faults(in value: JSONValue, by name: String) -> [String] {
    let file = name + ".schema.json"
    guard let schema = files[file] else { return ["there is no schema \(name)"] }
    return faults(value, schema, file: file, place: "")
  }

  private static let silent: Set<String> = ["$schema", "$id", "$defs", "title", "description"]

  private func faults(_ value: JSONValue, _ schema: JSONValue, file: String, place: String) -> [String] {
    var faults: [String] = []
    for member in schema.members where !Self.silent.contains(member.key) {
      let rule = member.value
      switch member.key {
      case "$ref":
        guard let (target, file) = resolve(rule.string ?? "", from: file) else {
          faults.append("\(place): no schema at \(rule.source)")
          continue
        }
        faults += self.faults(value, target, file: file, place: place)
      case "type":
        let types = rule.string.map { [$0] } ?? rule.elements.compactMap(\.string)
        if !types.contains(where: { Self.isType($0, value) }) { faults.append("\(place): is no \(types)") }
      case "const": if value.source != rule.source { faults.append("\(place): is not \(rule.source)") }
      case "enum":
        if !rule.elements.contains(where: { $0.source == value.source }) {
          faults.append("\(place): \(value.source) is none of \(rule.source)")
        }
      case "minimum":
        if let number = value.double, number < rule.double ?? 0 { faults.append("\(place): \(number) is too small") }
      case "anyOf":
        let tries = rule.elements.map { self.faults(value, $0, file: file, place: place) }
        if !tries.contains(where: \.isEmpty) { faults += tries.min { $0.count < $1.count } ?? [] }
      case "items":
        for (index, element) in value.elements.enumerated() {
          faults += self.faults(element, rule, file: file, place: "\(place).\(index)")
        }
      case "required":
        for key in rule.elements.compactMap(\.string) where value.kind == .object && value[key] == nil {
          faults.append("\(place): '\(key)' is missing")
        }
      case "properties", "additionalProperties": break
      default: faults.append("\(file): '\(member.key)' is not understood")
      }
    }
    return faults + membersFaults(value, schema, file: file, place: place)
  }

  private func membersFaults(_ value: JSONValue, _ schema: JSONValue, file: String, place: String) -> [String] {
    guard value.kind == .object, schema["properties"] != nil || schema["additionalProperties"] != nil else { return [] }
    var faults: [String] = []
    for member in value.members {
      let place = "\(place).\(member.key)"
      if let property = schema["properties"]?[member.key] {
        faults += self.faults(member.value, property, file: file, place: place)
      } else if let rest = schema["additionalProperties"], rest.kind == .object {
        faults += self.faults(member.value, rest, file: file, place: place)
      } else {
        faults.append("\(place): is not known")
      }
    }
    return faults
  }

  /// `other.schema.json#/$defs/name` or `#/$defs/name`.
  private func resolve(_ reference: String, from file: String) -> (schema: JSONValue, file: String)? {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = parts[0].isEmpty ? file : String(parts[0])
    guard var schema = files[file] else { return nil }
    for key in (parts.count > 1 ? parts[1] : "").split(separator: "/") {
      guard let next = schema[String(key)] else { return nil }
      schema = next
    }
    return (schema, file)
  }

  private static func isType(_ name: String, _ value: JSONValue) -> Bool {
    switch name {
    case "object": value.kind == .object
    case "array": value.kind == .array
    case "string": value.kind == .string
    case "boolean": value.kind == .bool
    case "null": value.kind == .null
    case "number": value.kind == .number
    case "integer": value.isInteger
    default: false
    }
  }
}
