extension NameTemplates {
  /// The same names with some numbers left as text in their templates, because a rule tells them from others.
  ///
  /// Tensors keep their order. O(tensors + numbers).
  package func keeping(_ literals: Set<Int32>) -> NameTemplates {
    let literals = LiteralNumbers(literals)
    guard numbers.contains(where: { literals.contains($0) }) else { return self }
    var splitter = TemplateSplitter(self, literals)
    return splitter.split()
  }
}

/// A set of numbers, most of which are small.
private struct LiteralNumbers {
  private var isSmall: ContiguousArray<Bool>
  private var large: Set<Int32>

  private static let smallest = 1024

  init(_ numbers: Set<Int32>) {
    isSmall = ContiguousArray(repeating: false, count: Self.smallest)
    large = []
    for number in numbers {
      if (0..<Int32(Self.smallest)).contains(number) { isSmall[Int(number)] = true } else { large.insert(number) }
    }
  }

  @inline(__always)
  func contains(_ number: Int32) -> Bool {
    number >= 0 && number < Int32(Self.smallest) ? isSmall[Int(number)] : !large.isEmpty && large.contains(number)
  }
}

/// Makes of each template one for every combination of literal numbers that occurs in it.
private struct TemplateSplitter {
  private let old: NameTemplates
  private let literals: LiteralNumbers
  private var new = NameTemplates()
  /// The new template of an old one without literal numbers; -1 where none was needed yet.
  private var plain: ContiguousArray<Int32>
  private var slots = HashSlots()
  /// For each new template the old one, a tensor that has it, and its hash.
  private var origins: ContiguousArray<(template: Int32, firstNumber: Int32, hash: UInt64)> = []

  init(_ old: NameTemplates, _ literals: LiteralNumbers) {
    self.old = old
    self.literals = literals
    plain = ContiguousArray(repeating: -1, count: old.templates.count)
    new.tensors.reserveCapacity(old.tensors.count)
    new.numbers.reserveCapacity(old.numbers.count)
  }

  mutating func split() -> NameTemplates {
    for tensor in old.tensors {
      let numbers = old.numbers(of: tensor)
      let template = template(of: tensor, numbers)
      let firstNumber = Int32(new.numbers.count)
      for index in numbers where !literals.contains(old.numbers[index]) { new.numbers.append(old.numbers[index]) }
      new.tensors.append(
        NameTemplates.Stored(
          template: template, firstNumber: firstNumber, dtype: tensor.dtype, columns: tensor.columns,
          count: tensor.count, bits: tensor.bits))
    }
    return new
  }

  private mutating func template(of tensor: NameTemplates.Stored, _ numbers: Range<Int>) -> Int32 {
    guard numbers.contains(where: { literals.contains(old.numbers[$0]) }) else {
      let index = Int(tensor.template)
      if plain[index] < 0 { plain[index] = add(tensor, numbers, hash: 0) }
      return plain[index]
    }
    var hash = UInt64(UInt32(bitPattern: tensor.template)) &+ 1
    for index in numbers {
      let number = old.numbers[index]
      let word = literals.contains(number) ? UInt64(UInt32(bitPattern: number)) &+ 1 : 0
      hash = ((hash ^ word) &* 0x9E37_79B9_7F4A_7C15) ^ (hash >> 29)
    }
    if let known = slots.find(hash, isSame: { isSame(self.origins[Int($0)], tensor, numbers) }) { return known }
    let id = add(tensor, numbers, hash: hash)
    let origins = origins
    _ = slots.insert(id, hash: hash, isSame: { _ in false }, hashOf: { origins[Int($0)].hash })
    return id
  }

  /// Whether a tensor has the old template and the literal numbers of the one that a new template was made for.
  private func isSame(
    _ origin: (template: Int32, firstNumber: Int32, hash: UInt64), _ tensor: NameTemplates.Stored, _ numbers: Range<Int>
  ) -> Bool {
    guard origin.template == tensor.template else { return false }
    for (offset, index) in numbers.enumerated() {
      let (one, other) = (old.numbers[Int(origin.firstNumber) + offset], old.numbers[index])
      guard one == other || !literals.contains(one) && !literals.contains(other) else { return false }
    }
    return true
  }

  private mutating func add(_ tensor: NameTemplates.Stored, _ numbers: Range<Int>, hash: UInt64) -> Int32 {
    var bytes: [UInt8] = []
    var next = numbers.lowerBound
    var open = 0
    for byte in old.templates[Int(tensor.template)].bytes {
      guard byte == NameTemplates.slot else {
        bytes.append(byte)
        continue
      }
      if literals.contains(old.numbers[next]) {
        bytes.append(contentsOf: String(old.numbers[next]).utf8)
      } else {
        bytes.append(byte)
        open += 1
      }
      next += 1
    }
    new.templates.append(NameTemplates.Template(bytes: bytes, numbers: open))
    origins.append((tensor.template, tensor.firstNumber, hash))
    return Int32(new.templates.count - 1)
  }
}
