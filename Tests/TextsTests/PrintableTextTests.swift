import Testing
import Texts

struct PrintableTextTests {
  @Test(arguments: [
    ("loss", "loss"), ("  loss\u{A0} ", "loss"), ("\u{1B}[1;31mloss\u{1B}[0m", "loss"),
    ("a\u{7}b", "a\u{FFFD}b"),
    ("a\nb", "a\u{FFFD}b"), ("\u{202E}gpj", "\u{FFFD}gpj"), ("\u{1B}]0;x", "]0;x"), ("", ""),
    ("größe 🙂", "größe 🙂"),
  ])
  func `a name is cleaned of colours, blanks and codes`(text: String, clean: String) {
    #expect(PrintableText.clean(text) == clean)
  }

  @Test(arguments: [
    (" a.csv", " a.csv"), ("\u{1B}[31m.csv", "\u{FFFD}[31m.csv"), ("a\r\u{9B}b", "a\u{FFFD}\u{FFFD}b"),
    ("a\u{200F}b\u{2066}", "a\u{FFFD}b\u{FFFD}"), ("größe 🙂", "größe 🙂"),
  ])
  func `a path keeps the place of every character`(text: String, masked: String) {
    #expect(PrintableText.path(text) == masked)
  }

  @Test(arguments: [1, 3, 120])
  func `what is too long is cut`(limit: Int) {
    let fits = String(repeating: "x", count: limit)
    #expect(PrintableText.masked(fits, limit: limit) == fits)
    #expect(PrintableText.masked(fits + "yz", limit: limit) == fits + "…")
    #expect(PrintableText.clean("\u{1B}[31m" + fits + "\u{1B}[0m", limit: limit) == fits)
  }

  @Test func `bytes that are no text are repaired`() {
    #expect(PrintableText.quoted([0x61, 0xFF, 0x62]) == "\"a\u{FFFD}b\"")
  }
}
