import ATMLDiagnose
import Foundation
import TestSupport
import Testing

@Suite struct LibraryTests {
  @Test func `one import goes from a log to a report`() throws {
    let run = try RunRecord(contentsOf: Fixtures.path("runs/csv/keras-csvlogger-overfit.csv"))
    let diagnosis = run.diagnose()
    #expect(diagnosis.verdict == .overfitting)
    #expect(diagnosis.flags(.overfitting))
    #expect(!diagnosis.flags(.divergence))
    let folder = try ScratchFolder()
    let path = folder("deep/report.pdf")
    try Report(diagnosis).write(to: path)
    #expect(try Data(contentsOf: URL(filePath: path)).starts(with: Data("%PDF".utf8)))
    #expect(throws: ReportError.self) { try Report(diagnosis).write(to: folder("x.docx")) }
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    #expect(files.sorted() == ["deep", "deep/report.pdf"], "no temporary file is left")
  }

  @Test func `a failed write leaves what was there`() throws {
    let folder = try ScratchFolder()
    let path = try folder.write("precious".utf8, to: "report.md")
    let report = try Report(RunRecord(csv: "epoch,loss,val_loss\n1,2,2\n").diagnose())
    #expect(throws: ReportError.self) { try report.write(to: path + "/inside.md") }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
  }

  @Test(arguments: [
    ("a.PDF", ReportFormat.pdf), ("b.c.png", .png), ("x/y.svg", .svg), ("j.json", .json),
    ("m.markdown", .markdown),
    ("m.md", .markdown),
  ])
  func `extensions name formats`(path: String, format: ReportFormat) {
    #expect(ReportFormat(path: path) == format)
  }

  @Test(arguments: ["noextension", "a.b/c", "x.docx", ""])
  func `other extensions name none`(path: String) {
    #expect(ReportFormat(path: path) == nil)
  }
}
