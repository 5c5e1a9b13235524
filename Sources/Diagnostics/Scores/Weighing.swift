/// The signals of a run weighed by scorecards: how likely each judgement is, and why.
public struct Weighing: Sendable {
  public let signals: SignalValues
  public let scorecards: ScorecardSet
  /// The epoch since which the validation loss stopped getting better, if it is overfit at all.
  public let turningEpoch: Double
  /// How likely each judgement is by its points.
  private let confidences: [Judgement: Double]
  /// Of judgements that are defined by the level of guessing, whether the losses lie where that takes them; empty where
  /// the level is not known.
  private let seen: [Judgement: Bool]

  /// Weighs a run; `nil` where too few epochs have a validation loss.
  init?(_ run: MeasuredRun, scorecards: ScorecardSet) {
    guard let curves = JudgedCurves(run) else { return nil }
    let signals = SignalValues(curves, run)
    self.signals = signals
    self.scorecards = scorecards
    turningEpoch = curves.turningEpoch
    confidences = scorecards.judgements.mapValues { $0.total(signals).logisticProbability }
    let comparison = GuessingComparison(run)
    seen = [.noSignal: comparison?.showsNoSignal, .notLearning: comparison?.showsNoLearning].compactMapValues(
      \.self)
  }

  /// How likely a judgement holds, from 0 to 1: by its points, or half by them and half by what is seen.
  public func confidence(in judgement: Judgement) -> Double {
    let weighed = confidences[judgement] ?? 0
    return seen[judgement].map { (weighed + ($0 ? 1 : 0)) / 2 } ?? weighed
  }

  /// Whether the losses lie where a judgement has them by its own definition, beside those of a model that guesses; `nil`
  /// for judgements that are not defined so, and where the level of guessing is not known.
  public func isSeen(_ judgement: Judgement) -> Bool? { seen[judgement] }

  /// What moved a judgement, the strongest signal first.
  public func contributions(to judgement: Judgement) -> [SignalContribution] {
    scorecards.judgements[judgement]?.contributions(signals) ?? []
  }

  /// What a remedy may bring; `nil` for one that was not tried.
  public func outlook(for remedy: Remedy) -> RemedyOutlook? {
    scorecards.remedies[remedy.id]?.outlook(signals)
  }
}
