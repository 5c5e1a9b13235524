/// How sure a rule is that its sign is there.
///
/// Φ((effect - threshold) / error): one half where the effect just reaches its threshold, more where it
/// lies many standard errors beyond. An error below a quarter of the threshold is not believed, since
/// noise is not the only thing that a curve hides.
enum Confidence {
  /// The surest that a curve alone can make a rule.
  static let highest = 0.98
  /// The surest that the scores of a few models can make one.
  static let highestOverModels = 0.9

  static func of(_ effect: Double, over threshold: Double, error: Double) -> Double {
    let spread = max(error, abs(threshold) / 4, Double.leastNormalMagnitude)
    return min(((effect - threshold) / spread).normalProbability, highest)
  }
}

extension MeasuredRun {
  /// The highest confidence that the length of the log allows: 0.4 below 5 values, 0.5 below 10, and from 0.6 at 10 values
  /// in equal steps to the highest at 20; 0.9 for a curve over models, each of which was measured for itself.
  ///
  /// - Parameter needsTraining: Whether a missing training loss leaves other explanations open, which allows no more
  ///   than 0.7.
  func highestConfidence(needsTraining: Bool = false) -> Double {
    guard !record.axis.isOverModels else { return Confidence.highestOverModels }
    let byLength =
      switch length {
      case ..<5: 0.4
      case ..<10: 0.5
      case ..<20: 0.6 + (Confidence.highest - 0.6) * Double(length - 10) / 10
      default: Confidence.highest
      }
    return needsTraining && trainingLoss?.tail == nil ? min(byLength, 0.7) : byLength
  }

  /// A confidence no higher than the log allows, see ``highestConfidence(needsTraining:)``.
  func confidence(
    of effect: Double, over threshold: Double, error: Double, needsTraining: Bool = false
  ) -> Double {
    min(
      Confidence.of(effect, over: threshold, error: error), highestConfidence(needsTraining: needsTraining))
  }
}
