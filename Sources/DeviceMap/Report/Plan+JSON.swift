extension Plan {
  /// The device_map as transformers and accelerate load it: `{"model.embed_tokens": 0, ..., "lm_head": "cpu"}`.
  ///
  /// GPUs are integers, keys stand in module order. The same plan gives the same bytes.
  ///
  /// - Complexity: O(entries x depth).
  public func deviceMapJSON() -> String {
    var writer = JSONWriter(style: .line)
    write(deviceMap: deviceMap, to: &writer)
    return writer.output.string
  }

  /// The whole plan as JSON; the schema is described in README.md.
  ///
  /// - Parameter source: The model on a hub that was planned; nil for other files.
  /// - Complexity: O(decisions x depth).
  public func json(source: HubSnapshot? = nil) -> String {
    var writer = JSONWriter(style: .pretty)
    writer.object { writer in
      writer.key("schema_version")
      writer.integer(1)
      writer.key("architecture")
      if let architecture = tree.architecture { writer.string(architecture) } else { writer.null() }
      if let source { Self.write(source, to: &writer) }
      writer.key("engine")
      writer.object {
        $0.key("name")
        $0.string(engine.rawValue)
        $0.key("version")
        $0.string(engine.version)
      }
      writer.key("policy")
      writer.string(policy)
      writer.key("no_split")
      writer.array { for name in tree.noSplitClasses { $0.string(name) } }
      writer.key("devices")
      writer.array { for load in usage.loads { Self.write(load, to: &$0) } }
      writer.key("device_map")
      write(deviceMap: deviceMap, to: &writer)
      writer.key("certificate")
      if let certificate { Self.write(certificate, to: &writer) } else { writer.null() }
      writer.notes(notes)
      writer.key("trace")
      writer.array { for event in trace { write(event, to: &$0) } }
    }
    return writer.output.string
  }

  private static func write(_ source: HubSnapshot, to writer: inout JSONWriter) {
    let reference = source.reference
    writer.key("source")
    writer.object { writer in
      for (key, value) in [
        ("hub", reference.site.rawValue), ("id", reference.id), ("revision", reference.wantedRevision),
        ("commit", source.commit), ("file", reference.file), ("from", source.origin.text),
      ] {
        writer.key(key)
        if let value { writer.string(value) } else { writer.null() }
      }
      writer.key("complete")
      writer.bool(source.missing == nil)
    }
  }

  private func write(deviceMap entries: [Entry], to writer: inout JSONWriter) {
    writer.object { writer in
      for entry in entries {
        writer.key(entry.path)
        Self.write(entry.device, to: &writer)
      }
    }
  }

  static func write(_ device: Device, to writer: inout JSONWriter) {
    if case .gpu(let id) = device { writer.integer(id) } else { writer.string(device.description) }
  }

  private static func write(_ bytes: Int?, _ key: String, to writer: inout JSONWriter) {
    writer.key(key)
    if let bytes { writer.integer(bytes) } else { writer.null() }
  }

  private static func write(_ load: Usage.Load, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("device")
      write(load.device, to: &writer)
      write(load.limit, "budget_bytes", to: &writer)
      write(load.cap, "cap_bytes", to: &writer)
      write(load.weights + load.states, "used_bytes", to: &writer)
      write(load.weights, "weights_bytes", to: &writer)
      write(load.states, "state_bytes", to: &writer)
      write(load.reserve, "reserve_bytes", to: &writer)
      write(load.free, "free_bytes", to: &writer)
      for (key, path) in [("first", load.first), ("last", load.last)] {
        writer.key(key)
        if let path { writer.string(path) } else { writer.null() }
      }
    }
  }

  private static func write(_ certificate: PlacementCertificate, to writer: inout JSONWriter) {
    writer.object {
      $0.key("objective")
      $0.string(certificate.objective.rawValue)
      $0.key("sense")
      $0.string(certificate.sense.rawValue)
      $0.key("value")
      $0.number(certificate.value.value)
      $0.key("bound")
      $0.number(certificate.bound.value)
      $0.key("gap")
      $0.number(certificate.gap)
      $0.key("offloaded_bytes")
      $0.integer(certificate.offloadedBytes)
      $0.key("offloaded_bytes_bound")
      $0.integer(certificate.offloadedBytesBound)
    }
  }

  private func write(_ event: TraceEvent, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("part")
      switch event.part {
      case .module(let module): writer.string(tree.path(of: module))
      case .tensor(let tensor): writer.string(tree.path(ofTensor: tensor))
      }
      writer.key("device")
      Self.write(devices[event.device].device, to: &writer)
      writer.key("outcome")
      writer.string(event.outcome.name)
      Self.write((event.size + 7) / 8, "bytes", to: &writer)
      Self.write((event.sizeWithTies + 7) / 8, "bytes_with_ties", to: &writer)
      Self.write((event.used + 7) / 8, "used_bytes", to: &writer)
      Self.write(event.cap.map { $0 / 8 }, "cap_bytes", to: &writer)
      Self.write((event.reserve + 7) / 8, "reserve_bytes", to: &writer)
    }
  }
}

extension TraceEvent.Outcome {
  /// The name in JSON.
  var name: String {
    switch self {
    case .placed: "placed"
    case .placedWithTies: "placed_with_ties"
    case .split: "split"
    case .splitPartner: "split_partner"
    case .escaped: "escaped"
    case .fallback: "fallback"
    case .nextDevice: "next_device"
    }
  }
}
