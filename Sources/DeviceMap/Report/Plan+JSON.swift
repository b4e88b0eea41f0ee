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

  /// The whole plan as JSON, as the article JSON describes it; `Plan(json:)` reads it again.
  ///
  /// - Complexity: O(decisions x depth).
  public func json() -> String {
    var writer = JSONWriter(style: .pretty)
    writer.object { writer in
      writer.schemaVersion()
      writeOrigin(to: &writer)
      writer.key("no_split")
      writer.array { for name in tree.noSplitClasses { $0.string(name) } }
      writer.key("workload")
      if let workload { Self.write(workload, to: &writer) } else { writer.null() }
      writer.accounts(ledger)
      writer.key("device_map")
      write(deviceMap: deviceMap, to: &writer)
      writer.key("certificate")
      if let certificate { Self.write(certificate, to: &writer) } else { writer.null() }
      writer.key("findings")
      writer.array { for finding in ledger.findings { $0.finding(finding) } }
      writer.notes(notes)
      writer.key("trace")
      writer.array { for event in trace { write(event, to: &$0) } }
    }
    return writer.output.string
  }

  /// What was planned, and by whose rules: `architecture`, `source` of a model on a hub, `engine`, `policy`.
  func writeOrigin(to writer: inout JSONWriter) {
    writer.member("architecture", tree.architecture)
    if let source { Self.write(source, to: &writer) }
    writer.key("engine")
    writer.object {
      $0.member("name", engine.rawValue)
      $0.member("version", engineVersion)
    }
    writer.member("policy", policy)
  }

  private static func write(_ source: HubSource, to writer: inout JSONWriter) {
    writer.key("source")
    writer.object { writer in
      writer.member("hub", source.hub)
      writer.member("id", source.id)
      writer.member("revision", source.revision)
      writer.member("commit", source.commit)
      writer.member("file", source.file)
      writer.member("from", source.origin)
      writer.member("complete", source.isComplete)
    }
  }

  private static func write(_ workload: PlannedWorkload, to writer: inout JSONWriter) {
    writer.object {
      $0.member("context", workload.context)
      $0.member("batch", workload.batch)
      $0.member("transient_bytes", workload.transientBytes)
    }
  }

  private func write(deviceMap entries: [DeviceMapEntry], to writer: inout JSONWriter) {
    writer.object { writer in
      for entry in entries {
        writer.key(entry.path)
        writer.device(entry.device)
      }
    }
  }

  private static func write(_ certificate: PlacementCertificate, to writer: inout JSONWriter) {
    writer.object {
      $0.member("objective", certificate.objective.rawValue)
      $0.member("sense", certificate.sense.rawValue)
      $0.key("value")
      $0.number(certificate.value.value)
      $0.key("bound")
      $0.number(certificate.bound.value)
      $0.key("gap")
      $0.number(certificate.gap)
      $0.member("any_order", certificate.anyOrder)
      $0.member("offloaded_bytes", certificate.offloadedBytes)
      $0.member("offloaded_bytes_bound", certificate.offloadedBytesBound)
    }
  }

  func write(_ event: TraceEvent, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("part", tree.path(of: event.part))
      writer.key("device")
      writer.device(devices[event.device].device)
      writer.member("outcome", event.outcome.name)
      if let partner = event.partner { writer.member("partner", tree.path(of: partner)) }
      writer.member("bytes", (event.size + 7) / 8)
      writer.member("bytes_with_ties", (event.sizeWithTies + 7) / 8)
      writer.member("used_bytes", (event.used + 7) / 8)
      writer.member("cap_bytes", event.cap.map { $0 / 8 })
      writer.member("reserve_bytes", (event.reserve + 7) / 8)
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
