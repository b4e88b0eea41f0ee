/// Sizes and decimals for people, without Foundation.
package enum ByteText {
  /// A size in binary units with three significant digits or more: `416 MiB`, `8.70 GiB`, `12 B`.
  ///
  /// - Parameter bytes: may be negative (a deficit).
  package static func size(_ bytes: Int) -> String {
    if bytes < 0 { return "-" + size(bytes == .min ? .max : -bytes) }
    let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"]
    var unit = 0
    var divisor = 1
    while unit < units.count - 1, bytes / divisor >= 1024 {
      unit += 1
      divisor *= 1024
    }
    if unit == 0 { return "\(bytes) B" }
    let value = Double(bytes) / Double(divisor)
    return decimal(value, digits: value >= 100 ? 0 : value >= 10 ? 1 : 2) + " " + units[unit]
  }

  /// A size where every byte counts: `15.0 GiB (16060523008 bytes)`, `512 B`.
  package static func exact(_ bytes: Int) -> String {
    (-1023...1023).contains(bytes) ? size(bytes) : "\(size(bytes)) (\(bytes) bytes)"
  }

  /// A count of things with three significant digits or more: `8.03 billion`, `125 million`, `4096`.
  package static func count(_ count: Int) -> String {
    let (unit, name) = count >= 1_000_000_000 ? (1e9, " billion") : (1e6, " million")
    guard count >= 1_000_000 else { return "\(count)" }
    let value = Double(count) / unit
    return decimal(value, digits: value >= 100 ? 0 : value >= 10 ? 1 : 2) + name
  }

  /// `1 token`, `8192 tokens`.
  package static func tokens(_ count: Int) -> String { count == 1 ? "1 token" : "\(count) tokens" }

  /// A decimal number with a fixed count of digits after the point, rounded half away from zero.
  package static func decimal(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return value.isNaN ? "nan" : "\(value)" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((abs(value) * scale).rounded())
    let whole = scaled / Int(scale)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return sign + "\(whole)" }
    let fraction = String(scaled % Int(scale))
    return sign + "\(whole)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  /// `12 to 24 ms`, from seconds.
  package static func milliseconds(_ seconds: ClosedRange<Double>) -> String {
    let digits = seconds.lowerBound < 0.01 ? 2 : seconds.lowerBound < 0.1 ? 1 : 0
    let (least, most) = (seconds.lowerBound * 1000, seconds.upperBound * 1000)
    return "\(decimal(least, digits: digits)) to \(decimal(most, digits: digits)) ms"
  }

  /// A share as a percentage with one digit: `83.1 %`.
  package static func percent(_ share: Double) -> String { decimal(share * 100, digits: 1) + " %" }
}
