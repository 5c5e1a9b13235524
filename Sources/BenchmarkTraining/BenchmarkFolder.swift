import AccuracyMeasurement
import Files
import NeuralNetworks
import RunRecords

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A run of a benchmark in the making: its log, and what goes into the files beside it.
package struct BenchmarkEntry: Sendable {
  package let id: String
  let log: String
  let facts: RunFacts
  let truth: RunTruth

  /// The name of a run among those of all families.
  package static func id(_ family: DataFamily, template: Int, number: Int) -> String {
    "\(family.name)-\(template)-\(number)"
  }

  /// Trains a run.
  package init(_ family: DataFamily, template: Int, number: Int, seed: UInt64) throws(LossError) {
    self.init(
      try TrainedRun(family, template: template, number: number, seed: seed),
      id: Self.id(family, template: template, number: number))
  }

  init(_ run: TrainedRun, id: String) {
    self.id = id
    log = run.log
    facts = run.facts
    truth = run.truth
  }
}

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

  /// Adds runs, so that the folder is whole again after them.
  package mutating func add(_ entries: [BenchmarkEntry]) throws {
    for entry in entries {
      try replace("runs/\(entry.id).csv", with: Array(entry.log.utf8))
      facts[entry.id] = FactsEntry(entry.facts)
      truth[entry.id] = entry.truth
    }
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
