/// A rule of thumb by which people tell overfitting from the validation loss alone.
package struct Baseline: Sendable {
  /// What a rule says of a curve: whether it overfits, and the place of the epoch to keep.
  package struct Answer: Sendable, Hashable {
    package let overfits: Bool
    package let kept: Int?

    package init(overfits: Bool, kept: Int?) {
      self.overfits = overfits
      self.kept = kept
    }
  }

  package let name: String
  private let judge: @Sendable (ValidationCurve) -> Answer

  package init(_ name: String, judge: @escaping @Sendable (ValidationCurve) -> Answer) {
    self.name = name
    self.judge = judge
  }

  package func callAsFunction(_ curve: ValidationCurve) -> Answer { judge(curve) }

  /// The rule's answer in the benchmark's words: overfitting begins at the epoch that is kept.
  package func prediction(of run: BenchmarkRun) -> Prediction {
    guard let curve = ValidationCurve(run.record) else { return Prediction(run: run.id) }
    let answer = judge(curve)
    let kept = answer.kept.map { curve.epochs[$0] }
    guard answer.overfits else {
      return Prediction(run: run.id, bestEpoch: kept, recommendations: ["none"])
    }
    return Prediction(
      run: run.id, findings: [Prediction.Finding(Label.overfitting.rawValue, onsetEpoch: kept)],
      bestEpoch: kept, recommendations: ["early_stop"], verdict: Label.overfitting.rawValue)
  }
}
