import DeviceMap
import Testing

/// Expressions have the values that Python gives them.
@Suite struct ExpressionTests {
  /// The value of an expression over `{"n": 7, "h": 4096, "f": 0.5, "s": "gated-gelu", "l": [1, 2, 3], "none": null,
  /// "sub": {"a": 2}}`, as text; or the failure.
  private func value(_ text: String, mostSteps: Int = WorkBudget.usual) throws -> String {
    let catalog = try Catalog("").added(
      """
      unit test
      config TestConfig : test
        d = 128
        value := \(text)
      model Test : TestConfig
      """)
    let session = CatalogSession(catalog, work: WorkBudget(steps: mostSteps))
    let unit = try #require(try session.unit("test"))
    let json = try JSONDocument(
      parsing:
        #"{"n": 7, "h": 4096, "f": 0.5, "s": "gated-gelu", "l": [1, 2, 3], "z": null, "sub": {"a": 2}, "big": 9223372036854775807}"#
    ).root
    let config = try session.config("TestConfig", from: unit, given: RawConfig(json), path: "")
    do throws(EvaluationFailure) {
      return try self.text(of: config.get("value"))
    } catch {
      if case .explained(let failure) = error { return "failure: \(failure.reason)" }
      return "failure: \(error)"
    }
  }

  private func text(of value: CatalogValue) -> String {
    if case .list(let values) = value { return "[" + values.map { self.text(of: $0) }.joined(separator: ", ") + "]" }
    return value.summary
  }

  @Test(arguments: [
    ("n // 2", "3"), ("-n // 2", "-4"), ("n % 4", "3"), ("-n % 4", "1"), ("n % -4", "-1"), ("n / 2", "3.5"),
    ("-7.5 // 2", "-4.0"), ("-7.5 % 2", "0.5"), ("2 ** 10", "1024"), ("2 ** -1", "0.5"), ("-2 ** 2", "-4"),
    ("n + f", "7.5"), ("true + 1", "2"), ("n == 7.0", "true"), ("1 == true", "true"), ("\"1\" == 1", "false"),
    ("z == none", "true"), ("z ?? 5", "5"), ("0 ?? 5", "0"), ("0 or 5", "5"), ("0 and 5", "0"), ("3 and 5", "5"),
    ("not 0", "true"), ("not n == 7", "false"), ("2 in l", "true"), ("4 not in l", "true"),
    ("\"gelu\" in s", "true"), ("l[-1]", "3"), ("l[0]", "1"), ("sub.a", "2"), ("sub.b", "null"), ("z.a", "null"),
    ("absent", "null"), ("slice(l, 1, none)", "[2, 3]"), ("slice(l, -2, -1)", "[2]"), ("slice(l, 5, 9)", "[]"),
    ("l + [4]", "[1, 2, 3, 4]"), ("[0] * 3", "[0, 0, 0]"), ("[0] * -1", "[]"), ("\"a\" + \"b\"", "\"ab\""),
    ("split(s, \"-\")[0]", "\"gated\""), ("startswith(s, \"gated\")", "true"), ("endswith(s, \"x\")", "false"),
    ("replace(s, \"-\", \"_\")", "\"gated_gelu\""), ("lower(\"AB\")", "\"ab\""), ("len(l)", "3"), ("len(s)", "10"),
    ("round(2.5)", "2"), ("round(3.5)", "4"), ("round(-2.5)", "-2"), ("int(-3.7)", "-3"), ("int(3.7)", "3"),
    ("ceil(n / 2)", "4"), ("floor(-n / 2)", "-4"), ("isqrt(17)", "4"), ("sqrt(16)", "4.0"), ("log2(8)", "3.0"),
    ("min(3, 2)", "2"), ("max(l)", "3"), ("sum(l)", "6"), ("prod(l)", "6"), ("prod([])", "1"), ("index(l, 3)", "2"),
    ("abs(-3)", "3"), ("bool(l)", "true"), ("str(n)", "\"7\""), ("float(n)", "7.0"),
    ("1 if n > 3 else 2", "1"), ("1 if n < 3 else 2 if n < 8 else 3", "2"), ("d", "128"), ("{\"a\": n}.a", "7"),
    ("[i * i each i < 4]", "[0, 1, 4, 9]"), ("[\"a\" if (i + 1) % 2 else \"b\" each i < 3]", #"["a", "b", "a"]"#),
    ("n <= 7 and n >= 7", "true"), ("h // (n + 1) * 2", "1024"), ("(h ** 2) // h", "4096"),
  ])
  func value(_ text: String, _ expected: String) throws { #expect(try value(text) == expected) }

  @Test(arguments: [
    ("big + 1", "the result does not fit into 64 bits"), ("big * 2", "the result does not fit into 64 bits"),
    ("-big - 2", "the result does not fit into 64 bits"), ("2 ** 63", "the result does not fit into 64 bits"),
    ("n // 0", "division by zero"), ("n % 0", "division by zero"), ("n / 0", "division by zero"),
    ("l[3]", "an index is out of range"), ("l[-4]", "an index is out of range"),
    ("n + s", "an integer + a string has no value"), ("z * 2", "null * an integer has no value"),
    ("n < s", "an integer < a string has no value"), ("[0] * 100000000", "a list is too long"),
    ("[i each i < big]", "a list is too long"), ("int(1e300)", "the result does not fit into 64 bits"),
    ("len(n)", "len of an integer has no value"), ("n.a", "a member of an integer has no value"),
  ])
  func failure(_ text: String, _ expected: String) throws { #expect(try value(text) == "failure: \(expected)") }

  /// What is more work than a model may take is an error, not a wait: in rounds, in lists and texts made or looked at.
  @Test(arguments: [
    "[i each i < 1001]", "[[0] * 100 each i < 6]", "[l + l each i < 100]", "sum([0] * 500)",
    "[i in [1] * 90 each i < 5]",
    "[[0] * 90 == [0] * 90 each i < 3]", "[s[0] each i < 100]", "[s + s each i < 60]",
    "[startswith(s, s) each i < 60]",
    "[{\"a\": n, \"b\": n, \"c\": n, \"d\": n, \"e\": n, \"f\": n, \"g\": n}[s] each i < 120]",
    "[replace(s, \"e\", s) each i < 60]", "[min(l) each i < 200]",
  ])
  func tooMuchWork(_ text: String) throws {
    #expect(try value(text, mostSteps: 200) == "failure: tooMuchWork")
    #expect(try !value(text).hasPrefix("failure"))
  }

  /// As many operators on one another as the limit allows, and one more.
  @Test func tallest() throws {
    #expect(try value("n" + String(repeating: " + n", count: 128)) == "903")
    for part in [" + n", "[0]", " ** n", " or n", " and n", " ?? n", " < n", " in n", " .a", " if n else n"] {
      for count in [129, 100_000] {
        let error = #expect(throws: CatalogError.self) { try value("n" + String(repeating: part, count: count)) }
        #expect(error?.reason == .nestedTooDeep, "\(part)")
      }
    }
    #expect(try value("[" + String(repeating: "n + n, ", count: 1000) + "n][1000]") == "7")
  }

  @Test(arguments: [
    ("n +", 15), ("(n", 14), ("foo(n)", 12), ("n ! 2", 14), ("\"abc", 12), ("1.2.3", 12), ("n n", 14),
    (String(repeating: "(", count: 500) + "n", 76), (String(repeating: "-", count: 500) + "n", 76),
  ])
  func rejected(_ text: String, column: Int) throws {
    let error = #expect(throws: CatalogError.self) { try value(text) }
    #expect(error?.line == 4)
    #expect(error?.column == column)
  }
}

extension Catalog {
  func added(_ text: String) throws -> Catalog {
    var result = self
    try result.add(Array(text.utf8), path: "test.catalog")
    return result
  }
}
