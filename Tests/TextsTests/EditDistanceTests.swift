import Testing
import Texts

struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("kitten", "sitting", 3), ("loss", "los", 1),
    ("flaw", "lawn", 2), ("größe", "grosse", 3),
  ])
  func `letters are counted, in both directions`(one: String, other: String, distance: Int) {
    #expect(EditDistance.between(one, other) == distance)
    #expect(EditDistance.between(other, one) == distance)
  }

  @Test func `the nearest name is named if it is near`() {
    let names = ["val_loss", "train_loss", "accuracy"]
    #expect(EditDistance.nearest(to: "Val_Los", in: names) == "val_loss")
    #expect(EditDistance.nearest(to: "epoch", in: names) == nil)
    #expect(EditDistance.nearest(to: "loss", in: []) == nil)
  }
}
