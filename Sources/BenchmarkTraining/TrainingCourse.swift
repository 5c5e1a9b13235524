/// What a training did, epoch by epoch: what its user sees, and what only the benchmark knows.
struct TrainingCourse: Sendable {
  /// What is logged of one split.
  struct Curve: Sendable {
    var losses: [Double] = []
    /// The share of right answers, of a classification.
    var accuracies: [Double] = []
  }

  var loggedTraining = Curve()
  var validation = Curve()
  /// The training loss after each epoch, in evaluation mode.
  var trainingLosses: [Double] = []
  /// The training loss before the first step.
  var initialLoss = 0.0
  /// What was measured on the test rows, by the number of epochs done.
  var tests: [Int: TestMeasure] = [:]

  var epochCount: Int { trainingLosses.count }
}

/// The losses of all test rows at one time.
struct TestMeasure: Sendable {
  let rowLosses: [Float]
  let loss: Double
  let accuracy: Double?
}
