extension Placement {
  /// The whole model on one device, but for some modules.
  ///
  ///     let experts = task.tree.modules.filter { $0.name == "experts" }
  ///     return Placement(task, on: .gpu(0), except: experts.map { ($0, .cpu) })
  ///
  /// - Parameters:
  ///   - task: the model and its devices.
  ///   - device: where everything else goes.
  ///   - apart: modules with their devices; of modules that contain each other the outer one counts.
  /// - Complexity: O(modules).
  public init(_ task: PlacementTask, on device: Device, except apart: [(module: TreeModule, device: Device)]) {
    let modules = apart.map { (module: $0.module.index, device: $0.device) }.sorted { $0.module < $1.module }
    self.init(Self.assignments(of: task.root, in: task.tree, on: device, except: modules))
  }

  /// A module on a device, but for modules below it: it is cut as far as they need it.
  ///
  /// - Parameter apart: modules by index with their devices, in ascending order.
  static func assignments(
    of module: Int, in tree: ModuleTree, on device: Device, except apart: [(module: Int, device: Device)]
  ) -> [Assignment] {
    let next = first(of: apart, from: module)
    guard next < apart.count, apart[next].module < tree.end(of: module) else {
      return [Assignment(.module(module), on: device)]
    }
    if apart[next].module == module { return [Assignment(.module(module), on: apart[next].device)] }
    var result = tree.ownTensors(of: module).map { Assignment(.tensor($0), on: device) }
    for child in tree.children(of: module) { result += assignments(of: child, in: tree, on: device, except: apart) }
    return result
  }

  private static func first(of apart: [(module: Int, device: Device)], from module: Int) -> Int {
    apart.indices.firstIndex(notBefore: { apart[$0].module < module })
  }
}
