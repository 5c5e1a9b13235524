import ATMLDiagnose
import ArgumentParser
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
  /// What no report may take the place of.
  let inputs: InputFiles
  /// How many runs are read side by side.
  let jobs: Int
  private let writer = ReportWriter()

  /// A run that was diagnosed, with what is to be shown of it.
  private struct Diagnosed: Sendable {
    let diagnosis: Diagnosis
    /// `nil` where only the table of all runs, or a line of each, is wanted.
    let report: Report?
    /// The line of JSON for standard output, where each of several runs has one.
    let line: [UInt8]?
  }

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
  /// - Throws: `ValidationError` if a report would take the place of what is read.
  func run(_ runs: [FoundRun], isOverview: Bool) async throws -> ExitStatus {
    var outcome = Outcome()
    let isSeveral = runs.count > 1
    let names =
      isOverview ? [] : ReportNames.names(for: runs.map { $0.name == FoundRun.standardInput ? "-" : $0.name })
    try checkOutputs(names)
    await diagnose(runs, isOverview: isOverview) { index, result in
      let name = runs[index].name
      do {
        let run = try result.get()
        outcome.table.add(run.diagnosis, of: name)
        if complain(about: run.diagnosis) { outcome.hasFound = true }
        if let line = run.line { show(line, &outcome) }
        guard let report = run.report else { return }
        if run.line == nil { show(report, &outcome) }
        if !isOverview { await write(report, to: files(for: names[index]), &outcome) }
      } catch {
        fail("\(error)", ExitStatus(error), &outcome)
        outcome.table.addUnread(name)
      }
    }
    if isSeveral, printsText {
      let screen = Terminal.standardOutput
      let hint = isOverview && screen.isInteractive ? "\nFor the page of one of them: --run NAME\n" : ""
      show(Array((outcome.table.text(width: screen.width) + "\n" + hint).utf8), &outcome)
    }
    return outcome.failure ?? (outcome.hasFound ? .found : .success)
  }

  /// Reads and diagnoses runs side by side, and hands the results over in the order of the runs.
  private func diagnose(
    _ runs: [FoundRun], isOverview: Bool, _ take: (Int, Result<Diagnosed, LogError>) async -> Void
  ) async {
    await withTaskGroup(of: (Int, Result<Diagnosed, LogError>).self) { group in
      var next = 0
      var taken = 0
      var waiting: [Int: Result<Diagnosed, LogError>] = [:]
      func addTasks(_ running: Int) {
        var running = running
        // What is done and not yet taken is held in memory.
        while next < runs.count, running < jobs, next - taken < 8 * jobs {
          let index = next
          group.addTask {
            let result = runs[index].diagnosis(reading: reading, with: book)
            return (
              index, result.map { diagnosed($0, isOverview: isOverview, isSeveral: runs.count > 1) }
            )
          }
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

  /// Composes what is to be shown of a run, so that it is done side by side too.
  private func diagnosed(_ diagnosis: Diagnosis, isOverview: Bool, isSeveral: Bool) -> Diagnosed {
    let isLine = isSeveral && output.format == .json
    let isShown = output.format != nil && !isLine
    return Diagnosed(
      diagnosis: diagnosis,
      report: isShown || !isOverview ? Report(diagnosis, details: details, lossScale: lossScale) : nil,
      line: isLine ? Array(JSONWriter(isPretty: false).text(of: diagnosis).utf8) : nil)
  }

  private func fail(_ message: String, _ status: ExitStatus, _ outcome: inout Outcome) {
    Terminal.complain(message, from: AtmlDiagnose.name)
    outcome.failure = outcome.failure ?? status
  }

  // MARK: Standard output

  /// Text for people is printed unless standard output carries the report itself.
  private var printsText: Bool { !output.quiet && output.format == nil }

  private func show(_ report: Report, _ outcome: inout Outcome) {
    let screen = Terminal.standardOutput
    if printsText {
      let text = report.terminalText(
        width: screen.width, showsChart: screen.isInteractive, usesColor: screen.usesColor)
      show(Array((text + "\n").utf8), &outcome)
    }
    guard let format = output.format else { return }
    do {
      // Several texts stand apart.
      if format == .markdown, outcome.hasShown { show([UInt8(ascii: "\n")], &outcome) }
      show(try writer.bytes(of: report, as: format, page: page), &outcome)
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

  /// Looks at the files of all reports before anything is read or written.
  private func checkOutputs(_ names: [String]) throws {
    for path in names.flatMap(files(for:)) {
      guard let role = inputs.role(of: path) else { continue }
      throw ValidationError(
        output.files.isEmpty
          ? "the report \(PrintableText.path(path)) would replace \(role); name another file with -o"
          : "-o \(PrintableText.path(path)) names \(role), which the report would replace; name another file")
    }
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

  /// Says which findings `--fail-on` asks about, or that it asks about the verdict; whether there was anything.
  private func complain(about diagnosis: Diagnosis) -> Bool {
    let causes = Set(failing.flatMap { $0.causes(in: diagnosis) })
    guard !causes.isEmpty else { return false }
    if !output.quiet {
      Terminal.complain(
        "\(diagnosis.run.name): found \(causes.sorted().joined(separator: ", ")) (--fail-on)",
        from: AtmlDiagnose.name)
    }
    return true
  }
}
