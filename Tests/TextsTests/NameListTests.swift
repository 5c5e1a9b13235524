import Testing
import Texts

struct NameListTests {
  private func names(_ count: Int) -> [String] { (0..<count).map { "n\($0)" } }

  @Test func `names stand with commas, and those without a name are told`() {
    #expect(NameList.text(["a", "", "b\u{7}"]) == "a, (unnamed), b\u{FFFD}")
    #expect(NameList.text([]) == "")
  }

  @Test func `a long list is cut and counted`() {
    #expect(NameList.text(names(40)).hasSuffix("n38, n39"))
    #expect(NameList.text(names(43)).hasSuffix("n38, n39 and 3 more"))
    #expect(NameList.brief(names(12)).hasSuffix("n10, n11"))
    #expect(NameList.brief(names(13)).hasSuffix("n10, n11 and 1 more"))
  }
}
