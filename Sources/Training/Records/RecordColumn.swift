import RunRecords

/// A column of a run record: what it is called in the file, and how it is measured.
///
/// The one list for the file and for the ``RunRecord`` that training returns.
struct RecordColumn: Sendable {
  let name: String
  let metric: Metric
  let split: Split
  let value: @Sendable (EpochRecord) -> Double?

  /// The columns that a run fills, in order, judged by its first epoch.
  static func columns(for first: EpochRecord) -> [RecordColumn] {
    all.filter { $0.value(first) != nil }
  }

  /// Where the training samples were measured again, those values are the training loss, and the running means
  /// stand behind them under a name of their own.
  private static let all: [RecordColumn] = [
    RecordColumn("train_loss", .loss, .training) { ($0.reevaluatedTraining ?? $0.training).loss },
    RecordColumn("val_loss", .loss, .validation) { $0.validation?.loss },
    RecordColumn("train_accuracy", .accuracy, .training) { ($0.reevaluatedTraining ?? $0.training).accuracy },
    RecordColumn("val_accuracy", .accuracy, .validation) { $0.validation?.accuracy },
    RecordColumn("running_train_loss", .loss, .training) {
      $0.reevaluatedTraining == nil ? nil : $0.training.loss
    },
    RecordColumn("running_train_accuracy", .accuracy, .training) {
      $0.reevaluatedTraining == nil ? nil : $0.training.accuracy
    },
    // By its decimal digits, so that 0.01 is not 0.009999999776.
    RecordColumn("learning_rate", .learningRate, .run) { Double($0.learningRate.description) },
    RecordColumn("gradient_norm", .gradientNorm, .run) { $0.gradientNorm },
    RecordColumn("seconds", .time, .run) { $0.seconds },
  ]

  private init(
    _ name: String, _ metric: Metric, _ split: Split, value: @escaping @Sendable (EpochRecord) -> Double?
  ) {
    self.name = name
    self.metric = metric
    self.split = split
    self.value = value
  }
}
