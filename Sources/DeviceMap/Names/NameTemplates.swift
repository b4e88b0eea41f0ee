/// The names of the tensors in files, with numbers taken out: names that differ only in numbers share a template.
///
///     model.layers.17.mlp.experts.203.up_proj.weight  ->  model.layers.#.mlp.experts.#.up_proj.weight, [17, 203]
///
/// A checkpoint of a million tensors has a few hundred templates, so that whatever needs to look at names looks at few.
/// Made by a ``NameTemplateBuilder``.
package struct NameTemplates {
  /// Stands for a number in a template; it is no byte of UTF-8.
  static let slot: UInt8 = 0xFF

  /// One tensor of the files.
  struct Stored {
    var template: Int32
    var firstNumber: Int32
    var dtype: DType
    /// Extent of the last dimension; 0 for a scalar.
    var columns: Int32
    /// Elements, and bits in the file.
    var count: Int
    var bits: Int
  }

  struct Template {
    var bytes: [UInt8]
    var numbers: Int
  }

  var templates: ContiguousArray<Template> = []
  var tensors: ContiguousArray<Stored> = []
  var numbers: ContiguousArray<Int32> = []

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
