extension ExportError: CustomStringConvertible {
  /// What to do about a plan that has no stages.
  private static func other(_ policy: String) -> String {
    policy == "optimal" ? "leave cpu and disk out of --max-memory, or --pin the layers" : "try --policy optimal"
  }

  public var description: String {
    switch self {
    case .outline:
      "a plan that was read from JSON knows the map alone, not the layers of the model; plan the checkpoint again"
    case .noLayers: "the model has no list of repeated layers, so that there are no stages to hand to an engine"
    case .severalStacks(let paths):
      "the model has several stacks of layers (\(paths.joined(separator: ", "))); engines cut one stack only, "
        + "transformers and accelerate take the map itself"
    case .cutInside(let path, let policy):
      "\(path) lies on several devices; engines cut between layers only (\(Self.other(policy)))"
    case .notContiguous(let device, let layer, let policy):
      "device \(device) holds layers before and after those of another device (the second run begins at \(layer)); "
        + "engines take one run of layers a device (\(Self.other(policy)))"
    case .refusedDevices(let target, let devices, let nearest):
      "\(target.title) takes no layers on \(devices.map(\.description).joined(separator: " or ")); \(nearest)"
    case .refused(let target, let reason, let nearest): "\(target.title) \(reason); \(nearest)"
    }
  }
}
