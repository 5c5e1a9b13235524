/// The signals of a run weighed by scorecards: how likely each judgement is, and why.
public struct Weighing: Sendable {
  public let signals: SignalValues
  public let scorecards: ScorecardSet
  /// The sum of the points on every card.
  private let totals: [Double]
  /// How likely each judgement is by its points.
  private let confidences: [Double]
  private let run: MeasuredRun
  /// The losses beside those of guessing, by which some judgements are defined; `nil` where that level is not known.
  private let comparison: GuessingComparison?

  /// Weighs a run; `nil` where too few epochs have a validation loss.
  init?(_ run: MeasuredRun, scorecards: ScorecardSet) {
    guard let curves = JudgedCurves(run) else { return nil }
    let signals = SignalValues(curves, run)
    self.signals = signals
    self.scorecards = scorecards
    totals = scorecards.totals(signals)
    confidences = totals.prefix(Judgement.allCases.count).map(\.logisticProbability)
    self.run = run
    comparison = run.guessing
  }

  /// Where the run began to be overfit, if it is overfit at all.
  public var overfitOnset: Onset? { run.overfitOnset }

  /// How likely a judgement holds, from 0 to 1: by its points, or half by them and half by what is seen.
  public func confidence(in judgement: Judgement) -> Double {
    let weighed = confidences[judgement.ordinal]
    return seen(of: judgement).map { (weighed + $0) / 2 } ?? weighed
  }

  /// How surely, from 0 to 1, the losses lie where a judgement has them by its own definition, beside those of a model
  /// that guesses; `nil` for judgements that are not defined so, and where that level is not known well enough.
  public func seen(of judgement: Judgement) -> Double? {
    switch judgement {
    case .noSignal: comparison?.noSignal
    case .notLearning: comparison?.noLearning
    default: nil
    }
  }

  /// What moved a judgement, the strongest signal first.
  public func contributions(to judgement: Judgement) -> [SignalContribution] {
    scorecards.judgements[judgement]?.contributions(signals) ?? []
  }

  /// The measured signals that speak for a judgement, the strongest first.
  func supports(of judgement: Judgement, most count: Int) -> [SignalContribution] {
    scorecards.judgements[judgement]?.supports(signals, most: count) ?? []
  }

  /// What a remedy may bring; `nil` for one that was not tried.
  public func outlook(for remedy: Remedy) -> RemedyOutlook? {
    scorecards.outlook(for: remedy, totals)
  }

  /// What the remedy at a place of ``Remedy/retrained`` may bring.
  func outlook(forRetrained index: Int) -> RemedyOutlook? {
    scorecards.outlook(forRetrained: index, totals)
  }
}
