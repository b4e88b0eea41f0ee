/// The modules of a model with the lines of the catalog that make them, as JSON: for those who write entries.
package struct EntryListing {
  private let source: ModelSource
  private let trace: EntryTrace

  /// - Throws: ``TreeError`` when the model cannot be built from its config alone.
  package init(_ config: ModelConfig?, options: TreeOptions) throws(TreeError) {
    source = try ModelSource(config: config, tensors: nil, options: options)
    trace = try source.traced()
  }

  /// A question: what an entry (`UNIT.CLASS`) would be at the place of a module.
  package struct Attempt {
    package let path: String
    package let entry: String

    package init(path: String, entry: String) {
      self.path = path
      self.entry = entry
    }
  }

  /// `{"modules": [{"name", "class", "entry", "file", "line", "tensors"}], "tried": [{"name", "entry", "modules" or "error"}]}`,
  /// the model itself first, under an empty name. O(modules * depth).
  package func json(_ attempts: [Attempt]) -> OutputBuffer {
    var writer = JSONWriter(style: .compact, capacity: 200 * trace.places.count)
    writer.object { writer in
      writer.schemaVersion()
      writer.key("modules")
      Self.write(trace.places, to: &writer)
      writer.key("tried")
      writer.array { writer in
        for attempt in attempts { write(attempt, to: &writer) }
      }
    }
    var output = writer.output
    output.append(byte: UInt8(ascii: "\n"))
    return output
  }

  private func write(_ attempt: Attempt, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("name")
      writer.string(attempt.path)
      writer.key("entry")
      writer.string(attempt.entry)
      guard let place = trace.places.first(where: { $0.path == attempt.path }) else {
        writer.key("error")
        return writer.string("no module of that name")
      }
      do throws(TreeError) {
        let found = try source.tried(attempt.entry, at: place)
        writer.key("modules")
        Self.write(found.places, to: &writer)
      } catch {
        writer.key("error")
        writer.string(error.description)
      }
    }
  }

  private static func write(_ places: [EntryTrace.Place], to writer: inout JSONWriter) {
    writer.array { writer in
      for place in places {
        writer.object { writer in
          writer.key("name")
          writer.string(place.path)
          writer.key("class")
          writer.string(place.className)
          if let entry = place.entry {
            writer.key("entry")
            writer.string(entry)
          }
          if let line = place.line { write(line, to: &writer) }
          if !place.tensors.isEmpty {
            writer.key("tensors")
            writer.array { for tensor in place.tensors { write(tensor, to: &$0) } }
          }
        }
      }
    }
  }

  private static func write(_ line: EntryLine, to writer: inout JSONWriter) {
    writer.key("file")
    writer.string(line.file)
    writer.key("line")
    writer.integer(line.number)
  }

  private static func write(_ tensor: EntryTrace.Tensor, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("name")
      writer.string(tensor.name)
      writer.key("kind")
      writer.string(kind(tensor.kind))
      writer.key("shape")
      writer.array { for extent in tensor.shape { $0.integer(extent) } }
      writer.key("dtype")
      writer.string(tensor.dtype.torchName ?? tensor.dtype.name)
      write(tensor.line, to: &writer)
    }
  }

  private static func kind(_ kind: TensorKind) -> String {
    switch kind {
    case .parameter: "parameter"
    case .persistentBuffer: "buffer"
    case .transientBuffer: "transient_buffer"
    }
  }
}
