import ATMLDiagnose

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A folder of runs whose truth is known: `runs/RUN.csv`, `meta.json` and `truth.json`.
package struct Benchmark: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// Reads all runs, ordered by their names.
  ///
  /// - Parameters:
  ///   - includesFacts: Whether the runs come with what `meta.json` says of them.
  ///   - folder: A folder with scorecards for each family of data, fitted without it (FAMILY.csv); without one the
  ///     runs are judged by the library's own.
  package func runs(includesFacts: Bool = true, scorecards folder: String? = nil) throws(BenchmarkError)
    -> [BenchmarkRun]
  {
    let folds = try folder.map { folder throws(BenchmarkError) in try Folds(folder, truth: try truth()) }
    let meta = path + "/meta.json"
    let entries = includesFacts ? try JSONFile(path: meta).value([String: FactsEntry].self) : [:]
    var runs: [BenchmarkRun] = []
    for id in try names() {
      var options = ReadingOptions()
      if includesFacts {
        guard let entry = entries[id] else {
          throw .malformed(path: meta, problem: "there is no entry for the run \(id)")
        }
        options.facts = entry.facts
      }
      runs.append(
        BenchmarkRun(id: id, record: try record(of: id, options), book: folds?.book(for: id) ?? .standard))
    }
    return runs
  }

  /// Reads what is true of each run, by its name.
  package func truth() throws(BenchmarkError) -> [String: RunTruth] {
    try JSONFile(path: path + "/truth.json").value([String: RunTruth].self)
  }

  /// Reads a file of predictions, a line of JSON for each run; of two lines for one run the later counts.
  package static func predictions(in file: String) throws(BenchmarkError) -> [String: Prediction] {
    let lines = try JSONFile(path: file).lines(Prediction.self)
    return Dictionary(lines.map { ($0.run, $0) }, uniquingKeysWith: { $1 })
  }

  private func record(of id: String, _ options: ReadingOptions) throws(BenchmarkError) -> RunRecord {
    do {
      return try RunRecord(contentsOf: "\(path)/runs/\(id).csv", options: options)
    } catch {
      throw .log(error)
    }
  }

  /// The names of the runs, sorted.
  private func names() throws(BenchmarkError) -> [String] {
    let folder = path + "/runs"
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw .folder(path: folder)
    }
    let names = files.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()
    guard !names.isEmpty else { throw .malformed(path: folder, problem: "there is no run (.csv) in it") }
    return names
  }
}
