import Testing
import Texts

struct QuotedLineTests {
  @Test(arguments: [("a,b,c", 2), ("\"a,b\",c", 1), ("\"a\"\",\",b", 1), ("\"a,b", 0), ("", 0), ("a;b", 0)])
  func `separators in quotes do not count`(line: String, count: Int) {
    #expect(QuotedLine.count(UInt8(ascii: ","), in: line.utf8) == count)
  }
}
