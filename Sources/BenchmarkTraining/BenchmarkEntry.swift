import AccuracyMeasurement
import NeuralNetworks
import RunRecords

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

  /// Trains a run, and again with one thing changed after the other.
  package init(
    _ family: DataFamily, template: Int, number: Int, seed: UInt64, again changes: [Retraining],
    repetition: UInt64
  ) throws(LossError) {
    self.init(
      try TrainedRun(
        family, template: template, number: number, seed: seed, again: changes,
        repetition: repetition),
      id: Self.id(family, template: template, number: number))
  }

  init(_ run: TrainedRun, id: String) {
    self.id = id
    log = run.log
    facts = run.facts
    truth = run.truth
  }
}
