import ATMLDiagnose
import Foundation
import TestSupport
import Testing

/// The labels of pages of really trained runs.
@Suite struct PageLabelTests {
  @Test func `no rule runs through a label, and hardly ever a curve`() throws {
    let folder = Fixtures.path("accuracy/runs")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".csv") }
    #expect(names.count > 50)
    var crossed: [String] = []
    for name in names.sorted() {
      let report = Report(try RunRecord(contentsOf: "\(folder)/\(name)").diagnose())
      let canvas = RecordingCanvas(size: PageSize.a4.size)
      ReportPage(report).draw(on: canvas)
      crossed += canvas.crossedTexts.map { "\(name): \($0)" }
    }
    #expect(crossed.count <= names.count / 50, "\(crossed)")
  }
}
