import Drawing
import Testing

@Suite struct TextBlockTests {
  // A character of the recording canvas is half as wide as its font is high.
  private let canvas = RecordingCanvas(size: Size(width: 400, height: 400))
  private let font = Font(size: 10)
  private let ink = Color(0)

  private func lines(_ text: String, width: Double, maximumLines: Int = .max) -> [String] {
    let canvas = RecordingCanvas(size: Size(width: 400, height: 400))
    TextBlock(
      [TextBlock.Run(text, font: font, color: ink)], width: width, leading: 12, maximumLines: maximumLines,
      on: canvas
    ).draw(at: Point(x: 0, y: 0), on: canvas)
    return canvas.textBoxes.map(\.text)
  }

  @Test func `lines break at spaces`() {
    #expect(lines("one two three", width: 40) == ["one two ", "three"])
  }

  @Test func `a word wider than a line is broken`() {
    #expect(lines("abcdefghijkl", width: 25) == ["abcde", "fghij", "kl"])
  }

  @Test func `Chinese breaks between characters`() {
    #expect(lines("训练损失很高", width: 20) == ["训练损失", "很高"])
  }

  @Test func `what does not fit ends in an ellipsis`() {
    #expect(lines("one two three four", width: 40, maximumLines: 1) == ["one two…"])
    // No word is cut in two where those before it say enough.
    #expect(lines("abcdef gh ij", width: 45, maximumLines: 1) == ["abcdef…"])
  }

  @Test func `no line is wider than asked for`() {
    let text =
      "Validation loss rose 38 % from epoch 17 to 60 and_a_very_long_name_without_spaces_0123456789 end"
    for width in stride(from: 30.0, through: 300, by: 7) {
      let block = TextBlock(
        [
          TextBlock.Run(text, font: font, color: ink),
          TextBlock.Run(" tail words", font: Font(size: 8), color: ink),
        ],
        width: width, leading: 12, on: canvas)
      // A space at the end of a line may hang over.
      #expect(block.width <= width + 5.01)
    }
  }
}
