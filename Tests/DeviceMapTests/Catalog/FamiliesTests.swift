import DeviceMap
import Foundation
import Testing

/// The files of the families, and the text that is embedded.
@Suite struct FamiliesTests {
  private static let folder = FixtureFiles.directory.deletingLastPathComponent()
    .appending(path: "Sources/DeviceMap/Catalog/Families").path()

  private func files(in folder: String = Self.folder) throws -> [String] {
    try Files.list(folder).filter { $0.hasSuffix(".catalog") }
  }

  /// The folder of each release, the newest first.
  private static var folders: [String] {
    [folder] + Release.all.dropFirst().map { "\(folder)/until-\($0.name)" }
  }

  /// The texts that are built in are the files one after the other (`Fixtures/oracle/catalog/embed.sh`), each behind the
  /// line that names its release.
  @Test func embeddedText() throws {
    #expect(try files().count > 540)
    #expect(Release.all.map(\.name) == Release.all.sorted(by: >).map(\.name))
    for (folder, text) in zip(Self.folders, catalogTexts) {
      var joined = try Array(Files.read("\(folder)/RELEASE"))
      for file in try files(in: folder) { joined += try Array(Files.read("\(folder)/\(file)")) }
      #expect(joined.popLast() == 10)
      let isSame = text.withBytes { embedded in joined.withSpan { embedded.equals($0) } }
      #expect(isSame, "run Fixtures/oracle/catalog/embed.sh")
    }
  }

  /// Files of an earlier release say so in their third line, and every entry of them can be read.
  @Test func earlierReleases() throws {
    for (release, folder) in zip(Release.all, Self.folders).dropFirst() {
      let builtIn = Catalog(release)
      for file in try files(in: folder) {
        let bytes = try Array(Files.read("\(folder)/\(file)"))
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "unit \(file.dropLast(8))")
        #expect(lines[2] == "until \(release.name)", "\(file)")
        var catalog = builtIn
        #expect(throws: Never.self) { try catalog.add(bytes, path: file) }
      }
    }
  }

  /// A file has the name of its unit, which is its first line, and says in the second where its entries come from.
  @Test func firstLines() throws {
    for file in try files() {
      let text = String(decoding: try Files.read("\(Self.folder)/\(file)"), as: UTF8.self)
      let lines = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      #expect(lines[0] == "unit \(file.dropLast(8))")
      #expect(lines[1].hasPrefix("recorded ") || lines[1].hasPrefix("by hand: "), "\(file)")
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(file)")
    }
  }

  /// Every entry says where it comes from, itself or by its unit; by hand with a reason.
  @Test func provenance() throws {
    let catalog = Catalog.builtIn
    let known = Release.all.map(\.version)
    var byHand = 0
    for unit in catalog.unitNames {
      for entry in catalog.entryNames(of: unit) {
        switch try #require(catalog.provenance(of: entry.name, unit: unit), "\(unit).\(entry.name)") {
        case .recorded(let version): #expect(known.contains(version) || version.hasPrefix("timm "))
        case .byHand(let reason):
          byHand += 1
          #expect(reason.utf8.count > 8)
        }
      }
    }
    for (key, _) in catalog.entries(of: .convert) { #expect(catalog.provenance(ofConversion: key) != nil, "\(key)") }
    #expect(byHand > 1000)
  }

  /// Facts that no constructor shows (`class_facts.py`): how many there are, and some of them.
  @Test func factsOfClasses() throws {
    let session = CatalogSession(.builtIn)
    var models = 0
    var configs = 0
    for name in Catalog.builtIn.unitNames {
      let unit = try #require(try session.unit(name))
      for entry in Catalog.builtIn.entryNames(of: name) {
        let model = try unit.classEntry(entry.name)
        if let model, !(model.keptFloat32 + model.keptFloat32Strict).isEmpty { models += 1 }
        if try unit.config(entry.name)?.baseConfigKeys.isEmpty == false { configs += 1 }
      }
    }
    #expect(models == 163)
    #expect(configs == 196)
    let t5 = try #require(try session.unit("t5")?.classEntry("T5ForConditionalGeneration"))
    let deepseek = try #require(try session.unit("deepseek_v3")?.classEntry("DeepseekV3ForCausalLM"))
    let vision = try #require(try session.unit("qwen2_vl")?.config("Qwen2VLVisionConfig"))
    let found: [[String]] = [t5.keptFloat32, t5.keptFloat32Strict, deepseek.keptFloat32Strict, vision.baseConfigKeys]
    #expect(found == [["wo"], [], ["e_score_correction_bias", "gate.weight"], ["vision_config"]])
  }
}
