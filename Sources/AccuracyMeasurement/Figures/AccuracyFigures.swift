import ATMLDiagnose
import CairoDrawing
import Files
import SVGDrawing

/// The figures of a benchmark: how sure diagnoses are beside how right, and the surest mistakes.
package struct AccuracyFigures: Sendable {
  /// A file with what it shows.
  package struct File: Sendable, Hashable {
    package let path: String
    package let title: String
  }

  private let calibration: CalibrationPage
  private let failures: [FailurePage]

  /// Diagnoses the runs and chooses what to show.
  package init(of runs: [BenchmarkRun], against truth: [String: RunTruth]) {
    let predictions = Dictionary(runs.map { ($0.id, $0.prediction) }, uniquingKeysWith: { $1 })
    let records = Dictionary(runs.map { ($0.id, $0.record) }, uniquingKeysWith: { $1 })
    let judged = [JudgedRun](predictions, against: truth)
    calibration = CalibrationPage(judged)
    failures = Mistake.surest(in: judged).compactMap { mistake in
      records[mistake.run.id].map { FailurePage(mistake, record: $0) }
    }
  }

  /// Writes `calibration.png`, `calibration.svg` and `failure-1.png` and so on into a folder, which is made where
  /// there is none.
  package func write(to folder: String) throws(ReportError) -> [File] {
    let writer = PageWriter(folder: folder)
    var files = [
      try writer.png(of: calibration, "calibration"), try writer.svg(of: calibration, "calibration"),
    ]
    for (index, failure) in failures.enumerated() {
      files.append(try writer.png(of: failure, "failure-\(index + 1)"))
    }
    return files
  }
}

/// Writes pages into a folder, keeping the fonts it has loaded from one to the next.
private struct PageWriter {
  let folder: String
  private let typesetter = Typesetter()

  init(folder: String) {
    self.folder = folder
  }

  func png(of page: some AccuracyPage, _ name: String) throws(ReportError) -> AccuracyFigures.File {
    let bytes: [UInt8]
    do {
      bytes = try CairoDocument.png(
        size: page.size, background: page.theme.background, info: page.info, typesetter: typesetter
      ) { page.draw(on: $0) }
    } catch {
      throw .drawing(error)
    }
    return try write(bytes, to: "\(name).png", page)
  }

  func svg(of page: some AccuracyPage, _ name: String) throws(ReportError) -> AccuracyFigures.File {
    let text = SVGDocument.svg(
      size: page.size, info: page.info, background: page.theme.background,
      measure: { typesetter.extent(of: $0, in: $1) }
    ) { page.draw(on: $0) }
    return try write(Array(text.utf8), to: "\(name).svg", page)
  }

  private func write(
    _ bytes: [UInt8], to name: String, _ page: some AccuracyPage
  ) throws(ReportError) -> AccuracyFigures.File {
    let path = "\(folder)/\(name)"
    do {
      try AtomicFile(path: path).replace(with: [bytes[...]], survivesPowerLoss: false)
    } catch {
      throw .cannotWrite(path: path, reason: "\(error)")
    }
    return AccuracyFigures.File(path: path, title: page.title)
  }
}
