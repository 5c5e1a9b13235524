import RunRecords

/// What the benchmark's user knows of a run beside its curves: an entry of `meta.json`.
package struct FactsEntry: Codable {
  /// How the training loss was taken, in the benchmark's words.
  enum TrainingMetric: String, Codable {
    case running
    case evaluation = "eval"
  }

  private let classCount: Int?
  private let trainingSize: Int?
  private let validationSize: Int?
  private let trainingMetric: TrainingMetric?
  private let guessingLoss: Double?

  private enum CodingKeys: String, CodingKey {
    case classCount = "n_classes"
    case trainingSize = "n_train"
    case validationSize = "n_val"
    case trainingMetric = "train_metric"
    case guessingLoss = "guessing_loss"
  }

  package init(_ facts: RunFacts) {
    classCount = facts.classCount
    trainingSize = facts.trainingSize
    validationSize = facts.validationSize
    guessingLoss = facts.guessingLoss
    trainingMetric =
      switch facts.trainingLossMode {
      case .running: .running
      case .evaluation: .evaluation
      case nil: nil
      }
  }

  var facts: RunFacts {
    let mode: RunFacts.TrainingLossMode? =
      switch trainingMetric {
      case .running: .running
      case .evaluation: .evaluation
      case nil: nil
      }
    return RunFacts(
      classCount: classCount, trainingSize: trainingSize, validationSize: validationSize,
      trainingLossMode: mode, guessingLoss: guessingLoss)
  }
}
