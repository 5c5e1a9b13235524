/// A measured number that speaks for or against a judgement, such as the rise of the validation loss.
///
/// Levels and changes of losses are taken on the logarithm of the loss plus a fiftieth of the guessing level, so
/// that they are factors and a loss near zero does not rise by large factors of nothing. "The end" is a twentieth
/// of the epochs, three to eight; "late" is the second half.
public enum Signal: String, Sendable, Hashable, Codable, CaseIterable {
  // The run.
  case epochCount = "epochs"
  case trainingSize = "training-samples"
  case validationSize = "validation-samples"
  case isRunningMean = "running-mean"
  case nonFiniteShare = "non-finite"

  // The validation loss alone.
  case validationNoise = "validation-noise"
  case validationBend = "validation-bend"
  case validationRise = "validation-rise"
  case validationRiseDeviate = "validation-rise-deviate"
  case validationRiseLevel = "validation-rise-level"
  case validationRiseSampled = "validation-rise-sampled"
  case validationBestPlace = "validation-best-place"
  case validationFall = "validation-fall"
  case validationEnd = "validation-end"
  case validationLowest = "validation-lowest"
  case validationTrend = "validation-trend"
  case validationLateTrend = "validation-late-trend"
  case validationSteps = "validation-steps"
  case validationJump = "validation-jump"
  case validationLastTwoThirds = "validation-gain-two-thirds"
  case validationLastHalf = "validation-gain-half"
  case validationPace = "validation-pace"
  case validationCalming = "validation-calming"
  case validationLastStep = "validation-last-step"
  case validationSlope = "validation-slope"
  case validationSlopeDeviate = "validation-slope-deviate"
  case validationLongSlope = "validation-long-slope"
  case validationLongSlopeDeviate = "validation-long-slope-deviate"

  // The training loss alone.
  case trainingNoise = "training-noise"
  case trainingBend = "training-bend"
  case trainingFall = "training-fall"
  case trainingRise = "training-rise"
  case trainingEnd = "training-end"
  case trainingFallSince = "training-fall-since"
  case trainingTrend = "training-trend"
  case trainingSteps = "training-steps"
  case trainingJump = "training-jump"
  case trainingRange = "training-range"
  case trainingBestPlace = "training-best-place"
  case trainingPace = "training-pace"
  case trainingLastTwoThirds = "training-gain-two-thirds"
  case trainingCalming = "training-calming"
  case trainingClimb = "training-climb"
  case trainingSlope = "training-slope"
  case trainingSlopeDeviate = "training-slope-deviate"
  case trainingLongSlope = "training-long-slope"
  case trainingLongSlopeDeviate = "training-long-slope-deviate"

  // Both losses.
  case gapEnd = "gap-end"
  case gapBest = "gap-best"
  case gapEarly = "gap-early"
  case gapLevel = "gap-level"
  case gapSmallest = "gap-smallest"
  case gapGrowth = "gap-growth"
  case lossCorrelation = "loss-correlation"
  case stepCorrelation = "step-correlation"
  case noiseRatio = "noise-ratio"
  case effectiveParameters = "effective-parameters"
  case slopeDifference = "slope-difference"

  // The accuracies, alone and beside the losses.
  case validationAccuracy = "validation-accuracy"
  case accuracyDrop = "accuracy-drop"
  case accuracyNoise = "accuracy-noise"
  case samplingError = "sampling-error"
  case accuracyNoiseRatio = "accuracy-noise-ratio"
  case accuracyTrend = "accuracy-trend"
  case accuracyAboveMode = "accuracy-above-mode"
  case accuracyModeShare = "accuracy-mode-share"
  case accuracyEarly = "accuracy-early"
  case accuracyClimb = "accuracy-climb"
  case lowestToBestEntropy = "lowest-to-best-entropy"
  case validationEntropy = "validation-entropy"
  case validationEntropyBest = "validation-entropy-best"
  case lowestToGuessing = "lowest-to-guessing"
  case endToGuessing = "end-to-guessing"
  case trainingToGuessing = "training-to-guessing"
  case accuracySkill = "accuracy-skill"
  case trainingAccuracy = "training-accuracy"
  case accuracyGap = "accuracy-gap"
  case trainingAccuracyDrop = "training-accuracy-drop"
  case trainingAccuracyModeShare = "training-accuracy-mode-share"
  case trainingEntropy = "training-entropy"
  case trainingEntropyMode = "training-entropy-mode"
  case trainingToBestEntropy = "training-to-best-entropy"
  case trainingAccuracyClimb = "training-accuracy-climb"

  // The definitions of judgements that the level of guessing decides.
  case guessingSkill = "guessing-skill"
  case guessingSkillAtEnd = "guessing-skill-end"
  case guessingDoubt = "guessing-doubt"
  case seesNoSignal = "sees-no-signal"
  case seesNoLearning = "sees-no-learning"
}

extension Signal: Ordinal {}

extension Signal {
  /// Whether the signal is seen in the curves, not given with the run.
  var isOfCurves: Bool {
    switch self {
    case .epochCount, .trainingSize, .validationSize, .isRunningMean: false
    default: true
    }
  }
}
