/// What is known of a run that its user does not see: labels, an independent test curve, what remedies brought.
package struct RunTruth: Sendable, Hashable {
  /// Where the test loss was lowest, and the epochs around it that are as good.
  package struct Onset: Sendable, Hashable {
    package let epoch: Double
    package let interval: ClosedRange<Double>

    package init(epoch: Double, interval: ClosedRange<Double>) {
      self.epoch = epoch
      self.interval = interval
    }
  }

  /// The kind of data that the run was trained on.
  package let family: String
  package let epochs: Int
  /// Whether each label holds; one that is absent is ambiguous and not scored.
  package let labels: [Label: Bool]
  /// Where overfitting begins, in a run that overfits.
  package let onset: Onset?
  /// The test loss of a model that has learned nothing.
  package let chance: Double
  /// The benchmark's name of the schedule of the learning rate, `const` for one that stays; `nil` where it is not known.
  package let schedule: String?
  /// The share by which each remedy lowered the test loss.
  package let gains: [String: Double]
  /// The test loss after each epoch; infinite where it was no number.
  package let testLoss: [Double]
  /// The test accuracy after each epoch, of a classification.
  package let testAccuracy: [Double]?

  /// - Precondition: The test curves have a value for each epoch, of which there is at least one.
  package init(
    family: String = "", labels: [Label: Bool], onset: Onset? = nil, chance: Double = 1,
    schedule: String? = nil, gains: [String: Double] = [:], testLoss: [Double], testAccuracy: [Double]? = nil
  ) {
    precondition(!testLoss.isEmpty && (testAccuracy?.count ?? testLoss.count) == testLoss.count)
    self.family = family
    self.epochs = testLoss.count
    self.labels = labels
    self.onset = onset
    self.chance = chance
    self.schedule = schedule
    self.gains = gains
    self.testLoss = testLoss
    self.testAccuracy = testAccuracy
  }
}
