import Testing

@testable import LogFormats

struct JSONScannerTests {
  private func scanner(_ text: String) throws -> JSONScanner {
    JSONScanner(try LogInput(bytes: Array(text.utf8), name: "run.json"))
  }

  private func value(_ text: String) throws -> JSONValue {
    var scanner = try scanner(text)
    return try scanner.value()
  }

  private func error(_ text: String) throws -> LogError {
    try #require(throws: LogError.self) { _ = try value(text) }
  }

  @Test(
    arguments: [
      ("1", .number(1)), (" -1.5e-3 ", .number(-0.0015)), ("true", .bool(true)), ("null", .null),
      ("\"a\"", .string("a")), ("[]", .array([])), ("{}", .object([])),
      ("[1, [2], {}]", .array([.number(1), .array([.number(2)]), .object([])])),
      (
        "{\"a\": 1,\n\"b\": false}",
        .object([.init(key: "a", value: .number(1)), .init(key: "b", value: .bool(false))])
      ),
    ] as [(String, JSONValue)])
  func `the values of the standard are read`(text: String, expected: JSONValue) throws {
    #expect(try value(text) == expected)
  }

  @Test(
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""é""#, "é"), (#""😀""#, "😀"),
      (#""\ud83d""#, "\u{FFFD}"), (#""\ud83dA""#, "\u{FFFD}A"), (#"'it\'s'"#, "it's"), (#""\xe9""#, "é"),
      (#""\ud83dx""#, "\u{FFFD}x"), ("\"ü\"", "ü"),
    ])
  func `escapes are decoded, and half a surrogate pair is replaced`(text: String, expected: String) throws {
    #expect(try value(text) == .string(expected))
  }

  @Test(arguments: [
    ("Infinity", Double.infinity), ("-Infinity", -.infinity), ("inf", .infinity), ("-inf", -.infinity),
    ("np.float32(0.5)", 0.5), ("tensor(0.5, device='cuda:0')", 0.5), ("1e400", .infinity),
    ("tensor(0.5, grad_fn=<NllLossBackward0>)", 0.5), ("tensor(0.5, dtype=torch.float64)", 0.5),
    ("tensor([0.5])", 0.5), ("array(0.5, dtype=float32)", 0.5),
    ("2.3723907913811058e+25", 2.3723907913811058e+25),
  ])
  func `numbers are read as tools write them`(text: String, expected: Double) throws {
    #expect(try value("[\(text), 1]").elements?.first == .number(expected))
  }

  @Test(arguments: ["NaN", "nan", "-nan", "np.float64(nan)", "\"NaN\"", "'nan'"])
  func `what is not a number is one`(text: String) throws {
    #expect(try value("[\(text)]").elements?.first?.number?.isNaN == true)
  }

  @Test func `what Python prints is read`() throws {
    let value = try value("{'loss': [0.5, nan], 'ok': True, 'none': None, 'pair': (1, 2,), 3: False}")
    #expect(value["ok"] == .bool(true))
    #expect(value["none"] == .null)
    #expect(value["pair"] == .array([.number(1), .number(2)]))
    #expect(value["3"] == .bool(false))
    #expect(value["loss"]?.elements?.count == 2)
  }

  @Test(arguments: [
    ("{\"a\": 1,\n \"b\": oops}", 2, "oops", "a number"),
    ("{\"a\" 1}", 1, "1}", "\":\" behind the key \"a\""),
    ("[1 2]", 1, "2]", "a comma or ]"), ("[1,\n\n}", 3, "}", "a value"), ("{,}", 1, ",}", "a key in quotes"),
    ("\"\\q\"", 1, "\"", "an escaped character"), ("\"\\u12g4\"", 1, "4\"", "4 hexadecimal digits"),
  ])
  func `an error says the line, what was found and what was expected`(
    text: String, line: Int, found: String, expected: String
  ) throws {
    let error = try error(text)
    #expect(error.kind == .malformed)
    #expect(error.line == line)
    #expect(error.found == found)
    #expect(error.expected == expected)
  }

  @Test(arguments: ["{\"a\": ", "[1, 2", "\"abc", "{\"a\"", "{", "[", "{\"a\": 1,", "\"\\u12"])
  func `a text that is cut off is said to end in the middle`(text: String) throws {
    #expect(try error(text).problem == "the JSON ends in the middle")
  }

  @Test func `brackets beyond the deepest level are refused`() throws {
    let deep = String(repeating: "[", count: JSONScanner.deepest)
    #expect(throws: Never.self) { try value(deep + String(repeating: "]", count: JSONScanner.deepest)) }
    #expect(try error("[" + deep).expected == "at most 128 levels of brackets")
    #expect(try error(String(repeating: "[", count: 1_000_000)).kind == .malformed)
  }

  @Test func `values across the ends of the window are whole`() throws {
    let count = 40_000
    let text =
      "["
      + (0..<count).map { "\"é\\ud83d\\ude00\(300_000 + $0)\", \(300_000 + $0).25" }.joined(separator: ",\n")
      + "]"
    #expect(text.utf8.count > 4 * 256 * 1024)
    var scanner = try scanner(text)
    try scanner.beginArray()
    for index in 0..<count {
      guard try scanner.nextElement() else { Issue.record("ends at \(index)"); return }
      let text = try scanner.text()
      guard text == "é😀\(300_000 + index)" else { Issue.record("\(text)"); return }
      guard try scanner.nextElement(), try scanner.number() == Double(300_000 + index) + 0.25 else {
        Issue.record("\(index)")
        return
      }
    }
    #expect(try !scanner.nextElement())
    #expect(scanner.line == count)
    #expect(try scanner.kind() == nil)
  }

  @Test func `skipping steps over whole values`() throws {
    var scanner = try scanner("{\"a\": [{\"b\": \"}\"}, tensor(1.0)], 'c': None} 7")
    try scanner.skip()
    #expect(try scanner.value() == .number(7))
  }
}
