import Testing

@testable import Texts

struct NaturalOrderTests {
  @Test(arguments: [
    ["class1", "class2", "class10"], ["-2", "-1", "0", "1.5", "1e1"], ["a", "a1", "a1b", "ab"],
    ["01", "1", "2"], ["x1", "x01y", "x2"], ["", "a"], ["cat", "dog"], ["v1.2.9", "v1.2.10", "v1.10.1"],
  ])
  func `names stand as people count them`(names: [String]) {
    #expect(NaturalOrder.sorted(names.reversed()) == names)
    #expect(NaturalOrder.sorted(names.shuffled()) == names)
  }
}
