import Foundation
import Testing

/// The sources of the library, read as text: what they may not do that no compiler refuses.
@Suite("The house: folders, arrows, sizes") struct HouseTests {
  /// Folders in their order; each knows only those before it. `Architecture.md` says what they hold.
  static let folders = [
    "Bytes", "JSON", "Checkpoint", "Names", "Quantization", "Tree", "Catalog", "Assembly", "Hub", "Devices", "Memory",
    "Placement", "Placement/Reference", "Placement/Constraints", "Placement/Optimal", "Placement/Fit",
    "Placement/Check", "Engines", "Report", "CommandLine",
  ]

  /// The only file that imports the C library. Its calls are unsafe, and it is long since all of them are in it; the other
  /// unsafe code is in one file more.
  static let platformFile = "Bytes/Platform.swift"
  static let unsafeFiles: Set = ["Bytes/Span+Unsafe.swift", platformFile]

  static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/DeviceMap")

  /// Generated files: texts of the catalog, which are data.
  static let generated: Set = [
    "Catalog/CatalogText.swift", "Catalog/PeakText.swift", "Catalog/FieldText.swift", "Engines/TensorPlanText.swift",
    "Engines/PipelineEndsText.swift",
  ]

  /// The files of the library that people write.
  static let house: Result<House, any Error> = Result {
    let names = try FileManager.default.subpathsOfDirectory(atPath: sources.path(percentEncoded: false)).sorted()
    let files = try names.filter { $0.hasSuffix(".swift") && !generated.contains($0) }.map { name in
      SourceFile(path: name, source: try String(contentsOf: sources.appending(path: name), encoding: .utf8))
    }
    return House(folders: folders, files: files)
  }

  @Test("every file lies in a folder of the house") func folders() throws {
    let house = try Self.house.get()
    #expect(house.strangers == [])
    #expect(house.files.count > 200)
  }

  @Test("no arrow runs back") func arrows() throws {
    let house = try Self.house.get()
    #expect(house.arrowsBack().map(\.description) == [])
  }

  @Test("Foundation nowhere, the C library and unsafe code in their files alone") func foreignCode() throws {
    let house = try Self.house.get()
    let found = house.foreignCode(unsafe: Self.unsafeFiles, imports: [Self.platformFile])
    // Locks and atomics are part of Swift.
    #expect(found.filter { !$0.hasSuffix("import Synchronization") } == [])
    let foundation = house.files.filter { $0.imports.contains { $0.text == "Foundation" } }
    #expect(foundation.map(\.path) == [])
  }

  @Test("every public error has a text") func errors() throws {
    #expect(try Self.house.get().errorsWithoutText() == [])
  }

  @Test("no function over 50 lines, no file over 400") func sizes() throws {
    let long = try Self.house.get().longCode(body: 50, file: 400)
    #expect(long.filter { !$0.hasPrefix("\(Self.platformFile) has ") } == [])
  }
}
