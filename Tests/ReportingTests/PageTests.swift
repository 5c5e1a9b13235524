import Diagnostics
import Drawing
import Reporting
import RunRecords
import TestSupport
import Testing

@Suite struct PageTests {
  private func page(_ run: RunRecord, size: PageSize = .a4, details: ReportDetails = ReportDetails())
    -> RecordingCanvas
  {
    let canvas = RecordingCanvas(size: size.size)
    ReportPage(Report(run.diagnose(), details: details), size: size).draw(on: canvas)
    return canvas
  }

  @Test(arguments: SampleRuns.all)
  func `nothing overlaps, leaves the page or is not a number`(run: RunRecord) {
    for size in [PageSize.a4, .letter, PageSize(width: 420, height: 595), PageSize(width: 842, height: 595)] {
      let canvas = page(run, size: size)
      let boxes = canvas.textBoxes
      #expect(boxes.count > 10)
      for (index, one) in boxes.enumerated() {
        #expect(one.box.x >= 0 && one.box.maxX <= size.width, "\(one)")
        #expect(one.box.y >= 0 && one.box.maxY <= size.height, "\(one)")
        for other in boxes[(index + 1)...] {
          #expect(!one.box.overlaps(other.box), "\(one) and \(other)")
        }
      }
      let drawn = canvas.lines.filter {
        !$0.contains("text ") && !$0.contains("figure ") && !$0.contains("heading ")
      }
      #expect(drawn.allSatisfy { !$0.contains("NaN") && !$0.contains("∞") })
    }
  }

  @Test(arguments: [(454.0, 255.0), (300, 300), (250, 400), (595, 300), (160, 120), (72, 72)])
  func `a page too small for all shows less, not smaller`(width: Double, height: Double) {
    let canvas = page(SampleRuns.overfit, size: PageSize(width: width, height: height))
    let boxes = canvas.textBoxes
    #expect(!boxes.isEmpty)
    for (index, one) in boxes.enumerated() {
      for other in boxes[(index + 1)...] where width >= 250 {
        #expect(!one.box.overlaps(other.box), "\(one) and \(other)")
      }
    }
  }

  @Test(arguments: SampleRuns.all)
  func `a bare figure fits every size`(run: RunRecord) {
    let figure = Report(run.diagnose()).figure
    for size in [
      PageSize(width: 72, height: 72), PageSize(width: 240, height: 160), .figure,
      PageSize(width: 300, height: 400),
      PageSize(width: 960, height: 300),
    ] {
      let canvas = RecordingCanvas(size: size.size)
      FigurePage(figure, size: size).draw(on: canvas)
      for (text, box) in canvas.textBoxes {
        #expect(box.x >= -0.5 && box.maxX <= size.width + 0.5, "\(text) \(box) on \(size)")
        #expect(box.y >= -0.5 && box.maxY <= size.height + 0.5, "\(text) \(box) on \(size)")
      }
    }
  }

  @Test func `the page of an overfit run as recorded`() throws {
    let details = ReportDetails(title: "Assignment 3", author: "A. Student", date: "2026-11-23")
    try expectGolden(page(SampleRuns.overfit, details: details).text, "overfit-page.txt")
  }

  @Test func `the page has its headings in reading order`() {
    let headings = page(SampleRuns.overfit).lines.compactMap { line in
      line.contains("heading ") ? String(line.drop { $0 == " " }) : nil
    }
    #expect(headings.first?.hasPrefix("heading 1 Overfits from epoch") == true)
    #expect(
      headings.dropFirst() == [
        "heading 2 What to do next", "heading 2 Evidence", "heading 2 Measured", "heading 2 The run",
      ])
  }

  @Test(arguments: [
    ("a4", 595.3, 841.9), ("LETTER", 612, 792), ("160x90mm", 453.5, 255.1), ("6x3in", 432, 216),
    ("480x200pt", 480, 200),
    ("16x9cm", 453.5, 255.1),
  ])
  func `page sizes are read`(text: String, width: Double, height: Double) throws {
    let size = try #require(PageSize(text))
    #expect(abs(size.width - width) < 0.1 && abs(size.height - height) < 0.1)
  }

  @Test(arguments: ["", "a5", "10", "axbmm", "1x1pt", "-5x9in", "nanxnanin", "1e9x3in", "3x4", "x3in"])
  func `what is no page size is refused`(text: String) {
    #expect(PageSize(text) == nil)
  }
}
