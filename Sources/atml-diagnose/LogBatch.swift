import ATMLDiagnose
import CommandSupport
import Texts

/// Diagnoses the runs of one call, several side by side, and shows them in their order.
struct LogBatch: Sendable {
  let book: RuleBook
  let failing: [FailureCondition]
  let reading: ReadingOptions
  let details: ReportDetails
  let lossScale: LossScale
  let page: PageOptions
  let output: OutputOptions
  /// How many runs are read side by side.
  let jobs: Int
  private let writer = ReportWriter()

  /// What has come of the logs so far.
  private struct Outcome {
    var failure: ExitStatus?
    var hasFound = false
    var table = SummaryTable()
    /// Whether a report went to standard output.
    var hasShown = false
    /// Whether standard output takes no more.
    var isScreenLost = false
  }

  /// Diagnoses every run; one that fails does not keep the others from being read.
  ///
  /// - Parameter isOverview: Whether only the table of all runs is wanted.
  /// - Returns: The first failure's status, otherwise what `--fail-on` makes of the findings.
  func run(_ runs: [FoundRun], isOverview: Bool) async -> ExitStatus {
    var outcome = Outcome()
    let isSeveral = runs.count > 1
    let names =
      isOverview ? [] : ReportNames.names(for: runs.map { $0.name == "standard input" ? "-" : $0.name })
    await diagnose(runs) { index, result in
      let name = runs[index].name
      do {
        let diagnosis = try result.get()
        outcome.table.add(diagnosis, of: name)
        if complain(about: diagnosis) { outcome.hasFound = true }
        guard !isOverview || output.format != nil else { return }
        let report = Report(diagnosis, details: details, lossScale: lossScale)
        show(report, isSeveral: isSeveral, &outcome)
        if !isOverview { await write(report, to: files(for: names[index]), &outcome) }
      } catch {
        fail("\(error)", ExitStatus(error), &outcome)
        outcome.table.addUnread(name)
      }
    }
    if isSeveral, printsText { show(Array((outcome.table.text + "\n").utf8), &outcome) }
    return outcome.failure ?? (outcome.hasFound ? .found : .success)
  }

  /// Reads and diagnoses runs side by side, and hands the results over in the order of the runs.
  private func diagnose(
    _ runs: [FoundRun], _ take: (Int, Result<Diagnosis, LogError>) async -> Void
  ) async {
    await withTaskGroup(of: (Int, Result<Diagnosis, LogError>).self) { group in
      var next = 0
      var taken = 0
      var waiting: [Int: Result<Diagnosis, LogError>] = [:]
      func addTasks(_ running: Int) {
        var running = running
        // What is done and not yet taken is held in memory.
        while next < runs.count, running < jobs, next - taken < 8 * jobs {
          let index = next
          group.addTask { (index, runs[index].diagnosis(reading: reading, with: book)) }
          next += 1
          running += 1
        }
      }
      addTasks(0)
      while let (index, result) = await group.next() {
        waiting[index] = result
        addTasks(next - taken - waiting.count)
        while let result = waiting.removeValue(forKey: taken) {
          await take(taken, result)
          taken += 1
        }
        addTasks(next - taken - waiting.count)
      }
    }
  }

  private func fail(_ message: String, _ status: ExitStatus, _ outcome: inout Outcome) {
    Terminal.complain(message, from: AtmlDiagnose.name)
    outcome.failure = outcome.failure ?? status
  }

  // MARK: Standard output

  /// Text for people is printed unless standard output carries the report itself.
  private var printsText: Bool { !output.quiet && output.format == nil }

  private func show(_ report: Report, isSeveral: Bool, _ outcome: inout Outcome) {
    let screen = Terminal.standardOutput
    if printsText {
      let text = report.terminalText(
        width: screen.width, showsChart: screen.isInteractive, usesColor: screen.usesColor)
      show(Array((text + "\n").utf8), &outcome)
    }
    guard let format = output.format else { return }
    do {
      // Several objects make JSON Lines, several texts stand apart.
      if format == .markdown, outcome.hasShown { show([UInt8(ascii: "\n")], &outcome) }
      let bytes =
        format == .json && isSeveral
        ? Array(JSONWriter(isPretty: false).text(of: report).utf8)
        : try writer.bytes(of: report, as: format, page: page)
      show(bytes, &outcome)
      outcome.hasShown = true
    } catch {
      fail("\(error)", ExitStatus(error), &outcome)
    }
  }

  /// Writes to standard output; that it takes no more is said once, and files are written on.
  private func show(_ bytes: [UInt8], _ outcome: inout Outcome) {
    guard !outcome.isScreenLost else { return }
    do {
      try Terminal.standardOutput.write(bytes)
    } catch {
      outcome.isScreenLost = true
      fail("\(error)", .ioError, &outcome)
    }
  }

  // MARK: Files

  private func files(for name: String) -> [String] {
    if output.noReport { return [] }
    if !output.files.isEmpty || output.format != nil { return output.files }
    return ["reports/\(name).pdf", "reports/\(name).png"]
  }

  /// Writes the files side by side; one that cannot be written does not keep the others from it.
  private func write(_ report: Report, to paths: [String], _ outcome: inout Outcome) async {
    warnOfMissingCharacters(in: report, paths: paths)
    let failures = await withTaskGroup(of: (Int, ReportError?).self) { group in
      for (index, path) in paths.enumerated() {
        group.addTask {
          do throws(ReportError) {
            try writer.write(report, to: path, page: page)
            return (index, nil)
          } catch {
            return (index, error)
          }
        }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    var written: [String] = []
    var messages: Set<String> = []
    for (index, path) in paths.enumerated() {
      guard let error = failures[index] else {
        written.append(PrintableText.path(path))
        continue
      }
      // Without a font, every file fails alike.
      if messages.insert("\(error)").inserted { fail("\(error)", ExitStatus(error), &outcome) }
    }
    if printsText, !written.isEmpty {
      show(Array("Written: \(written.joined(separator: ", "))\n\n".utf8), &outcome)
    }
  }

  private func warnOfMissingCharacters(in report: Report, paths: [String]) {
    guard !output.quiet, paths.contains(where: { ReportFormat(path: $0)?.isDrawn ?? false }),
      let missing = writer.missingCharacters(in: report)
    else { return }
    let shown = missing.characters.sorted().prefix(8).map(String.init).joined(separator: " ")
    let more = missing.characters.count > 8 ? " and \(missing.characters.count - 8) more characters" : ""
    let advice = missing.packages.isEmpty ? "" : "; install \(missing.packages.joined(separator: " "))"
    Terminal.complain(
      "\(report.diagnosis.run.name): no installed font has \(shown)\(more)\(advice)", from: AtmlDiagnose.name)
  }

  // MARK: Findings

  /// Says which findings `--fail-on` asks about; whether there were any.
  private func complain(about diagnosis: Diagnosis) -> Bool {
    let rules = Set(failing.flatMap { $0.findings(in: diagnosis) }.map(\.rule))
    guard !rules.isEmpty else { return false }
    if !output.quiet {
      Terminal.complain(
        "\(diagnosis.run.name): found \(rules.sorted().joined(separator: ", ")) (--fail-on)",
        from: AtmlDiagnose.name)
    }
    return true
  }
}
