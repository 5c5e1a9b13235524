import Drawing

/// What to do next, in order, each with its reason and source.
struct RemedySection: PageSection {
  private struct Item {
    let text: TextBlock
    let url: String?
  }

  private let items: [Item]
  private let style: PageStyle
  private let numberWidth = 16.0
  private let gap = 5.0

  init(_ remedies: [Report.RemedyLine], width: Double, style: PageStyle, on canvas: some Canvas) {
    self.style = style
    let numberWidth = numberWidth
    items = remedies.map { remedy in
      Item(
        text: TextBlock(
          [
            style.run(remedy.action + " ", style.strong), style.run(remedy.reason + " ", style.body),
            style.quiet(remedy.source.replacing(" ", with: "\u{A0}"), style.small),
          ], width: min(width, style.measure + 30) - numberWidth, leading: style.bodyLeading, maximumLines: 3,
          on: canvas), url: remedy.url)
    }
  }

  var height: Double {
    style.headingHeight + items.map(\.text.height).reduce(0, +) + gap * Double(max(items.count - 1, 0))
  }

  func draw(at origin: Point, on canvas: some Canvas) {
    drawHeading("What to do next", at: origin, style: style, on: canvas)
    var y = origin.y + style.headingHeight
    for (index, item) in items.enumerated() {
      let extent = canvas.extent(of: "1", in: style.strong)
      let baseline = y + (style.bodyLeading - extent.ascent - extent.descent) / 2 + extent.ascent
      func drawItem() {
        canvas.draw(
          "\(index + 1)", at: Point(x: origin.x, y: baseline), anchor: .start, font: style.strong,
          color: index == 0 ? style.theme.ink : style.theme.quietInk)
        item.text.draw(at: Point(x: origin.x + numberWidth, y: y), on: canvas)
      }
      if let url = item.url {
        canvas.tag(.link(url), drawItem)
      } else {
        canvas.tag(.paragraph, drawItem)
      }
      y += item.text.height + gap
    }
  }
}
