import Tensors

@testable import BenchmarkTraining

extension RunData {
  /// Two classes, half of each, of which guessing has the loss ln 2.
  static let evenClasses: RunData = {
    let samples = Samples((0..<64).map { Row(inputs: [0], target: Float($0 % 2)) })
    return RunData(task: .binary, training: samples, validation: samples, test: samples)
  }()
}

extension TrainingCourse {
  /// A course with given losses; those of the test rows scatter evenly about theirs.
  init(training: [Double], test: [Double], validation: [Double]? = nil, every stride: Int = 1) {
    self.init()
    trainingLosses = training
    loggedTraining.losses = training
    self.validation.losses = validation ?? test
    initialLoss = 0.7
    for (index, loss) in test.enumerated() where (index + 1) % stride == 0 || index == test.count - 1 {
      let rows = (0..<64).map { Float(loss) * ($0 % 2 == 0 ? 1.01 : 0.99) }
      tests[index + 1] = TestMeasure(rowLosses: rows, loss: loss, accuracy: nil)
    }
  }
}

extension TrainedRun {
  /// A run whose retrainings end as it does itself, but for those that are given.
  init(_ course: TrainingCourse, _ changes: [Retraining: TrainingCourse] = [:]) {
    var retrainings = Dictionary(uniqueKeysWithValues: Retraining.allCases.map { ($0, course) })
    if let last = course.tests[course.epochCount]?.loss {
      // Three times the epochs of a course that has ended go on as it ended.
      let test = (1...course.epochCount).map { course.tests[$0]?.loss ?? last }
      retrainings[.longer] = TrainingCourse(
        training: course.trainingLosses
          + Array(repeating: course.trainingLosses.last ?? 0, count: 2 * test.count),
        test: test + Array(repeating: last, count: 2 * test.count))
    }
    retrainings.merge(changes) { $1 }
    self.init(once: course, retrainings)
  }

  /// A run that was trained once, or also as is given.
  init(once course: TrainingCourse, _ retrainings: [Retraining: TrainingCourse] = [:]) {
    let plan = RunPlan(
      trainingSize: 64, epochs: course.epochCount, batchSize: 16, hiddenLayers: 1, activation: .relu,
      optimizer: .sgd, logsRunningMean: false)
    self.init(family: "even", plan: plan, data: .evenClasses, course: course, retrainings: retrainings)
  }

  var labels: [String: Bool] {
    Dictionary(uniqueKeysWithValues: truth.labels.map { ($0.rawValue, $1) })
  }
}

/// Losses that fall from one level to another and stay there.
func falling(from start: Double, to end: Double, epochs: Int = 40) -> [Double] {
  (0..<epochs).map { end + (start - end) * (1 / (1 + Double($0 * $0) / 9)) }
}
