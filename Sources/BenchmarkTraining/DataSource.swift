import Tensors

/// One row of data.
struct Row: Sendable {
  var inputs: [Float]
  /// The number of the class, or the number asked for.
  var target: Float
}

/// A population that rows can be drawn from without end: what makes an independent test set as large as it need be.
struct DataSource: Sendable {
  let task: TrainingTask
  /// Draws a row.
  let draw: @Sendable (inout RandomSource) -> Row

  init(_ task: TrainingTask, draw: @escaping @Sendable (inout RandomSource) -> Row) {
    self.task = task
    self.draw = draw
  }

  /// The population with inputs, and the numbers asked for, of mean 0 and deviation 1.
  func standardized(using random: inout RandomSource) -> DataSource {
    let sample = (0..<2_000).map { _ in self.draw(&random) }
    let inputs = sample[0].inputs.indices.map { column in Moments(sample.map { $0.inputs[column] }) }
    let target = task == .regression ? Moments(sample.map(\.target)) : .standard
    let draw = draw
    return DataSource(task) { random in
      let row = draw(&random)
      return Row(
        inputs: zip(row.inputs, inputs).map { $1.standardized($0) }, target: target.standardized(row.target))
    }
  }
}

/// Mean and standard deviation of numbers.
private struct Moments: Sendable {
  static let standard = Moments(mean: 0, deviation: 1)

  let mean: Float
  let deviation: Float

  init(mean: Float, deviation: Float) {
    self.mean = mean
    self.deviation = deviation
  }

  init(_ values: [Float]) {
    let count = Float(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    self.init(mean: mean, deviation: variance > 1e-12 ? variance.squareRoot() : 1)
  }

  func standardized(_ value: Float) -> Float { (value - mean) / deviation }
}
