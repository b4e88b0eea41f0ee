extension ModuleTree {
  /// The components of a diffusers pipeline, each as one module that is not to be cut, in the order of model_index.json.
  ///
  /// - Parameters:
  ///   - pipeline: what the files say.
  ///   - dtype: the `torch_dtype` with which it is loaded; nil to count floating tensors as stored.
  /// - Complexity: O(tensors).
  public init(_ pipeline: DiffusersPipeline, dtype: DType? = nil) {
    self.init(rootClass: pipeline.className) {
      for component in pipeline.components {
        Module(component.name, class: component.className, tensors: Self.weights(of: component, dtype))
      }
    }
    noSplitClasses = Set(pipeline.components.map(\.className)).sorted()
    notes = pipeline.components.flatMap { component in
      component.checkpoint.notes.filter(\.isOfWeights).map(\.note)
        .map { Note($0.severity, code: $0.code, "\(component.name): \($0.text)") }
    }
  }

  /// The elements of a component by dtype, in the order of ``DType``.
  private static func weights(of component: DiffusersPipeline.Component, _ dtype: DType?) -> [Module.Tensor] {
    var counts = [Int](repeating: 0, count: DType.allCases.count)
    for tensor in component.checkpoint.tensors {
      let own = tensor.dtype.isFloatingPoint ? dtype ?? tensor.dtype : tensor.dtype
      counts[Int(own.rawValue)] = counts[Int(own.rawValue)] +| tensor.elementCount
    }
    return DType.allCases.compactMap { own in
      let count = counts[Int(own.rawValue)]
      return count > 0 ? Module.Tensor("weights." + own.name, own, count: count) : nil
    }
  }
}

extension CheckpointNote {
  /// Whether it is said of the weights, whatever the config beside them is for.
  fileprivate var isOfWeights: Bool {
    switch self {
    case .noConfig, .wrongType, .unusualNames, .modulesBeside: false
    default: true
    }
  }
}
