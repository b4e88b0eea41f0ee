extension PlacementError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .maxMemory(let error): error.description
    case .constraint(let error): error.description
    case .outline:
      "the tree of a plan that was read from JSON has no tensors; read the checkpoint again and use its tree"
    case .sizeOverflow(let tensor): "tensor \(tensor): the sizes up to here pass 2^60 bits; the shapes are wrong"
    case .notPlaced(let tensor): "the policy put tensor \(tensor) on no device"
    case .placedTwice(let path): "the policy placed \(path.isEmpty ? "the whole model" : path) twice"
    case .deviceNotOffered(let device, let path): "the policy put \(path) on device \(device), which it was not given"
    case .noSuchPart(.module(let module)): "the policy placed module \(module), which the model does not have"
    case .noSuchPart(.tensor(let tensor)): "the policy placed tensor \(tensor), which the model does not have"
    }
  }
}
