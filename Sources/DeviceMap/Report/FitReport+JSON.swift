extension FitReport {
  /// The answers as JSON; the article JSON describes them.
  ///
  /// - Complexity: that of the table: for each dtype and kind of GPU a search as
  ///   ``ModelFit/fewest(gpuBytes:_:limit:)`` makes it.
  public func json() -> String {
    var writer = JSONWriter(style: .pretty)
    writer.object { root in
      root.schemaVersion()
      root.member("version", JSONWriter.schemaVersion)
      root.member("weights_bytes", fit.weightBytes)
      root.key("weights_by_dtype")
      root.object { members in
        if let (format, bytes) = fit.packedWeights { members.member(format, bytes) }
        for (dtype, bytes) in fit.weightsByDType { members.member("\(dtype)", bytes) }
      }
      root.member("understood", fit.memory.unknown == nil)
      writeRunning(&root)
      root.key("fits")
      if let answer { root.bool(answer.fits) } else { root.null() }
      root.member("missing_bytes", answer.flatMap { $0.hasRoom && !$0.isKnown ? nil : $0.missing })
      root.member("offloaded_bytes", answer?.offloadedBytes)
      root.key("binding_device")
      if let device = answer?.binding { root.device(device) } else { root.null() }
      root.member("longest_context", longestContext)
      root.member("longest_context_on_accelerators", longestContextOnAccelerators ?? longestContext)
      root.member("max_positions", fit.memory.positions)
      root.range("seconds_per_token_estimate", secondsPerToken)
      root.member("parameters", fit.parameters)
      root.member("active_parameters", fit.activeParameters)
      root.member("largest_batch", largestBatch)
      writeDevices(&root)
      writeFindings(&root)
      writeKinds(&root)
      if let training { writeTraining(training, to: &root) }
      root.notes(notes)
    }
    return writer.output.string + "\n"
  }

  private func writeRunning(_ root: inout JSONWriter) {
    let inference = fit.training == nil && work != nil && fit.memory.states != nil ? running : nil
    let transient = inference.flatMap { fit.memory.shape == nil ? nil : $0.transientBytes }
    root.member("kv_cache_bytes", inference?.cacheBytes)
    root.member("state_bytes", inference?.residentBytes)
    root.member("transient_bytes", transient)
    root.member("peak_bytes", transient == nil ? nil : inference?.peakBytes)
    root.member("decode_peak_bytes", transient == nil ? nil : inference?.decodePeakBytes)
    root.member("logits_bytes", inference.flatMap { running in fit.memory.shape?.logits(running.work).bytes })
    root.member("reserve_bytes", running?.reserve)
    root.member("reserve_context_bytes", running?.reserveParts.contextBytes)
    root.member("reserve_allocator_bytes", running?.reserveParts.allocatorBytes)
    root.key("figures")
    root.array { list in for (name, figure) in inference == nil ? [] : figures { Self.write(name, figure, to: &list) } }
  }

  private func writeDevices(_ root: inout JSONWriter) {
    root.key("devices")
    root.array { list in
      for account in answer?.accounts ?? [] {
        list.object { device in
          device.key("device")
          device.device(account.device)
          device.member("kv_cache_bytes", fit.training == nil ? account.state : nil)
          device.members(of: account)
        }
      }
    }
  }

  private func writeFindings(_ root: inout JSONWriter) {
    root.key("findings")
    root.array { list in for finding in answer?.plan?.ledger.findings ?? [] { list.finding(finding) } }
    root.key("remedies")
    root.array { list in
      for remedy in remedies {
        list.object {
          $0.member("code", remedy.change.code)
          $0.member("text", remedy.change.description)
          $0.member("command", remedy.command)
        }
      }
    }
  }

  private func writeKinds(_ root: inout JSONWriter) {
    root.key("gpus")
    root.array { list in
      for (kind, count) in zip(kinds, counts) {
        list.object { gpu in
          gpu.member("name", kind.name)
          gpu.member("memory_bytes", kind.bytes)
          gpu.member("needed", count)
        }
      }
    }
    root.key("table")
    root.array { list in
      for row in table {
        list.object { line in
          line.member("dtype", row.name)
          line.member("bits", ElementWidth(named: row.name)?.bits)
          line.member("weights_bytes", row.weights)
          line.key("needed")
          line.array { counts in
            for count in row.counts { if let count { counts.integer(count) } else { counts.null() } }
          }
        }
      }
    }
    guard !offers.isEmpty else { return }
    root.key("cheapest")
    guard let mix else { return root.null() }
    root.object { cheapest in
      cheapest.key("price")
      cheapest.number(mix.price)
      cheapest.key("gpus")
      cheapest.object { gpus in
        for (count, offer) in zip(mix.counts, offers) where count > 0 { gpus.member(offer.name, count) }
      }
    }
  }

  private func writeTraining(_ training: TrainingMemory, to root: inout JSONWriter) {
    root.key("training")
    root.object { object in
      object.member("total_bytes", training.total)
      object.member("trainable_parameters", training.trainableElements)
      object.key("terms")
      object.array { list in for (name, figure) in training.terms { Self.write(name, figure, to: &list) } }
      object.key("devices")
      object.array { list in
        for (account, share) in trainingByDevice {
          list.object { entry in
            entry.key("device")
            entry.device(account.device)
            for (name, figure) in share.terms { entry.member(name + "_bytes", figure.bytes) }
            entry.member("total_bytes", account.used)
          }
        }
      }
      object.member("missing_bytes", answer?.missing)
      object.member("grows_with_batch", "activations")
    }
  }

  private static func write(_ name: String, _ figure: Figure, to list: inout JSONWriter) {
    list.object { object in
      object.member("name", name)
      object.member("bytes", figure.bytes)
      object.member("confidence", figure.confidence.rawValue)
      object.member("formula", figure.formula)
    }
  }
}
