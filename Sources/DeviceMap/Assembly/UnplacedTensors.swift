/// The tensors of a quantized checkpoint that the model itself has no place for, by the module that they belong to.
struct UnplacedTensors {
  private(set) var list: [AddedTensor] = []
  /// Where a name of a module is in the list, so that the parts of many experts are one tensor.
  private var places: [Key: Int] = [:]
  private var isOpen: [Bool] = []

  private struct Key: Hashable {
    var module: Int
    var name: String
  }

  /// Adds a scale, or a packed weight, to a module of known structure. Parts that differ in numbers only are added up.
  ///
  /// - Returns: where in the list it is.
  mutating func add(_ tensor: NameTemplates.Stored, at path: [String], of module: Int) -> Int {
    let parts = path.count > 1 ? path.filter { Int($0) == nil } : path
    let key = Key(module: module, name: parts.joined(separator: "."))
    if let place = places[key], list[place].dtype == tensor.dtype {
      list[place].count &+= tensor.count
      list[place].storedBits &+= tensor.bits
      return place
    }
    let place = places[key] ?? list.count
    places[key] = place
    append(
      AddedTensor(
        module: module, path: [key.name], dtype: tensor.dtype, count: tensor.count, storedBits: tensor.bits))
    list[list.count - 1].unpackedBits = 0
    return place
  }

  /// Adds a tensor to one of the list that has its name, if it has its dtype too.
  mutating func add(_ tensor: NameTemplates.Stored, to place: Int) -> Bool {
    guard list[place].dtype == tensor.dtype else { return false }
    list[place].count &+= tensor.count
    list[place].storedBits &+= tensor.bits
    return true
  }

  /// Adds a tensor to a module of which the structure is known from names alone.
  mutating func addOpen(_ tensor: NameTemplates.Stored, at path: [String], of module: Int) {
    let leaf = PackedName.leaf(in: path)
    let path = path[..<leaf] + [path[leaf...].joined(separator: ".")]
    append(
      AddedTensor(module: module, path: Array(path), dtype: tensor.dtype, count: tensor.count, storedBits: -1))
    isOpen[isOpen.count - 1] = true
  }

  private mutating func append(_ addition: AddedTensor) {
    list.append(addition)
    isOpen.append(false)
  }

  /// Tells packed tensors of open modules from plain ones, which get the model's dtype.
  ///
  /// - Parameter bits: what a packed weight takes; nil when nothing is packed.
  mutating func describeOpen(dtype: DType, bits: Int?) {
    var siblings: [Key: Set<String>] = [:]
    func key(_ addition: AddedTensor) -> Key {
      Key(module: addition.module, name: addition.path.dropLast().joined(separator: "."))
    }
    let open = list.indices.filter { isOpen[$0] }
    if bits != nil {
      for index in open { siblings[key(list[index]), default: []].insert(list[index].path.last ?? "") }
    }
    for index in open {
      let addition = list[index]
      let elements = bits.flatMap {
        PackedName.elements(
          addition.path.last ?? "", dtype: addition.dtype, count: addition.count,
          siblings: siblings[key(addition)] ?? [], bits: $0)
      }
      if let elements {
        list[index].unpackedBits = elements.multipliedReportingOverflow(by: dtype.bits).partialValue
      } else if addition.dtype.isFloatingPoint, !addition.dtype.isPacked {
        list[index].dtype = dtype
      }
    }
  }

  /// The largest tensor that a module is given, which is the packed weight and no scale of it, unpacks to all that its
  /// tensors replace.
  mutating func takePlace(of dropped: Set<Int>, in tree: ModuleTree) {
    var bits: [Int: Int] = [:]
    for tensor in dropped {
      let record = tree.tensors[tensor]
      bits[Int(record.owner), default: 0] += record.count * record.dtype.bits
    }
    var largest: [Int: Int] = [:]
    for index in list.indices where !isOpen[index] && bits[list[index].module] != nil {
      let known = largest[list[index].module]
      if known.map({ list[$0].storedBits < list[index].storedBits }) ?? true { largest[list[index].module] = index }
    }
    for (module, index) in largest { list[index].unpackedBits = bits[module] ?? 0 }
  }
}

extension ModuleTree {
  /// Tells packed tensors from plain ones in a tree that was inferred from names; plain ones get `dtype`.
  mutating func markPacked(dtype: DType?, bits: Int?) {
    for module in 0..<count {
      let own = ownTensors(of: module)
      if own.isEmpty { continue }
      let names = own.map { symbols[tensors[$0].name] }
      let siblings = Set(names)
      for (index, name) in zip(own, names) {
        let record = tensors[index]
        let elements = PackedName.elements(
          name, dtype: record.dtype, count: record.count, siblings: siblings, bits: bits)
        if let elements {
          tensors[index].unpackedBits = elements.multipliedReportingOverflow(by: (dtype ?? .bf16).bits).partialValue
        } else if let dtype, record.dtype.isFloatingPoint, !record.dtype.isPacked {
          tensors[index].dtype = dtype
        }
      }
    }
  }
}
