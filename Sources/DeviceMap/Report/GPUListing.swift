/// The GPUs that are known by name, with the source of each.
package struct GPUListing {
  package init() {}

  /// A table for people.
  ///
  /// - Parameter width: columns of the screen, nil for any number.
  package func text(width: Int? = nil) -> String {
    var table = TextTable([
      ("name", .left), ("vendor", .left), ("memory", .right), ("as", .left), ("GB/s", .right),
      ("16-bit TFLOPS", .right),
      ("source of speed", .left),
    ])
    for model in GPUTable.all {
      table.add([
        model.name, model.vendor.rawValue, ByteText.size(model.memoryBytes), model.memorySource.rawValue,
        ByteText.decimal(model.bytesPerSecond / 1e9, digits: 0),
        model.flops.map { ByteText.decimal($0 / 1e12, digits: 1) } ?? "-", model.source,
      ])
    }
    return table.text(width: width)
  }

  /// `{"schema_version", "version", "gpus": [{"name", "vendor", "memory_bytes", "memory_source", ...}]}`.
  package func json() -> String {
    var writer = JSONWriter(style: .pretty)
    writer.object { root in
      root.schemaVersion()
      root.member("version", JSONWriter.schemaVersion)
      root.key("gpus")
      root.array { list in for model in GPUTable.all { Self.write(model, to: &list) } }
    }
    return writer.output.string + "\n"
  }

  private static func write(_ model: GPUModel, to list: inout JSONWriter) {
    list.object { gpu in
      gpu.member("name", model.name)
      gpu.member("vendor", model.vendor.rawValue)
      gpu.member("memory_bytes", model.memoryBytes)
      gpu.member("memory_source", model.memorySource.rawValue)
      gpu.key("bytes_per_second")
      gpu.number(model.bytesPerSecond)
      gpu.key("flops_16_bit")
      if let flops = model.flops { gpu.number(flops) } else { gpu.null() }
      gpu.member("source", model.source)
    }
  }
}
