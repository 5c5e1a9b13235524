import Testing

@testable import ArrayFiles

struct JSONParserTests {
  @Test(
    arguments: [
      (" null ", .null), ("true", .bool(true)), ("false", .bool(false)), ("-0", .number("-0")),
      ("12.50e+3", .number("12.50e+3")), (#""a\"\\\/\b\f\n\r\té""#, .string("a\"\\/\u{8}\u{C}\n\r\té")),
      (#""\u00e9\ud83d\ude00\u0000""#, .string("é\u{1F600}\0")), ("[]", .array([])), ("{}", .object([])),
      ("[1,[2]]", .array([.number("1"), .array([.number("2")])])),
      (
        #"{"a" : "b" , "c":{}}"#,
        .object([
          .init(name: "a", value: .string("b"), offset: 1), .init(name: "c", value: .object([]), offset: 13),
        ])
      ),
    ] as [(String, JSONValue)])
  func read(text: String, value: JSONValue) throws {
    #expect(try parse(Array(text.utf8)) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "+1", "01", "1.", ".5", "1e", "-", "[1,]", "[1", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}",
    "{\"a\":1,}", "{\"a\":1,\"a\":2}", "\"", "\"\\", "\"\\x\"", "\"\\u12\"", "\"\\u+123\"", "\"\\ud800\"",
    "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\n\"", "1 2", "NaN", "[1]]",
  ])
  func refuse(text: String) {
    let error = #expect(throws: ArrayFileError.self) { try parse(Array(text.utf8)) }
    #expect(error?.kind == .malformed)
    #expect(error?.place != nil)
  }

  @Test func `text that is not UTF-8 is refused`() {
    #expect(throws: ArrayFileError.self) { try parse([0x22, 0xC3, 0x28, 0x22]) }
  }

  @Test func `nesting has a bound`() throws {
    let deep = { (levels: Int) in
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    _ = try parse(Array(deep(32).utf8))
    #expect(throws: ArrayFileError.self) { try parse(Array(deep(33).utf8)) }
    #expect(throws: ArrayFileError.self) { try parse([UInt8](repeating: UInt8(ascii: "["), count: 100_000)) }
  }

  private func parse(_ text: [UInt8]) throws -> JSONValue {
    var parser = JSONParser(ByteSource(path: "x", bytes: text[...]), 0..<text.count)
    return try parser.parse()
  }
}
