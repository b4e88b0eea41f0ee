#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The functions of the C library that Swift's own library lacks.
package enum RealFunctions {
  package static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
  package static func logarithm(_ value: Double) -> Double { log(value) }
  package static func logarithm2(_ value: Double) -> Double { log2(value) }
  package static func logarithm10(_ value: Double) -> Double { log10(value) }
}
