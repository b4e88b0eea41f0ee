/// The parts of a model that are placed as a whole, in definition order.
///
/// A unit is a block, a leaf, or the tensors that a cut module itself owns. Units without bits (dropout, activations)
/// are listed too, so that units cover the tree.
package struct PlacementUnits: Sendable {
  package struct Unit: Sendable, Hashable {
    /// A module with its subtree, or the module whose own tensors these are.
    package var module: Int
    package var isOwnTensorsOnly: Bool
    package var isBlock: Bool
    package var bits: Int
  }

  package let units: [Unit]
  private let tree: ModuleTree

  package init(_ task: PlacementTask) {
    tree = task.tree
    let isBlock = tree.blocks(isNoSplit: task.isNoSplit)
    var units: [Unit] = []
    var module = 0
    while module < tree.count {
      if isBlock[module] || tree.isLeaf(module) {
        units.append(
          Unit(
            module: module, isOwnTensorsOnly: false, isBlock: isBlock[module], bits: task.bits(of: .module(module))))
        module = tree.end(of: module)
      } else {
        let own = tree.ownTensors(of: module)
        if !own.isEmpty {
          units.append(
            Unit(module: module, isOwnTensorsOnly: true, isBlock: false, bits: task.sizes.bits(of: own)))
        }
        module += 1
      }
    }
    self.units = units
  }

  /// The unit that a module belongs to, or nil for one that spans several.
  package func unit(of module: Int) -> Int? {
    guard let index = lastUnit(upTo: module) else { return nil }
    let unit = units[index]
    let isInside = unit.isOwnTensorsOnly ? unit.module == module : module < tree.end(of: unit.module)
    return isInside ? index : nil
  }

  /// The units that a module consists of; empty if it lies inside one.
  package func units(in module: Int) -> Range<Int> {
    let low = firstUnit(from: module)
    return low..<firstUnit(from: tree.end(of: module))
  }

  package func path(_ unit: Int) -> String { tree.path(of: units[unit].module) }

  private func firstUnit(from module: Int) -> Int {
    var (low, high) = (0, units.count)
    while low < high {
      let middle = (low + high) / 2
      if units[middle].module < module { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func lastUnit(upTo module: Int) -> Int? {
    let next = firstUnit(from: module + 1)
    return next > 0 ? next - 1 : nil
  }
}
