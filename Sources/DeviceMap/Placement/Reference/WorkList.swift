/// What is still to be placed, in the order of the references' list, made while it is walked.
///
/// The list starts with the root's parameters, its children and its buffers. ``open(_:)`` replaces a module by its own
/// parameters and its children, wherever it stands: the walk descends when it comes to it. So nothing is ever moved.
struct WorkList {
  /// What has become of a module or tensor.
  enum State: UInt8 {
    case untouched
    /// Replaced by its own parameters and its children.
    case opened
    /// Put in front of the list out of turn; its own place is skipped.
    case ahead
    /// On a device, or dissolved into tensors.
    case taken
  }

  /// The walk: what comes next at each level, the deepest last.
  struct Cursor {
    fileprivate struct Frame {
      var tensors: Range<Int>
      var child: Int
      var end: Int
      var single: TreePart?
    }

    fileprivate var frames: [Frame]
  }

  private(set) var cursor = Cursor(frames: [])
  private var marks: Marks

  init(_ task: PlacementTask) {
    marks = Marks(task.tree)
    marks.modules[0] = .opened
    cursor.frames.append(Cursor.Frame(tensors: task.ownBuffers(of: 0), child: 0, end: 0))
    marks.enter(0, &cursor)
  }

  /// Takes the first part off the list.
  mutating func next() -> TreePart? { marks.advance(&cursor) }

  func state(ofModule module: Int) -> State { marks.modules[module] }

  func state(ofTensor tensor: Int) -> State { marks.tensors[tensor] }

  /// The first part at a cursor that is neither taken nor opened, which the cursor then passes.
  func advance(_ cursor: inout Cursor) -> TreePart? { marks.advance(&cursor) }

  /// Continues a walk inside a module: its own parameters, then its children.
  func enter(_ module: Int, _ cursor: inout Cursor) { marks.enter(module, &cursor) }

  /// Puts a part in front of the list.
  mutating func putFirst(_ part: TreePart) {
    cursor.frames.append(Cursor.Frame(tensors: 0..<0, child: 0, end: 0, single: part))
  }

  /// Replaces a module that waits in the list by its own parameters and children.
  mutating func open(_ module: Int) { marks.modules[module] = .opened }

  /// Replaces the part that was just taken off by its own parameters and children.
  mutating func openFirst(_ module: Int) {
    marks.modules[module] = .opened
    marks.enter(module, &cursor)
  }

  /// Takes a part out, wherever it stands.
  mutating func take(_ part: TreePart) { mark(part, .taken) }

  /// Moves a part from its place to the front of the list.
  mutating func moveFirst(_ part: TreePart) {
    mark(part, .ahead)
    putFirst(part)
  }

  private mutating func mark(_ part: TreePart, _ state: State) {
    switch part {
    case .module(let module): marks.modules[module] = state
    case .tensor(let tensor): marks.tensors[tensor] = state
    }
  }
}

/// What has become of each module and tensor, apart from where a walk stands, so that walking copies nothing.
private struct Marks {
  var modules: ContiguousArray<WorkList.State>
  var tensors: ContiguousArray<WorkList.State>
  private let tree: ModuleTree

  init(_ tree: ModuleTree) {
    self.tree = tree
    modules = ContiguousArray(repeating: .untouched, count: tree.count)
    tensors = ContiguousArray(repeating: .untouched, count: tree.tensors.count)
  }

  /// The first part at a cursor that is neither taken nor opened, which the cursor then passes.
  func advance(_ cursor: inout WorkList.Cursor) -> TreePart? {
    while let top = cursor.frames.indices.last {
      if let single = cursor.frames[top].single {
        cursor.frames.removeLast()
        switch (single, state(of: single)) {
        case (_, .taken): break
        case (.module(let module), .opened): enter(module, &cursor)
        default: return single
        }
      } else if let tensor = cursor.frames[top].tensors.popFirst() {
        if tensors[tensor] == .untouched { return .tensor(tensor) }
      } else if cursor.frames[top].child < cursor.frames[top].end {
        let child = cursor.frames[top].child
        cursor.frames[top].child = tree.end(of: child)
        switch modules[child] {
        case .untouched: return .module(child)
        case .opened: enter(child, &cursor)
        case .ahead, .taken: break
        }
      } else {
        cursor.frames.removeLast()
      }
    }
    return nil
  }

  /// Continues a walk inside a module: its own parameters, then its children.
  func enter(_ module: Int, _ cursor: inout WorkList.Cursor) {
    let own = tree.ownTensors(of: module)
    let buffers = own.first { tree.tensors[$0].kind != .parameter } ?? own.upperBound
    cursor.frames.append(frame(module, parameters: own.lowerBound..<buffers))
  }

  private func frame(_ module: Int, parameters: Range<Int>) -> WorkList.Cursor.Frame {
    WorkList.Cursor.Frame(tensors: parameters, child: module + 1, end: tree.end(of: module))
  }

  private func state(of part: TreePart) -> WorkList.State {
    switch part {
    case .module(let module): modules[module]
    case .tensor(let tensor): tensors[tensor]
    }
  }
}

extension Range where Bound == Int {
  /// Removes and returns the first element.
  fileprivate mutating func popFirst() -> Int? {
    guard lowerBound < upperBound else { return nil }
    defer { self = lowerBound + 1..<upperBound }
    return lowerBound
  }
}
