/// A module written by hand, for unit tests of placement policies and for models that come from elsewhere.
///
///     let tree = ModuleTree {
///       Module("embed", class: "Embedding", bytes: 64)
///       Module("layers") {
///         for i in 0..<4 { Module("\(i)", class: "Block") { Module("mlp", bytes: 72); Module("attn", bytes: 36) } }
///       }
///       Module("head", class: "Linear", bytes: 64)
///     }.noSplit("Block").tied("embed", "head")
public struct Module: Sendable {
  /// The last part of its path.
  public var name: String
  /// The name of its Python class.
  public var className: String
  /// The module's own tensors; `bytes:` makes one parameter named `weight`.
  public var tensors: [Tensor]
  /// The modules in it, in order.
  public var children: [Module]

  /// A parameter or buffer of a module.
  public struct Tensor: Sendable {
    /// The last part of its path.
    public var name: String
    /// What an element is stored as.
    public var dtype: DType
    /// Number of elements.
    public var count: Int
    /// Parameter or buffer.
    public var kind: TensorKind

    /// - Parameters:
    ///   - name: the last part of its path.
    ///   - dtype: what an element is stored as.
    ///   - count: number of elements.
    ///   - kind: parameter or buffer.
    public init(_ name: String, _ dtype: DType, count: Int, kind: TensorKind = .parameter) {
      self.name = name
      self.dtype = dtype
      self.count = count
      self.kind = kind
    }
  }

  /// A module with one parameter `weight` of the given size, or none when `bytes` is 0.
  ///
  /// - Parameters:
  ///   - name: the last part of its path.
  ///   - className: the name of its Python class.
  ///   - bytes: size of the module's own parameter, in bytes.
  ///   - buffers: size of the module's own buffer, in bytes.
  ///   - children: the modules in it, in order.
  public init(
    _ name: String, class className: String = "Module", bytes: Int = 0, buffers: Int = 0,
    @ModuleListBuilder children: () -> [Module] = { [] }
  ) {
    var tensors: [Tensor] = []
    if bytes > 0 { tensors.append(Tensor("weight", .u8, count: bytes)) }
    if buffers > 0 { tensors.append(Tensor("buffer", .u8, count: buffers, kind: .persistentBuffer)) }
    self.init(name, class: className, tensors: tensors, children: children)
  }

  /// A module with the given tensors.
  public init(
    _ name: String, class className: String = "Module", tensors: [Tensor],
    @ModuleListBuilder children: () -> [Module] = { [] }
  ) {
    self.name = name
    self.className = className
    self.tensors = tensors
    self.children = children()
  }
}

/// Collects the children of a ``Module`` or of a ``ModuleTree``.
@resultBuilder
public enum ModuleListBuilder {
  /// One module, or several in an array.
  public static func buildExpression(_ module: Module) -> [Module] { [module] }
  /// One module, or several in an array.
  public static func buildExpression(_ modules: [Module]) -> [Module] { modules }
  /// Modules one after the other.
  ///
  /// - Complexity: O(modules).
  public static func buildBlock(_ parts: [Module]...) -> [Module] { parts.flatMap { $0 } }
  /// The modules of a loop.
  ///
  /// - Complexity: O(modules).
  public static func buildArray(_ parts: [[Module]]) -> [Module] { parts.flatMap { $0 } }
  /// The modules of an `if`.
  public static func buildOptional(_ part: [Module]?) -> [Module] { part ?? [] }
  /// The modules of an `if` with an `else`.
  public static func buildEither(first part: [Module]) -> [Module] { part }
  /// The modules of its `else`.
  public static func buildEither(second part: [Module]) -> [Module] { part }
}

extension ModuleTree {
  /// A tree written by hand.
  ///
  /// - Parameters:
  ///   - rootClass: class of the root module.
  ///   - modules: the children of the root, in order.
  /// - Complexity: O(modules).
  public init(rootClass: String = "Model", @ModuleListBuilder _ modules: () -> [Module]) {
    var builder = ModuleTreeBuilder(rootClass: rootClass)
    func append(_ module: Module) {
      builder.open(module.name, className: module.className)
      for kind in [TensorKind.parameter, .persistentBuffer, .transientBuffer] {
        for tensor in module.tensors where tensor.kind == kind {
          builder.add(builder.intern(tensor.name), dtype: tensor.dtype, count: tensor.count, kind: kind)
        }
      }
      for child in module.children { append(child) }
      builder.close()
    }
    for module in modules() { append(module) }
    self = builder.finish()
  }

  /// The same tree with other no-split classes.
  ///
  /// - Complexity: O(classes x log classes); the tree is copied where it is shared.
  public func noSplit(_ classes: String...) -> ModuleTree { noSplit(classes) }

  /// The same tree with other no-split classes.
  ///
  /// - Complexity: O(classes x log classes); the tree is copied where it is shared.
  public func noSplit(_ classes: [String]) -> ModuleTree {
    var tree = self
    tree.noSplitClasses = Array(Set(classes)).sorted()
    return tree
  }

  /// The same tree in which the parameters of the named modules (or the named tensors) share one storage: that of the
  /// first name.
  ///
  /// Names that match nothing, or that differ in size, are left alone and noted.
  ///
  /// - Complexity: O(names x depth x children); the tensors are copied where they are shared.
  public func tied(_ paths: String...) -> ModuleTree {
    var tree = self
    let resolved = paths.map { tree.tensor(atModuleOrTensor: $0) }
    guard let source = resolved.first ?? nil else {
      tree.notes.append(Note(.warning, code: "tie-not-found", "nothing to tie at \(paths.first ?? "")"))
      return tree
    }
    let root = tree.tensors[source].tiedTo >= 0 ? tree.tensors[source].tiedTo : Int32(source)
    for (path, tensor) in zip(paths, resolved).dropFirst() {
      guard let tensor, Int32(tensor) != root, tree.tensors[tensor].count == tree.tensors[Int(root)].count else {
        tree.notes.append(Note(.warning, code: "tie-not-found", "\(path) cannot be tied to \(paths[0])"))
        continue
      }
      tree.tensors[tensor].tiedTo = root
    }
    return tree
  }

  /// The tensor at a path, or the first own tensor of the module at that path.
  package func tensor(atModuleOrTensor path: String) -> Int? {
    if let module = module(at: path) { return ownTensors(of: module).first }
    return tensor(atPath: path)
  }
}
