import ATMLDiagnose

/// Diagnoses the logs of one call, one after the other.
struct Session: Sendable {
  let book: RuleBook
  let failing: [FailureCondition]
  let reading: ReadingOptions
  let details: ReportDetails
  let lossScale: LossScale
  let page: PageOptions
  let output: OutputOptions
  private let writer = ReportWriter()

  /// One line of the table at the end.
  private struct Row {
    let log: String
    let verdict: String
    let confidence: String
    let keep: String
  }

  /// Diagnoses every log; a log that fails does not keep the others from being read.
  ///
  /// - Returns: The first failure's status, otherwise what `--fail-on` makes of the findings.
  func run(_ logs: [String]) async -> ExitStatus {
    var failure: ExitStatus?
    var found = false
    var rows: [Row] = []
    for (log, name) in zip(logs, ReportNames.names(for: logs)) {
      do {
        let report = try read(log)
        try await write(report, name: name)
        rows.append(row(for: report, log: log))
        if complain(about: report) { found = true }
      } catch {
        Terminal.standardError.print("atml-diagnose: \(error)")
        failure = failure ?? status(of: error)
        rows.append(Row(log: log, verdict: "not read", confidence: "", keep: ""))
      }
    }
    if logs.count > 1, printsText { Terminal.standardOutput.print(table(rows)) }
    return failure ?? (found ? .found : .success)
  }

  private func read(_ log: String) throws -> Report {
    let shelf = FormatShelf.standard
    let run =
      log == "-"
      ? try shelf.read(standardInput: 0, options: reading) : try shelf.read(path: log, options: reading)
    return Report(run.diagnose(with: book), details: details, lossScale: lossScale)
  }

  // MARK: Output

  /// Text for people is printed unless standard output carries the report itself.
  private var printsText: Bool { !output.quiet && output.standardOutputFormat == nil }

  private func write(_ report: Report, name: String) async throws {
    let screen = Terminal.standardOutput
    if printsText {
      screen.print(
        report.terminalText(
          width: screen.width, showsChart: screen.isInteractive, usesColor: screen.usesColor))
    }
    if let format = output.standardOutputFormat {
      let bytes = try writer.bytes(of: report, as: format, page: page)
      guard screen.write(bytes) else {
        throw ReportError.cannotWrite(path: "standard output", reason: "the other end is closed")
      }
    }
    let paths = files(for: name)
    warnOfMissingCharacters(in: report, paths: paths)
    try await withThrowingTaskGroup { group in
      for path in paths {
        group.addTask { try writer.write(report, to: path, page: page) }
      }
      try await group.waitForAll()
    }
    if printsText, !paths.isEmpty { screen.print("Written: \(paths.joined(separator: ", "))\n") }
  }

  private func files(for name: String) -> [String] {
    if output.noReport { return [] }
    let named = output.files.filter { $0 != "-" }
    if !named.isEmpty || output.standardOutputFormat != nil { return named }
    return ["reports/\(name).pdf", "reports/\(name).png"]
  }

  private func warnOfMissingCharacters(in report: Report, paths: [String]) {
    guard !output.quiet, paths.contains(where: { ReportFormat(path: $0)?.isDrawn ?? false }) else { return }
    let missing = writer.missingCharacters(in: report)
    guard !missing.isEmpty else { return }
    let shown = missing.sorted().prefix(8).map(String.init).joined(separator: " ")
    Terminal.standardError.print(
      "atml-diagnose: no installed font has \(shown); for Chinese, Japanese and Korean install fonts-wqy-microhei, "
        + "for emoji fonts-noto-color-emoji")
  }

  /// Says which findings `--fail-on` asks about; whether there were any.
  private func complain(about report: Report) -> Bool {
    let rules = Set(failing.flatMap { $0.findings(in: report.diagnosis) }.map(\.rule))
    guard !rules.isEmpty else { return false }
    if !output.quiet {
      Terminal.standardError.print(
        "atml-diagnose: \(report.diagnosis.run.name): found \(rules.sorted().joined(separator: ", ")) (--fail-on)"
      )
    }
    return true
  }

  private func status(of error: any Error) -> ExitStatus {
    switch error {
    case let error as LogError: ExitStatus(error)
    case let error as ReportError: ExitStatus(error)
    default: .ioError
    }
  }

  // MARK: Table

  private func row(for report: Report, log: String) -> Row {
    let diagnosis = report.diagnosis
    return Row(
      log: log == "-" ? "standard input" : report.diagnosis.run.source ?? log,
      verdict: diagnosis.verdict.rawValue,
      confidence: NumberText.fixed(diagnosis.confidence, decimals: 2),
      keep: diagnosis.keep.map { NumberText.position($0.epoch) } ?? "–")
  }

  private func table(_ rows: [Row]) -> String {
    let heading = Row(log: "log", verdict: "verdict", confidence: "sure", keep: "keep")
    let lines = [heading] + rows
    func width(_ column: (Row) -> String) -> Int { lines.map { column($0).count }.max() ?? 0 }
    let widths = (verdict: width(\.verdict), confidence: width(\.confidence), keep: width(\.keep))
    func padded(_ text: String, _ width: Int, atEnd: Bool = false) -> String {
      let space = String(repeating: " ", count: max(0, width - text.count))
      return atEnd ? space + text : text + space
    }
    return lines.map { row in
      [
        padded(row.verdict, widths.verdict), padded(row.confidence, widths.confidence, atEnd: true),
        padded(row.keep, widths.keep, atEnd: true), row.log,
      ].joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
