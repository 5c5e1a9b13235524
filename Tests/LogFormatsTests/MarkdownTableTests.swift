import Testing

@testable import LogFormats

struct MarkdownTableTests {
  @Test(arguments: [
    "Text.\n\n| epoch | loss | val loss |\n|---|:-:|--:|\n| 1 | 2 | 3 |\n| 2 | 1 | **1.5** |\n\nMore | text.\n",
    "[a](b)\nepoch | loss | val loss\n--- | --- | ---\n1 | 2 | 3\n2 | 1 | 1.5\n",
    "# A\r\n\r\n| epoch | loss | val loss |\r\n| - | - | - |\r\n| 1/2 | 2 | 3 |\r\n| 2/2 | 1 | 1.5 |\r\n",
  ])
  func `a table between other text is read`(text: String) throws {
    let run = try read(text, name: "README.md")
    #expect(run.epochs == [1, 2])
    #expect(run.series("loss")?.values == [2, 1])
    #expect(run.series("val loss")?.values == [3, 1.5])
    #expect(run.notes.isEmpty)
  }

  @Test func `tables that measure nothing are passed over, and lines are counted from the first`() throws {
    let text = "Say \"hi\n\n|lr|batch|\n|--|--|\n|1|2|\n\n|epoch|loss|\n|--|--|\n|1|2|\n|2|oops|\n"
    let error = try readError(text, name: "README.md")
    #expect(error.line == 10)
    #expect(error.found == "oops")
  }

  @Test(arguments: ["*0.5*", "**0.5**", "***0.5***"])
  func `emphasised numbers are numbers`(cell: String) throws {
    #expect(try read("epoch,loss\n1,\(cell)\n").first(.loss, .training)?.values == [0.5])
  }

  @Test(arguments: ["**", "*0.5", "****0.5****", "*0.5**", "***"])
  func `stars alone are no numbers`(cell: String) throws {
    #expect(try readError("epoch,loss\n1,\(cell)\n2,1\n").kind == .malformed)
  }

  @Test func `a table of Markdown goes on below the text behind it`() throws {
    let header = "| Epoch | Train Loss | Val Loss |\n|---|---|---|\n"
    let run = try read(
      "# Run\n\n" + header + "| 1 | 3.5 | 4.5 |\n| 2 | 2.5 | 3.5 |\n\nThen it was resumed.\n\n" + header
        + "| 3 | 1.5 | 2.5 |\n| 4 | 0.5 | 1.5 |\n\nDone.\n", name: "log.md")
    #expect(run.epochs == [1, 2, 3, 4])
    #expect(run.first(.loss, .validation)?.values == [4.5, 3.5, 2.5, 1.5])
  }
}
