import AccuracyMeasurement
import Files

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The folder that a benchmark is written to: `runs/RUN.csv`, `meta.json` and `truth.json`.
package struct BenchmarkFolder {
  private let path: String
  private var facts: [String: FactsEntry] = [:]
  private var truth: [String: RunTruth] = [:]

  package init(path: String) {
    self.path = path
  }

  /// Goes on with a folder that was begun before.
  ///
  /// - Throws: `BenchmarkError` where its files are damaged.
  package init(resuming path: String) throws {
    self.init(path: path)
    guard FileKind("\(path)/truth.json") == .file else { return }
    facts = try JSONFile(path: "\(path)/meta.json").value([String: FactsEntry].self)
    truth = try Benchmark(path: path).truth()
  }

  /// Whether a run is there already.
  package func has(_ id: String) -> Bool {
    facts[id] != nil && truth[id] != nil && FileKind("\(path)/runs/\(id).csv") == .file
  }

  /// Adds runs, of which the folder is whole once the tables are written.
  package mutating func add(_ entries: [BenchmarkEntry]) throws {
    for entry in entries {
      try replace("runs/\(entry.id).csv", with: Array(entry.log.utf8))
      facts[entry.id] = FactsEntry(entry.facts)
      truth[entry.id] = entry.truth
    }
  }

  /// Writes the facts and truths of all runs that were added.
  package func writeTables() throws {
    try write(facts, to: "meta.json")
    try write(truth, to: "truth.json")
  }

  private func write(_ value: some Encodable, to name: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try replace(name, with: Array(try encoder.encode(value)))
  }

  private func replace(_ name: String, with bytes: [UInt8]) throws(SystemError) {
    try AtomicFile(path: "\(path)/\(name)").replace(with: [bytes[...]], survivesPowerLoss: false)
  }
}
