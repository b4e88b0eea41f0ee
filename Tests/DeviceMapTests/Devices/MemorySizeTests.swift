import DeviceMap
import Testing

@Suite struct MemorySizeTests {
  @Test(arguments: [
    ("0", 0), ("1", 1), ("1073741824", 1_073_741_824), ("9223372036854775807", Int.max),
    ("1KiB", 1024), ("1MiB", 1 << 20), ("1GiB", 1 << 30), ("1TiB", 1 << 40),
    ("1kib", 1024), ("2Gib", 2 << 30), ("2GIB", 2 << 30), ("2giB", 2 << 30),
    ("1KB", 1000), ("1MB", 1_000_000), ("10GB", 10_000_000_000), ("3TB", 3_000_000_000_000), ("1gB", 1_000_000_000),
    ("5.5GiB", 5_905_580_032), ("0.1GiB", 107_374_182), ("1.9999KB", 1999), ("1e3KB", 1_000_000), (".5KiB", 512),
    ("5.KiB", 5120), ("+5KB", 5000), ("24_000MB", 24_000_000_000), ("1.9", 1), ("1e3", 1000),
    (" 10GB", 10_000_000_000), ("10 GB", 10_000_000_000), ("10GB ", 10_000_000_000), ("0GiB", 0),
  ])
  func bytes(text: String, bytes: Int) throws {
    let size = try MemorySize(parsing: text)
    #expect(size == MemorySize(bytes: bytes))
  }

  /// A small b counts bits, an eighth; in binary units its case means nothing.
  @Test(arguments: [("10Gb", 1_250_000_000), ("10gb", 1_250_000_000), ("1Kb", 125), ("7.9Kb", 987), ("3Mb", 375_000)])
  func bits(text: String, bytes: Int) throws {
    let size = try MemorySize(parsing: text)
    #expect(size.bytes == bytes)
    #expect(size.isBitCount)
  }

  @Test(arguments: [
    ("", MemorySizeError.empty), ("  ", .empty),
    ("GiB", .notANumber(text: "GiB")), ("one GiB", .notANumber(text: "one GiB")),
    ("1.2.3GiB", .notANumber(text: "1.2.3GiB")), ("--1GiB", .negative(text: "--1GiB")),
    ("_1GiB", .notANumber(text: "_1GiB")), ("1_GiB", .notANumber(text: "1_GiB")), ("e5GB", .notANumber(text: "e5GB")),
    ("0x10GiB", .notANumber(text: "0x10GiB")), ("nan", .unknownUnit(text: "nan", unit: "nan")),
    ("infGiB", .unknownUnit(text: "infGiB", unit: "infGiB")),
    ("10XB", .unknownUnit(text: "10XB", unit: "XB")), ("10G", .unknownUnit(text: "10G", unit: "G")),
    ("10B", .unknownUnit(text: "10B", unit: "B")), ("10 bananas", .unknownUnit(text: "10 bananas", unit: "bananas")),
    ("10Gïb", .unknownUnit(text: "10Gïb", unit: "Gïb")),
    ("-1", .negative(text: "-1")), ("-5GiB", .negative(text: "-5GiB")),
    ("9223372036854775808", .tooLarge(text: "9223372036854775808")),
    ("8589934592GiB", .tooLarge(text: "8589934592GiB")), ("1e999GB", .tooLarge(text: "1e999GB")),
  ])
  func rejected(text: String, error: MemorySizeError) {
    #expect(throws: error) { try MemorySize(parsing: text) }
  }

  @Test func largestInBinaryUnits() throws {
    #expect(try MemorySize(parsing: "8589934591GiB").bytes == 8_589_934_591 << 30)
  }

  @Test func messagesQuoteWhatWasTyped() {
    #expect(
      MemorySizeError.unknownUnit(text: "10XB", unit: "XB").description
        == "unknown unit \"XB\" in \"10XB\"; use KiB, MiB, GiB, TiB, KB, MB, GB or TB")
    #expect(
      MaxMemoryError.size(device: .gpu(3), .negative(text: "-1")).description
        == "limit of device 3: the size \"-1\" is negative")
  }
}
