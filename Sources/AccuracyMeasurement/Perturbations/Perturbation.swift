import RunRecords

/// A way to change what is known of a run, most often for the worse, without changing what is true of it.
package struct Perturbation: Sendable {
  /// What is done, such as `5 % noise on validation`.
  package let name: String
  private let change: @Sendable (BenchmarkRun, inout SplitMix64) -> RunRecord

  package init(
    _ name: String, change: @escaping @Sendable (BenchmarkRun, inout SplitMix64) -> RunRecord
  ) {
    self.name = name
    self.change = change
  }

  /// The changed run: the same for the same seed, each run with random numbers of its own.
  package func callAsFunction(_ run: BenchmarkRun, seed: UInt64) -> BenchmarkRun {
    var random = SplitMix64(seed: seed, name: run.id)
    return run.with(change(run, &random))
  }
}
