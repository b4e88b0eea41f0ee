import DeviceMap
import Testing

/// What a browser did with the page of a plan, recorded by `Fixtures/oracle/pages/browser.py`.
@Suite("The page in a browser") struct PageRecordingTests {
  private static let recording = Result {
    try JSONDocument(parsing: FixtureFiles.text("oracle/pages/browser.json")).root
  }

  @Test("every answer is yes") func answers() throws {
    let answers = try #require(Self.recording.get()["answers"]).members.map { ($0.key, $0.value.bool) }
    #expect(answers.count == 16)
    for (question, answer) in answers { #expect(answer == true, "\(question)") }
  }

  @Test("the browser tried the script and the style that pages have now", arguments: ["script", "style"])
  func isCurrent(part: String) throws {
    let tree = ModuleTree { Module("layer", bytes: 8) }
    let page = try tree.plan(.auto, maxMemory: [.gpu(0): "1KiB"]).html()
    let ends = part == "script" ? ("<script>\n", "\n</script>") : ("<style>\n:root", "\n</style>\n</head>")
    let start = try #require(page.firstRange(of: ends.0)).upperBound
    let end = try #require(page[start...].firstRange(of: ends.1)).lowerBound
    let text = page[start..<end]
    let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let recorded = try #require(try Self.recording.get()[part]?.string)
    #expect(UInt64(recorded, radix: 16) == hash, "run browser.py again: the page has another \(part)")
  }
}
