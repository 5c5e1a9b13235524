/// What may be expected of a remedy, by the signals of a run.
public struct RemedyCard: Sendable {
  /// The runs of the benchmark of which a similar gain was expected, and what retraining them with the remedy brought.
  public struct Group: Sendable, Hashable {
    /// The gain up to which runs belong to the group.
    public let limit: Double
    /// The mean share by which the test loss fell.
    public let gain: Double
    /// The share of the runs whose test loss fell by more than 2 %.
    public let better: Double
    /// The share of the runs whose test loss rose by more than 2 %.
    public let worse: Double
    public let runs: Int

    /// Of how many of ten runs the test loss fell, rounded down.
    public var betterOfTen: Int { Int(better * 10) }
  }

  /// Its sum is the expected share by which the test loss falls.
  public let gain: Scorecard
  /// Its sum is the logarithm of the odds that the test loss rises by more than 2 %.
  public let harm: Scorecard
  /// The groups of similar runs, by rising limits.
  public let similar: [Group]

  /// How much gain outweighs certain harm: a remedy that is likely to harm is no advice, whatever it may bring.
  ///
  /// On families of data that the cards had not seen, first remedies harm in 4 of 100 runs with it and bring 0.55 of the
  /// best gain; with a third of it in 9 of 100, for 0.62 of that gain.
  static let harmWeight = 0.85

  /// What the remedy may bring a run.
  func outlook(_ signals: SignalValues) -> RemedyOutlook? {
    outlook(gain: gain.total(signals), harm: harm.total(signals))
  }

  /// What it may bring by the totals of its two cards.
  func outlook(gain: Double, harm: Double) -> RemedyOutlook? {
    guard let group = similar.first(where: { gain <= $0.limit }) ?? similar.last else { return nil }
    return RemedyOutlook(expectedGain: gain, harm: harm.logisticProbability, similar: group)
  }
}

/// What a remedy may bring one run.
public struct RemedyOutlook: Sendable, Hashable {
  /// The share by which the test loss may be expected to fall; negative where it rises.
  public let expectedGain: Double
  /// How likely the test loss rises by more than 2 %.
  public let harm: Double
  /// What the remedy brought similar runs.
  public let similar: RemedyCard.Group

  /// What remedies are ranked by.
  var merit: Double { expectedGain - RemedyCard.harmWeight * harm }
}
