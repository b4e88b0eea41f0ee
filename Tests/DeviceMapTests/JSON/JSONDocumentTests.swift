import DeviceMap
import Testing

@Suite("JSON: what is read") struct JSONDocumentTests {
  private func root(_ text: String, _ dialect: JSONDialect = .strict) throws -> JSONValue {
    try JSONDocument(parsing: text, dialect: dialect).root
  }

  @Test("Every kind of value") func kinds() throws {
    let value = try root(#" {"o": {"x": 1}, "a": [1, "2", []], "s": "t", "n": 1.5, "t": true, "f": false, "z": null} "#)
    #expect(value.members.map(\.key) == ["o", "a", "s", "n", "t", "f", "z"])
    #expect(value.members.map(\.value.kind) == [.object, .array, .string, .number, .bool, .bool, .null])
    #expect(value["o"]?["x"]?.int == 1)
    #expect(value["a"]?.elements.map(\.source) == ["1", "\"2\"", "[]"])
    #expect(value["a"]?[1]?.string == "2" && value["a"]?[3] == nil && value["a"]?[-1] == nil)
    #expect(value["t"]?.bool == true && value["f"]?.bool == false && value["z"]?.isNull == true)
    #expect(value["none"] == nil && value["s"]?["x"] == nil && value["s"]?[0] == nil)
    #expect(value["n"]?.string == nil && value["s"]?.int == nil && value["s"]?.bool == nil && value["s"]?.double == nil)
    #expect(value["a"]?.offset == 22 && value["s"]?.offset == 41)
    #expect(
      value.source == #"{"o": {"x": 1}, "a": [1, "2", []], "s": "t", "n": 1.5, "t": true, "f": false, "z": null}"#)
  }

  /// What safetensors 0.8.0 says of a header with the number: its reader rounds otherwise than the nearest double.
  @Test(
    "Numbers at the end of a double's range",
    arguments: [
      ("1.7976931348623157e308", true), ("1.7976931348623158e308", false), ("-1.7976931348623157e308", true),
      ("1.797693134862315700e308", false), ("0.00017976931348623157e312", true), ("179769313486231571.5e291", false),
      ("1797693134862315.7e293", true), ("1797693134862315.8e293", false), ("18446744073709551619.0e290", false),
      ("179.769313486231588e306", true), ("17976931348623158.6e292", true), ("1.797693134862315807e308", false),
      ("1e99999999999999999999", false), ("1e-99999999999999999999", true), ("1e308", true),
    ]) func range(_ text: String, _ isAccepted: Bool)
  {
    #expect(((try? JSONDocument(parsing: text)) != nil) == isAccepted)
  }

  @Test(
    "Numbers, with those beyond Int and Double",
    arguments: [
      ("0", 0, 0), ("-0", 0, -0.0), ("9223372036854775807", Int.max, 0x1p63),
      ("9223372036854775808", nil, 0x1p63), ("-9223372036854775808", Int.min, -0x1p63),
      ("-9223372036854775809", nil, -0x1p63), ("1.0", nil, 1), ("1e2", nil, 100), ("1E+2", nil, 100),
      ("1e-5", nil, 1e-5), ("-1.5", nil, -1.5), ("1e-400", nil, 0), ("-1e400", nil, -.infinity),
      ("1e400", nil, .infinity),
      ("1e99999999999999999999", nil, .infinity), ("1e-99999999999999999999", nil, 0),
      ("0e99999999999999999999", nil, 0),
      ("0.000", nil, 0), ("12345678901234567890123", nil, 12345678901234567741440),
    ] as [(String, Int?, Double)]) func numbers(_ text: String, _ int: Int?, _ double: Double) throws
  {
    let value = try root(text, .python)
    #expect(value.int == int)
    #expect(value.double == double)
  }

  @Test("Escapes and Unicode, compared as bytes") func strings() throws {
    let value = try root(#"["\"\\\/\b\f\n\r\tA\u00e9\uD83D\uDE00", "é", "e\u0301", "\u0000"]"#)
    let texts = value.elements.compactMap(\.string)
    #expect(
      texts.map { Array($0.utf8) } == [
        Array("\"\\/\u{8}\u{c}\n\r\tAé😀".utf8), [0xC3, 0xA9], [0x65, 0xCC, 0x81], [0],
      ])
    #expect(value[1]?.isString("é") == true && value[1]?.isString("e\u{301}") == false)
    #expect(value[2]?.isString("e\u{301}") == true && value[2]?.isString("é") == false)
  }

  @Test("Of a repeated key the last counts; keys differ as bytes") func repeatedKeys() throws {
    let value = try root(#"{"é": 1, "e\u0301": 2, "a": 3, "\u0061": 4}"#)
    #expect(value["a"]?.int == 4 && value["é"]?.int == 1 && value["e\u{301}"]?.int == 2)
    #expect(value.members.map { $0.value.source } == ["1", "2", "3", "4"])
  }

  @Test("What only Python writes", arguments: ["NaN", "Infinity", "-Infinity", "\"\\ud800\"", "1e999", "[[NaN]]"])
  func pythonOnly(_ text: String) throws {
    #expect(throws: JSONError.self) { try root(text, .strict) }
    #expect(try root(text, .python).source == text)
  }

  @Test("A lone surrogate becomes U+FFFD") func loneSurrogate() throws {
    #expect(try root(#""a\ud800b\udc00\ud83d\ude00""#, .python).string == "a\u{FFFD}b\u{FFFD}😀")
  }

  @Test("Depth at and above the limit", arguments: [JSONDialect.strict, .python]) func depth(_ dialect: JSONDialect)
    throws
  {
    let limit = dialect.depthLimit
    for (opening, closing) in [("[", "]"), (#"{"a":"#, "}")] {
      func nested(_ depth: Int) -> String {
        String(repeating: opening, count: depth) + "1" + String(repeating: closing, count: depth)
      }
      let value = try root(nested(limit), dialect)
      var writer = JSONWriter()
      writer.value(value)
      #expect(writer.output.string == nested(limit))
      let error = #expect(throws: JSONError.self) { try root(nested(limit + 1), dialect) }
      #expect(error?.reason == .tooDeep(limit: limit) && error?.offset == opening.utf8.count * limit)
    }
    #expect(throws: JSONError.self) { try root(String(repeating: "[", count: 1_000_000), dialect) }
  }

  @Test(
    "Faults with byte, line, column and words",
    arguments: [
      ("", "line 1, column 1 (byte 0): the text ends where a value had to follow"),
      ("  ", "line 1, column 3 (byte 2): the text ends where a value had to follow"),
      ("{", "line 1, column 2 (byte 1): the text ends where a key in quotes had to follow"),
      ("[1", "line 1, column 3 (byte 2): the text ends where ',' or ']' had to follow"),
      ("[1 2]", "line 1, column 4 (byte 3): found '2' where ',' or ']' had to stand"),
      ("{\"a\" 1}", "line 1, column 6 (byte 5): found '1' where ':' had to stand"),
      ("{\"a\":1,}", "line 1, column 8 (byte 7): found '}' where a key in quotes had to stand"),
      ("{a:1}", "line 1, column 2 (byte 1): found 'a' where a key in quotes had to stand"),
      ("[1,]", "line 1, column 4 (byte 3): found ']' where a value had to stand"),
      ("[}", "line 1, column 2 (byte 1): found '}' where a value had to stand"),
      ("1 2", "line 1, column 3 (byte 2): something follows the end of the value"),
      ("\u{FEFF}1", "line 1, column 1 (byte 0): found byte 0xEF where a value had to stand"),
      ("\n\né\"", "line 3, column 1 (byte 2): found byte 0xC3 where a value had to stand"),
      ("[\"é\n\"]", "line 1, column 4 (byte 4): byte 0x0A inside a string; write it as an escape"),
      ("\"\\q\"", "line 1, column 2 (byte 1): a backslash that begins no valid escape"),
      ("\"\\u12g4\"", "line 1, column 2 (byte 1): a backslash that begins no valid escape"),
      ("\"\\uD800x\"", "line 1, column 2 (byte 1): a \\u escape of half a surrogate pair"),
      ("\"abcdefgh", "line 1, column 10 (byte 9): the text ends where a string or its closing quote had to follow"),
      ("01", "line 1, column 2 (byte 1): found '1' where ',' or '}' had to stand"),
      ("-", "line 1, column 2 (byte 1): the text ends where a digit had to follow"),
      ("1.e", "line 1, column 3 (byte 2): found 'e' where a digit had to stand"),
      ("nul", "line 1, column 1 (byte 0): found 'n' where a value had to stand"),
      ("1e400", "line 1, column 1 (byte 0): a number too large for a double"),
    ]) func faults(_ text: String, _ message: String)
  {
    let error = #expect(throws: JSONError.self) { try root(text) }
    #expect(error?.description == message)
  }

  @Test("Bytes that are no UTF-8 are refused at the first of them") func invalidUTF8() {
    for (bytes, offset) in [([0x22, 0x61, 0xFF, 0x22], 2), ([0x22, 0xE2, 0x82, 0x22], 1), ([0x80], 0)]
      as [([UInt8], Int)]
    {
      let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: bytes) }
      #expect(error?.reason == .invalidUTF8 && error?.offset == offset)
    }
  }

  @Test("Random text is read or refused, and what is read can be written and read again") func garbage() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let alphabet = Array(#"{}[]",:  0123456789.eE+-truefalsnNaIity\ué"#.utf8)
    var read = 0
    for round in 0..<30_000 {
      var bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      if round % 3 == 0 {
        bytes = mutated(Array(#"{"a": [1, {"b": "\u0041x"}, null], "c": -1.5e3}"#.utf8), alphabet, &random)
      }
      for dialect in [JSONDialect.strict, .python] {
        guard let document = try? JSONDocument(parsing: bytes, dialect: dialect) else { continue }
        read += 1
        var first = JSONWriter(style: .pretty)
        first.value(document.root)
        var second = JSONWriter(style: .pretty)
        second.value(try JSONDocument(parsing: first.output.bytes, dialect: dialect).root)
        #expect(first.output.bytes == second.output.bytes, "seed \(seed), round \(round)")
      }
    }
    print("random JSON: seed \(seed), \(read) texts read")
    #expect(read > 0)
  }

  private func mutated(_ text: [UInt8], _ alphabet: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var text = text
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      text[Int.random(in: 0..<text.count, using: &random)] = alphabet.randomElement(using: &random) ?? 0
    }
    return text
  }
}

@Suite("JSON: what is written") struct JSONWriterTests {
  private func write(_ style: JSONWriter.Style) -> String {
    var writer = JSONWriter(style: style)
    writer.object {
      $0.key("a\"\\\u{1}\n\u{1F}é")
      $0.array {
        $0.integer(-12)
        $0.integer(UInt64.max)
        $0.number(0.1)
        $0.number(.nan)
      }
      $0.key("o")
      $0.object { _ in }
      $0.key("e")
      $0.array { _ in }
      $0.key("b")
      $0.bool(true)
      $0.key("n")
      $0.null()
    }
    return writer.output.string
  }

  @Test("Three styles") func styles() {
    let key = #""a\"\\\u0001\n\u001fé""#
    #expect(write(.compact) == "{\(key):[-12,18446744073709551615,0.1,null],\"o\":{},\"e\":[],\"b\":true,\"n\":null}")
    #expect(
      write(.line) == "{\(key): [-12, 18446744073709551615, 0.1, null], \"o\": {}, \"e\": [], \"b\": true, \"n\": null}"
    )
    #expect(
      write(.pretty) == """
        {
          \(key): [
            -12,
            18446744073709551615,
            0.1,
            null
          ],
          "o": {},
          "e": [],
          "b": true,
          "n": null
        }
        """)
  }
}
