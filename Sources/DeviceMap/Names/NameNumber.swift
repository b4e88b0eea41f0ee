/// A number of a name in files as it stands in the name of the model: that of a slot of the template, divided, plus an
/// offset.
struct NameNumber: Hashable {
  var slot: Int
  var divisor = 1
  var offset = 0

  /// The number for a name whose template has these.
  func value(_ numbers: ArraySlice<Int32>) -> Int { Int(numbers[numbers.startIndex + slot]) / divisor + offset }

  /// This plus an offset; nil where the sum cannot be taken without a check, with 32 bits of a name's number.
  func moved(by more: Int) -> NameNumber? {
    let (sum, overflows) = offset.addingReportingOverflow(more)
    guard !overflows, sum.magnitude < 1 << 62 else { return nil }
    return NameNumber(slot: slot, divisor: divisor, offset: sum)
  }

  /// Half of this, rounded down; nil for a number that was moved before.
  var halved: NameNumber? {
    guard offset == 0, divisor < 1 << 30 else { return nil }
    return NameNumber(slot: slot, divisor: divisor * 2)
  }
}
