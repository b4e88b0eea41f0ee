/// Cuts names into templates and numbers, one after the other.
package struct NameTemplateBuilder {
  /// What was added so far.
  package private(set) var names = NameTemplates()
  private var slots = HashSlots()
  private var hashes: ContiguousArray<UInt64> = []
  private var texts = TemplateTexts()
  /// The template of the last name, and which one came after each template the last time: names come in the same order
  /// in every layer.
  private var lastTemplate: Int32 = -1
  private var successors: ContiguousArray<Int32> = []
  /// The parts of the name at hand between its numbers.
  private var parts: ContiguousArray<Range<Int>> = []

  package init(expectedCount: Int = 0) {
    names.tensors.reserveCapacity(expectedCount)
    names.numbers.reserveCapacity(expectedCount * 2)
  }

  /// Adds a tensor. O(length of the name).
  package mutating func append(_ name: Span<UInt8>, dtype: DType, count: Int, bits: Int, columns: Int = 0) {
    let firstNumber = Int32(names.numbers.count)
    let template = expected(name) ?? search(name)
    if lastTemplate >= 0 { successors[Int(lastTemplate)] = template }
    lastTemplate = template
    names.tensors.append(
      NameTemplates.Stored(
        template: template, firstNumber: firstNumber, dtype: dtype, columns: Int32(clamping: columns), count: count,
        bits: bits))
  }

  /// The template that came after that of the last name before, if the name has it; its numbers are appended.
  @inline(__always)
  private mutating func expected(_ name: Span<UInt8>) -> Int32? {
    guard lastTemplate >= 0, successors[Int(lastTemplate)] >= 0 else { return nil }
    let template = successors[Int(lastTemplate)]
    let before = names.numbers.count
    if texts.append(&names.numbers, of: name, ifItHas: Int(template)) { return template }
    names.numbers.removeLast(names.numbers.count - before)
    return nil
  }

  /// Cuts a name into parts and numbers, which are appended, and looks for its template, or makes it.
  private mutating func search(_ name: Span<UInt8>) -> Int32 {
    parts.removeAll(keepingCapacity: true)
    var partStart = 0
    var component = 0
    while component < name.count {
      if name[component].isDigit, let (value, end) = name.componentNumber(at: component) {
        parts.append(partStart..<component)
        names.numbers.append(value)
        partStart = end
        component = end
      }
      component = Self.dot(in: name, from: component) + 1
    }
    parts.append(partStart..<name.count)
    let hash = hash(of: name)
    return find(name, hash) ?? addTemplate(name, hash)
  }

  /// The position of the next dot, or the length. Eight bytes a step.
  @inline(__always)
  private static func dot(in name: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index &+ 8 <= name.count {
      let difference = name.word(at: index) ^ 0x2E2E_2E2E_2E2E_2E2E
      let zero = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if zero != 0 { return index &+ zero.trailingZeroBitCount &>> 3 }
      index &+= 8
    }
    while index < name.count, name[index] != UInt8(ascii: ".") { index &+= 1 }
    return index
  }

  private func hash(of name: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0
    for part in parts {
      hash = (hash &* 0x9E37_79B9_7F4A_7C15) ^ ByteHash.process(name, at: part.lowerBound, length: part.count)
    }
    return hash
  }

  private func find(_ name: Span<UInt8>, _ hash: UInt64) -> Int32? {
    slots.find(hash) { candidate in
      var position = texts.starts[Int(candidate)]
      let end = texts.starts[Int(candidate) + 1]
      let bytes = texts.bytes.span
      for (index, part) in parts.enumerated() {
        if index > 0 {
          guard position < end, bytes[position] == NameTemplates.slot else { return false }
          position += 1
        }
        guard position + part.count <= end,
          bytes.equals(name, at: part.lowerBound, from: position, length: part.count)
        else { return false }
        position += part.count
      }
      return position == end
    }
  }

  private mutating func addTemplate(_ name: Span<UInt8>, _ hash: UInt64) -> Int32 {
    let id = Int32(names.templates.count)
    var bytes: [UInt8] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { bytes.append(NameTemplates.slot) }
      let start = texts.bytes.count + bytes.count
      for position in part { bytes.append(name[position]) }
      texts.parts.append(start..<(start + part.count))
    }
    texts.firstParts.append(texts.parts.count)
    successors.append(-1)
    texts.bytes.append(contentsOf: bytes)
    texts.starts.append(texts.bytes.count)
    names.templates.append(NameTemplates.Template(bytes: bytes, numbers: parts.count - 1))
    hashes.append(hash)
    let hashes = hashes
    _ = slots.insert(id, hash: hash, isSame: { _ in false }, hashOf: { hashes[Int($0)] })
    return id
  }
}

/// What templates say between their slots.
private struct TemplateTexts {
  /// The bytes of all templates, and where each starts.
  var bytes: ContiguousArray<UInt8> = []
  var starts: ContiguousArray<Int> = [0]
  /// The parts of each template between its slots, in `bytes`, and the first part of each template.
  var parts: ContiguousArray<Range<Int>> = []
  var firstParts: ContiguousArray<Int> = [0]

  /// Appends the numbers of a name, to the first place where it is not as the template says.
  @inline(__always)
  func append(
    _ numbers: inout ContiguousArray<Int32>, of name: Span<UInt8>, ifItHas template: Int
  ) -> Bool {
    let bytes = self.bytes.span
    let parts = self.parts.span
    let end = firstParts[template &+ 1]
    var index = firstParts[template]
    var position = 0
    while true {
      let part = parts[index]
      guard part.count <= name.count &- position,
        bytes.equals(name, at: position, from: part.lowerBound, length: part.count)
      else { return false }
      position &+= part.count
      index &+= 1
      if index == end { return position == name.count }
      guard position < name.count, name[position].isDigit, let (value, next) = name.componentNumber(at: position) else {
        return false
      }
      numbers.append(value)
      position = next
    }
  }
}

extension Span where Element == UInt8 {
  /// The number that a whole component is, written as Python writes it; nil for anything else.
  @inline(__always)
  fileprivate func componentNumber(at start: Int) -> (value: Int32, end: Int)? {
    var value: Int32 = 0
    var end = start
    while end < count, self[end].isDigit {
      if end &- start == 9 { return nil }
      value = value &* 10 &+ Int32(self[end] &- 48)
      end &+= 1
    }
    guard end == count || self[end] == UInt8(ascii: "."), self[start] != 48 || end &- start == 1 else { return nil }
    return (value, end)
  }
}
