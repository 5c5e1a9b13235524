import Tensors

/// What is wrong with the data of a run.
struct DataFlaws: Sendable {
  var validationSize: Int
  /// The share of the classes that are drawn anew, or half the deviation of what is added to the numbers asked for.
  var labelNoise: Float = 0
  /// Whether only the training samples have the noise.
  var sparesOthers = false
  /// Whether the validation samples are without the noise.
  var sparesValidation = false
  /// Whether targets have nothing to do with the inputs.
  var isUnrelated = false
  /// The share of the validation samples that are copied from the training samples.
  var leakedShare: Float = 0
  /// How far the inputs of validation are moved, in deviations.
  var validationShift: Float = 0
  /// What all inputs are multiplied by.
  var inputScale: Float = 1
}

/// Rows side by side, as networks take them.
struct Samples: Sendable {
  /// `[rows, inputs]`
  let inputs: TensorData
  let targets: [Float]

  init(_ rows: [Row]) {
    inputs = TensorData(rows.flatMap(\.inputs), shape: [rows.count, rows[0].inputs.count])
    targets = rows.map(\.target)
  }

  var count: Int { targets.count }
}

/// The samples of one run, and of its retrainings.
struct RunData: Sendable {
  /// How many rows the truth is measured on, of which the run's user never sees one.
  static let testSize = 5_000

  let task: TrainingTask
  /// Three times what the run is trained on: a retraining may have all of it.
  let training: Samples
  let validation: Samples
  let test: Samples
  /// What the losses of a regression are multiplied by, as other units would.
  let lossScale: Float

  init(task: TrainingTask, training: Samples, validation: Samples, test: Samples, lossScale: Float = 1) {
    self.task = task
    self.training = training
    self.validation = validation
    self.test = test
    self.lossScale = lossScale
  }

  /// Draws the samples of a run.
  init(_ source: DataSource, trainingSize: Int, flaws: DataFlaws, using random: inout RandomSource) {
    task = source.task
    lossScale = source.task == .regression ? random.pick([1, 1, 1, 0.01, 100]) : 1
    let noise = LabelNoise(task: source.task, amount: flaws.labelNoise)
    func rows(_ count: Int, isNoisy: Bool) -> [Row] {
      (0..<count).map { _ in
        var row = source.draw(&random)
        if flaws.isUnrelated { row.target = source.draw(&random).target }
        if isNoisy { noise.apply(to: &row, using: &random) }
        row.inputs = row.inputs.map { $0 * flaws.inputScale }
        return row
      }
    }
    let training = rows(3 * trainingSize, isNoisy: true)
    var validation = rows(flaws.validationSize, isNoisy: !flaws.sparesOthers && !flaws.sparesValidation)
    let direction = random.normals(training[0].inputs.count)
    let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
    for place in validation.indices {
      if Float(place) < flaws.leakedShare * Float(validation.count) {
        validation[place] = training[place % trainingSize]
      }
      if flaws.validationShift > 0 {
        let step = flaws.validationShift * flaws.inputScale / length
        validation[place].inputs = zip(validation[place].inputs, direction).map { $0 + step * $1 }
      }
    }
    self.training = Samples(training)
    self.validation = Samples(validation)
    test = Samples(rows(Self.testSize, isNoisy: !flaws.sparesOthers))
  }
}

/// Targets that are not what they should be.
private struct LabelNoise {
  let task: TrainingTask
  let amount: Float

  func apply(to row: inout Row, using random: inout RandomSource) {
    guard amount > 0 else { return }
    if let classes = task.classCount {
      if random.happens(amount) { row.target = Float(Int.random(in: 0..<classes, using: &random)) }
    } else {
      row.target += 2 * amount * random.normal()
    }
  }
}
