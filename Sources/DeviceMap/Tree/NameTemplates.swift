/// The names of the tensors in files, with numbers taken out: names that differ only in numbers share a template.
///
///     model.layers.17.mlp.experts.203.up_proj.weight  ->  model.layers.#.mlp.experts.#.up_proj.weight, [17, 203]
///
/// A checkpoint of a million tensors has a few hundred templates, so that whatever needs to look at names looks at few.
package struct NameTemplates {
  /// Stands for a number in a template; it is no byte of UTF-8.
  static let slot: UInt8 = 0xFF

  /// One tensor of the files.
  struct Stored {
    var template: Int32
    var firstNumber: Int32
    var dtype: DType
    /// Elements, and bits in the file.
    var count: Int
    var bits: Int
  }

  struct Template {
    var bytes: [UInt8]
    var numbers: Int
  }

  private(set) var templates: ContiguousArray<Template> = []
  private(set) var tensors: ContiguousArray<Stored> = []
  private(set) var numbers: ContiguousArray<Int32> = []
  private var table = ByteTable()
  private var scratch: ContiguousArray<UInt8> = []
  /// Numbers that stay in the template, because a rule names them.
  private let literals: Set<Int32>
  private let hasLiterals: Bool

  package init(literals: Set<Int32> = [], expectedCount: Int = 0) {
    self.literals = literals
    hasLiterals = !literals.isEmpty
    tensors.reserveCapacity(expectedCount)
    numbers.reserveCapacity(expectedCount * 2)
  }

  /// Adds a tensor. O(length of the name).
  package mutating func append(_ name: Span<UInt8>, dtype: DType, count: Int, bits: Int) {
    let firstNumber = Int32(numbers.count)
    scratch.removeAll(keepingCapacity: true)
    let length = name.count
    var index = 0
    while index < length {
      let byte = name[index]
      if byte.isDigit, index == 0 || name[index - 1] == UInt8(ascii: ".") {
        index = appendNumber(name, index)
        continue
      }
      scratch.append(byte)
      index += 1
    }
    let template = intern()
    tensors.append(
      Stored(template: template, firstNumber: firstNumber, dtype: dtype, count: count, bits: bits))
  }

  /// Takes the digits from `start` on: a whole component becomes a slot.
  private mutating func appendNumber(_ name: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    var value: Int32 = 0
    while end < name.count, name[end].isDigit {
      if end - start < 9 { value = value * 10 + Int32(name[end] - 48) }
      end += 1
    }
    let isWhole = end == name.count || name[end] == UInt8(ascii: ".")
    let isCanonical = end - start <= 9 && (name[start] != 48 || end - start == 1)
    if isWhole, isCanonical, !hasLiterals || !literals.contains(value) {
      scratch.append(Self.slot)
      numbers.append(value)
    } else {
      for index in start..<end { scratch.append(name[index]) }
    }
    return end
  }

  private mutating func intern() -> Int32 {
    let name = scratch
    let (id, isNew) = table.insert(name.span, in: 0..<name.count)
    if isNew { templates.append(Template(bytes: Array(scratch), numbers: scratch.count { $0 == Self.slot })) }
    return id
  }

  /// The numbers of a tensor's name.
  func numbers(of tensor: Stored) -> Range<Int> {
    let start = Int(tensor.firstNumber)
    return start..<(start + templates[Int(tensor.template)].numbers)
  }

  /// The name of a tensor, put together again. O(length).
  func name(of tensor: Stored) -> String {
    var result: [UInt8] = []
    var next = Int(tensor.firstNumber)
    for byte in templates[Int(tensor.template)].bytes {
      if byte == Self.slot {
        result.append(contentsOf: String(numbers[next]).utf8)
        next += 1
      } else {
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
