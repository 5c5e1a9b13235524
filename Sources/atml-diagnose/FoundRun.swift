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
  ///   - options: How standard input is read where it is too large to be held.
  ///   - jobs: How many files of a folder are looked at side by side.
  static func find(
    _ logs: [String], named pattern: String?, reading options: ReadingOptions, jobs: Int
  ) -> [FoundRun] {
    // Several files may be curves of one run.
    var known: Set<String> = []
    return logs.flatMap { log -> [FoundRun] in
      guard !known.contains(log) else { return [] }
      let isStream = log == "-"
      let name = isStream ? standardInput : PrintableText.withoutPassword(log)
      do throws(LogError) {
        let shelf = FormatShelf.standard
        var runs =
          isStream ? try shelf.runs(standardInput: 0, options: options) : try shelf.runs(at: log, jobs: jobs)
        for run in runs { known.formUnion(run.companions) }
        if let pattern { runs = try picked(pattern, of: runs, in: name) }
        // The only run of a folder goes by the folder's name, one that was picked by its own.
        if runs.count == 1, pattern == nil { return [FoundRun(name: name, location: .success(runs[0]))] }
        // Beside other logs, the runs of a file say which one they are in.
        let file = logs.count > 1 && (isStream || FileKind(log) == .file) ? "\(name), " : ""
        return runs.map { FoundRun(name: file + $0.name, location: .success($0)) }
      } catch {
        return [FoundRun(name: name, location: .failure(error))]
      }
    }
  }

  /// What standard input is called.
  static let standardInput = "standard input"

  /// Reads and diagnoses the run.
  func diagnosis(reading options: ReadingOptions, with book: RuleBook) -> Result<Diagnosis, LogError> {
    do throws(LogError) {
      return .success(try location.get().read(options: options).diagnose(with: book))
    } catch {
      return .failure(error)
    }
  }

  /// The runs with a text in their names.
  private static func picked(
    _ pattern: String, of runs: [RunLocation], in log: String
  ) throws(LogError) -> [RunLocation] {
    let picked = runs.filter { $0.name.contains(pattern) }
    guard picked.isEmpty else { return picked }
    throw LogError(
      .unknownColumn, source: log, "no run has \"\(pattern)\" in its name",
      found: runs.prefix(8).map(\.name).joined(separator: ", "),
      advice: "Name one of them: --run NAME")
  }
}
