import Drawing

/// The program with its version, and what could not be judged or was repaired on reading.
struct FooterSection: PageSection {
  private let notes: TextBlock?
  private let signature: TextBlock
  private let style: PageStyle

  init(_ report: Report, showsNotes: Bool, width: Double, style: PageStyle, on canvas: some Canvas) {
    self.style = style
    notes =
      report.notes.isEmpty || !showsNotes
      ? nil
      : TextBlock(
        [style.quiet(report.notes.joined(separator: " "), style.footer)], width: width, leading: 10,
        maximumLines: 4, on: canvas)
    let format = report.diagnosis.run.format.map { " (\($0))" } ?? ""
    signature = TextBlock(
      [
        style.quiet(
          "\(Tool.name) \(Tool.version)  ·  input \(report.diagnosis.run.source ?? report.diagnosis.run.name)\(format)",
          style.footer)
      ], width: width, leading: 10, maximumLines: 2, on: canvas)
  }

  var height: Double { (notes.map { $0.height + 4 } ?? 0) + signature.height }

  func draw(at origin: Point, on canvas: some Canvas) {
    canvas.tag(.paragraph) {
      var y = origin.y
      if let notes { y = notes.draw(at: Point(x: origin.x, y: y), on: canvas) + 4 }
      signature.draw(at: Point(x: origin.x, y: y), on: canvas)
    }
  }
}
