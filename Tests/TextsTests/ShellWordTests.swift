import Testing
import Texts

struct ShellWordTests {
  @Test(arguments: [
    ("val_loss", "val_loss"), ("train/loss:0", "train/loss:0"), ("потери", "потери"),
    ("my loss", "'my loss'"),
    ("loss(x)", "'loss(x)'"), ("it's", #"'it'\''s'"#), ("$HOME", "'$HOME'"), ("", "''"), ("-x", "'-x'"),
  ])
  func `a word is quoted where a shell would change it`(text: String, word: String) {
    #expect(ShellWord.quoted(text) == word)
  }
}
