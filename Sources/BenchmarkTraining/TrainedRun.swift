import AccuracyMeasurement
import NeuralNetworks
import RunRecords
import Tensors

/// A run, its retrainings, and what follows from them.
///
/// Without any retraining, only what the run itself settles is known.
package struct TrainedRun: Sendable {
  package let family: String
  let plan: RunPlan
  let data: RunData
  let course: TrainingCourse
  let retrainings: [Retraining: TrainingCourse]

  init(
    family: String, plan: RunPlan, data: RunData, course: TrainingCourse,
    retrainings: [Retraining: TrainingCourse]
  ) {
    self.family = family
    self.plan = plan
    self.data = data
    self.course = course
    self.retrainings = retrainings
  }

  /// Trains a run by a plan, and trains it again with one thing changed after the other.
  init(
    _ plan: RunPlan, on data: RunData, family: String, again changes: [Retraining] = Retraining.allCases,
    repetition: UInt64 = 0
  ) throws(LossError) {
    let course = try TrainingCourse(plan, on: data, testEpochs: Set(1...plan.epochs))
    var retrainings: [Retraining: TrainingCourse] = [:]
    for change in changes {
      let changed = change.applied(to: plan, repetition: repetition)
      retrainings[change] = try TrainingCourse(
        changed, on: data, testEpochs: Retraining.testEpochs(changed.epochs))
    }
    self.init(family: family, plan: plan, data: data, course: course, retrainings: retrainings)
  }

  /// Draws and trains a run of a family.
  ///
  /// Everything follows from the numbers: the same ones give the same run.
  /// - Parameters:
  ///   - template: The number of the family's population and of the settings that runs share.
  ///   - number: The number of the run among those of the template.
  ///   - changes: The changes with which the run is trained again.
  ///   - repetition: Which random numbers it is trained again with: 0 for its own.
  package init(
    _ family: DataFamily, template: Int, number: Int, seed: UInt64, again changes: [Retraining],
    repetition: UInt64
  ) throws(LossError) {
    // By the name, so that a new family leaves the runs of the others as they are.
    let own = family.name.utf8.reduce(seed) { seed, byte in
      var source = RandomSource(seed: seed &+ UInt64(byte))
      return source.next()
    }
    var shared = RandomSource(seed: own &+ UInt64(template) &* 0x1_0001)
    let template = RunTemplate(family, using: &shared)
    var random = RandomSource(seed: shared.next() &+ UInt64(number))
    let (plan, flaws) = template.draw(using: &random)
    let data = RunData(template.source, trainingSize: plan.trainingSize, flaws: flaws, using: &random)
    try self.init(plan, on: data, family: family.name, again: changes, repetition: repetition)
  }

  /// The last epochs, by which an end is judged: a twentieth of them, three to eight, counted from 0.
  static func end(of epochs: Int) -> Range<Int> {
    let count = min(max(Int((0.05 * Double(epochs)).rounded()), 3), 8)
    return max(epochs - count, 0)..<epochs
  }

  /// The log that the run's user has, as CSV.
  package var log: String {
    let curves = [("train", course.loggedTraining), ("val", course.validation)]
    let columns =
      curves.map { ("\($0)_loss", $1.losses) }
      + curves.filter { !$0.1.accuracies.isEmpty }.map { ("\($0)_acc", $1.accuracies) }
    var lines = [(["epoch"] + columns.map(\.0)).joined(separator: ",")]
    for epoch in 0..<course.epochCount {
      lines.append((["\(epoch + 1)"] + columns.map { "\(Float($0.1[epoch]))" }).joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the run's user could also know.
  package var facts: RunFacts {
    RunFacts(
      classCount: data.task.classCount, trainingSize: plan.trainingSize,
      validationSize: data.validation.count, trainingLossMode: plan.logsRunningMean ? .running : .evaluation)
  }
}
