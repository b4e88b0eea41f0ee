/// Low-rank adapters (LoRA, arXiv 2106.09685) beside the linear layers of a model whose own weights stay as they are.
public struct LowRankAdapter: Hashable, Sendable {
  /// r: columns of the first matrix, rows of the second.
  public var rank: Int
  /// Modules with an adapter, by index.
  package var modules: Set<Int>

  package init(rank: Int, modules: Set<Int>) {
    self.rank = rank
    self.modules = modules
  }

  /// Whether adapters are put beside modules of a class.
  package static func suits(_ className: String) -> Bool { className.hasPrefix("Linear") || className == "Conv1D" }

  /// The adapter of the module that owns a weight; nil where it has none.
  ///
  /// One side of a layer's matrix is taken to be the hidden size, as in nearly all.
  func layer(_ tree: ModuleTree, _ owner: Int, tensor: Int, hidden: Int) -> AdaptedLayer? {
    guard modules.contains(owner), tree.ownTensors(of: owner).first == tensor else { return nil }
    let count = max(0, tree.tensors[tensor].count)
    let known = hidden > 0 && count % hidden == 0 && count > 0 ? hidden : max(1, Int(Double(count).squareRoot()))
    return AdaptedLayer(module: owner, rank: rank, sides: (known, max(1, count / known)))
  }
}

/// One linear layer with an adapter.
struct AdaptedLayer: Sendable {
  var module: Int
  var rank: Int
  /// Columns and rows of the layer's own matrix, in no order.
  var sides: (Int, Int)
  /// The layer of the model that is computed again for the backward pass and holds the adapter; nil where none does.
  var recomputed: Int?

  var shapes: [[Int]] { [[rank, sides.0], [sides.1, rank]] }
  var elements: Int { rank *| (sides.0 +| sides.1) }

  /// Bytes that the adapter keeps for the backward pass: its input in single precision, of the wider side at most, and
  /// what its first matrix made.
  func saved(_ work: Workload) -> Int {
    work.batch *| work.context *| (4 *| max(sides.0, sides.1) +| 4 *| rank)
  }
}
