import ATMLDiagnose

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A number of a signal as people read it: what was measured on logarithms as a share or a count.
enum SignalText {
  /// The sentence that explains the percentages.
  static let reading =
    "Changes, falls and gaps of losses are shares of the loss, to which a fiftieth of the guessing level is added."

  static func value(_ number: Double, of signal: Signal) -> String {
    switch signal.scale {
    case .plain: NumberText.significant(number)
    case .flag: number >= 0.5 ? "yes" : "no"
    case .count: NumberText.position(exp(number).rounded())
    case .signedCount: NumberText.position((number < 0 ? 1 - exp(-number) : exp(number) - 1).rounded())
    case .share: NumberText.percent(number)
    case .size: NumberText.percent(max(0, exp(number) - leastSize))
    case .range: NumberText.percent(exp(max(0, exp(number) - leastSize)) - 1)
    case .ratio: NumberText.percent(exp(number))
    case .change: PointsText.signedPercent(exp(number) - 1)
    case .fall: NumberText.percent(1 - exp(-number))
    }
  }

  /// What is asked of a signal whose threshold is a number, or a yes.
  static func question(_ threshold: Double, of signal: Signal) -> String {
    signal.scale == .flag ? signal.title : "\(signal.title) above \(value(threshold, of: signal))"
  }

  /// What is added to sizes before their logarithm is taken.
  private static let leastSize = 1e-4
}

extension Signal {
  /// What the number of a signal stands for.
  fileprivate enum Scale {
    case plain
    case flag
    /// The logarithm of a count.
    case count
    /// The logarithm of a count plus one, with the sign of the count.
    case signedCount
    case share
    /// The logarithm of a share.
    case size
    /// The logarithm of a range of logarithms.
    case range
    /// The logarithm of one number over another.
    case ratio
    /// How much a logarithm rises.
    case change
    /// How much a logarithm falls.
    case fall
  }

  fileprivate var scale: Scale {
    switch self {
    case .epochCount, .trainingSize, .validationSize: .count
    case .isRunningMean, .seesNoLearning: .flag
    case .effectiveParameters: .signedCount
    case .nonFiniteShare, .validationRiseLevel, .validationBestPlace, .validationSteps, .validationPace,
      .trainingSteps, .trainingBestPlace, .trainingPace, .gapLevel, .validationAccuracy, .accuracyDrop,
      .accuracyTrend, .accuracyAboveMode, .accuracyModeShare, .accuracyEarly, .accuracyClimb, .accuracySkill,
      .trainingAccuracy, .accuracyGap, .trainingAccuracyDrop, .trainingAccuracyModeShare,
      .trainingAccuracyClimb, .guessingSkill, .guessingSkillAtEnd, .seesNoSignal:
      .share
    case .validationNoise, .validationBend, .trainingNoise, .trainingBend, .trainingClimb, .accuracyNoise:
      .size
    case .trainingRange: .range
    case .validationEnd, .validationLowest, .trainingEnd, .noiseRatio, .lowestToBestEntropy,
      .validationEntropy, .validationEntropyBest, .lowestToGuessing, .endToGuessing, .trainingToGuessing,
      .trainingEntropy, .trainingEntropyMode, .trainingToBestEntropy, .samplingError, .accuracyNoiseRatio,
      .guessingDoubt:
      .ratio
    case .validationRise, .validationTrend, .validationLateTrend, .validationJump, .validationCalming,
      .validationLastStep, .trainingRise, .trainingTrend, .trainingJump, .trainingCalming, .gapEnd, .gapBest,
      .gapEarly, .gapSmallest, .gapGrowth, .validationSlope, .validationLongSlope, .trainingSlope,
      .trainingLongSlope, .slopeDifference:
      .change
    case .validationFall, .validationLastTwoThirds, .validationLastHalf, .trainingFall, .trainingFallSince,
      .trainingLastTwoThirds:
      .fall
    case .validationRiseDeviate, .validationRiseSampled, .lossCorrelation, .stepCorrelation,
      .validationSlopeDeviate, .validationLongSlopeDeviate, .trainingSlopeDeviate, .trainingLongSlopeDeviate:
      .plain
    }
  }
}
