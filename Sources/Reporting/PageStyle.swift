import Drawing

/// The type sizes and distances of a page, in points.
///
/// Two weights serve everything: each more is a font to load and to embed.
struct PageStyle: Sendable {
  let theme: Theme

  let headline = Font(size: 19, weight: .semibold)
  let sentence = Font(size: 10.5)
  let kicker = Font(size: 8.5)
  let heading = Font(size: 9.5, weight: .semibold)
  let body = Font(size: 9)
  let strong = Font(size: 9, weight: .semibold)
  let small = Font(size: 8)
  let figures = Font(size: 8, tabularFigures: true)
  let footer = Font(size: 7)

  /// Line distances that belong to the sizes above.
  let headlineLeading = 24.0
  let sentenceLeading = 15.0
  let bodyLeading = 13.0
  let smallLeading = 11.5

  /// 18 mm.
  let margin = 51.0
  /// The distance between two sections.
  let sectionGap = 15.0
  /// The distance from a section's heading to what follows.
  let headingHeight = 17.0
  /// The longest line of running text.
  let measure = 430.0

  func run(_ text: String, _ font: Font) -> TextBlock.Run {
    TextBlock.Run(text, font: font, color: theme.ink)
  }

  func quiet(_ text: String, _ font: Font) -> TextBlock.Run {
    TextBlock.Run(text, font: font, color: theme.quietInk)
  }
}
