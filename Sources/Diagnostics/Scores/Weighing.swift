/// The signals of a run weighed by scorecards: how likely each judgement is, and why.
public struct Weighing: Sendable {
  public let signals: SignalValues
  public let scorecards: ScorecardSet
  /// The epoch since which the validation loss stopped getting better, if it is overfit at all.
  public let turningEpoch: Double
  private let confidences: [Judgement: Double]

  /// Weighs a run; `nil` where too few epochs have a validation loss.
  init?(_ run: MeasuredRun, scorecards: ScorecardSet) {
    guard let curves = JudgedCurves(run) else { return nil }
    let signals = SignalValues(curves, run)
    self.signals = signals
    self.scorecards = scorecards
    turningEpoch = curves.turningEpoch
    var confidences = scorecards.judgements.mapValues { $0.total(signals).logisticProbability }
    /// Half of the confidence is whether the losses are where they have to be by the judgement's own definition.
    func settle(_ judgement: Judgement, _ holds: Bool) {
      if let weighed = confidences[judgement] { confidences[judgement] = ((holds ? 1 : 0) + weighed) / 2 }
    }
    if let comparison = GuessingComparison(run) {
      settle(.noSignal, comparison.showsNoSignal)
      settle(.notLearning, comparison.showsNoLearning)
    }
    self.confidences = confidences
  }

  /// How likely a judgement holds, from 0 to 1.
  public func confidence(in judgement: Judgement) -> Double { confidences[judgement] ?? 0 }

  /// What moved a judgement, the strongest signal first.
  public func contributions(to judgement: Judgement) -> [SignalContribution] {
    scorecards.judgements[judgement]?.contributions(signals) ?? []
  }

  /// What a remedy may bring; `nil` for one that was not tried.
  public func outlook(for remedy: Remedy) -> RemedyOutlook? {
    scorecards.remedies[remedy.id]?.outlook(signals)
  }
}
