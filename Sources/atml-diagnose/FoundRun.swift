import ATMLDiagnose
import Files
import Texts

/// A run that one of the named logs leads to, or why it leads to none.
struct FoundRun: Sendable {
  /// The name for messages, the table and the report.
  let name: String
  let location: Result<RunLocation, LogError>

  /// The runs of the logs that were named, in order.
  ///
  /// - Parameters:
  ///   - pattern: Of the runs of a folder or a store, only those with this in their names.
  ///   - jobs: How many files of a folder are looked at side by side.
  static func find(_ logs: [String], named pattern: String?, jobs: Int) -> [FoundRun] {
    // Several files may be curves of one run.
    var known: Set<String> = []
    return logs.flatMap { log -> [FoundRun] in
      guard !known.contains(log) else { return [] }
      let found = runs(of: log, named: pattern, jobs: jobs, isAlone: logs.count == 1)
      for case .success(let run) in found.map(\.location) { known.formUnion(run.companions) }
      return found
    }
  }

  /// - Parameter isAlone: Whether no other log was named.
  private static func runs(of log: String, named pattern: String?, jobs: Int, isAlone: Bool) -> [FoundRun] {
    if log == "-" { return [standardInput] }
    do throws(LogError) {
      var runs = try FormatShelf.standard.runs(at: log, jobs: jobs)
      if let pattern {
        let names = runs.map(\.name)
        runs.removeAll { !$0.name.contains(pattern) }
        guard !runs.isEmpty else { throw noSuchRun(pattern, in: log, names) }
      }
      // The only run of a folder goes by the folder's name, one that was picked by its own.
      let isOnly = runs.count == 1 && pattern == nil
      // Beside other logs, the runs of a file say which one they are in.
      let file = !isAlone && FileKind(log) == .file ? "\(PrintableText.withoutPassword(log)), " : ""
      return runs.map {
        FoundRun(
          name: isOnly ? PrintableText.withoutPassword(log) : file + $0.name, location: .success($0))
      }
    } catch {
      return [FoundRun(name: PrintableText.withoutPassword(log), location: .failure(error))]
    }
  }

  /// Reads and diagnoses the run.
  func diagnosis(reading options: ReadingOptions, with book: RuleBook) -> Result<Diagnosis, LogError> {
    do throws(LogError) {
      return .success(try location.get().read(options: options).diagnose(with: book))
    } catch {
      return .failure(error)
    }
  }

  private static let standardInput = FoundRun(
    name: "standard input",
    location: .success(
      RunLocation(name: "stdin", source: "stdin", format: "") { (options) throws(LogError) in
        try FormatShelf.standard.read(standardInput: 0, options: options)
      }))

  private static func noSuchRun(_ pattern: String, in log: String, _ names: [String]) -> LogError {
    LogError(
      .unknownColumn, source: log, "no run has \"\(pattern)\" in its name",
      found: names.prefix(8).joined(separator: ", "), advice: "Name one of them: --run NAME")
  }
}
