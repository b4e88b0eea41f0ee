/// The parts of a model in execution order, each of which is placed as a whole, with their weights and what running
/// adds to them.
///
///     part     embed_tokens   layers.0   layers.1   ...   norm   lm_head
///     weights  ████████       ██████     ██████           ▌      ████████
///     state                   ░░░        ░░░                                 stays between tokens
///     transient               ▒▒▒▒       ▒▒▒▒                    ▒▒          only while the part runs
///
/// A part is a block, a leaf, or the tensors that a cut module itself owns. Parts without bits (dropout, activations)
/// are listed too, so that parts cover the tree.
package struct Row: Sendable {
  package let parts: [RowPart]
  private let tree: ModuleTree

  /// - Parameters:
  ///   - weights: sizes of the weights alone.
  ///   - isNoSplit: whether a module is of a class that is not to be cut.
  /// - Complexity: O(modules).
  package init(_ tree: ModuleTree, weights: ModuleSizes, isNoSplit: (Int) -> Bool) {
    self.tree = tree
    let isBlock = tree.blocks(isNoSplit: isNoSplit)
    var parts: [RowPart] = []
    var module = 0
    while module < tree.count {
      if isBlock[module] || tree.isLeaf(module) {
        let tensors = tree.allTensors(of: module)
        parts.append(
          RowPart(
            module: module, tensors: tensors, isOwnTensorsOnly: false, isBlock: isBlock[module],
            bits: weights.bits(of: tensors)))
        module = tree.end(of: module)
      } else {
        let own = tree.ownTensors(of: module)
        if !own.isEmpty {
          parts.append(
            RowPart(module: module, tensors: own, isOwnTensorsOnly: true, isBlock: false, bits: weights.bits(of: own)))
        }
        module += 1
      }
    }
    self.parts = parts
  }

  /// The part that a module belongs to, or nil for one that spans several.
  package func part(of module: Int) -> Int? {
    guard let index = lastPart(upTo: module) else { return nil }
    let part = parts[index]
    let isInside = part.isOwnTensorsOnly ? part.module == module : module < tree.end(of: part.module)
    return isInside ? index : nil
  }

  /// The parts that a module consists of; empty if it lies inside one.
  package func parts(in module: Int) -> Range<Int> {
    let low = firstPart(from: module)
    return low..<firstPart(from: tree.end(of: module))
  }

  package func path(_ part: Int) -> String { tree.path(of: parts[part].module) }

  private func firstPart(from module: Int) -> Int {
    parts.indices.firstIndex(notBefore: { parts[$0].module < module })
  }

  private func lastPart(upTo module: Int) -> Int? {
    let next = firstPart(from: module + 1)
    return next > 0 ? next - 1 : nil
  }
}

/// One part of a ``Row``.
package struct RowPart: Sendable, Hashable {
  /// A module with its subtree, or the module whose own tensors these are.
  package var module: Int
  package var tensors: Range<Int>
  package var isOwnTensorsOnly: Bool
  package var isBlock: Bool
  /// Bits of weights and buffers, a shared storage once.
  package var bits: Int
}

/// What running adds to one part of a ``Row``, in bytes.
package struct PartDemand: Sendable, Hashable {
  /// Stays with the part: cache, recurrent state.
  package var state = 0
  /// Needed only while the part runs.
  package var transient = 0
  /// Activations that are handed to the next part.
  package var output = 0
}

extension Row {
  /// What running adds to every part.
  ///
  /// The state of a module is with its first tensor. Of a module that spans several parts, each may be what runs.
  ///
  /// - Complexity: O(parts + demands x log parts).
  package func demands(_ running: RunningMemory?) -> [PartDemand] {
    var result = [PartDemand](repeating: PartDemand(), count: parts.count)
    for demand in running?.demands ?? [] where demand.module < tree.count {
      let spanned = parts(of: demand.module)
      guard let first = spanned.first(where: { !parts[$0].tensors.isEmpty }) ?? spanned.first else { continue }
      result[first].state = result[first].state +| demand.resident
      for part in spanned where part == first || !parts[part].tensors.isEmpty {
        result[part].transient = max(result[part].transient, demand.transient)
        result[part].output = max(result[part].output, demand.output)
      }
    }
    return result
  }

  private func parts(of module: Int) -> Range<Int> {
    if let part = part(of: module), !parts[part].isOwnTensorsOnly { return part..<part + 1 }
    return parts(in: module)
  }
}
