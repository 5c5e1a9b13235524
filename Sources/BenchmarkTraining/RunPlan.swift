/// What a run is trained with: everything that a retraining may change.
struct RunPlan: Sendable {
  enum OptimizerKind: Sendable { case sgd, adam }
  /// How the learning rate changes, by the benchmark's names.
  enum ScheduleKind: String, Sendable {
    case constant = "const"
    case cosine, step
    case warmUp = "warmup"
  }
  enum Activation: Sendable { case relu, tanh }

  var trainingSize: Int
  var epochs: Int
  let batchSize: Int
  let hiddenLayers: Int
  let activation: Activation
  let optimizer: OptimizerKind
  /// Whether the training loss is logged as a mean over the epoch's batches, with dropout on.
  let logsRunningMean: Bool

  var width = 16
  var learningRate: Float = 0.01
  var weightDecay: Float = 0
  var dropout: Float = 0
  var momentum: Float = 0
  var schedule = ScheduleKind.constant
  /// What the first weights are multiplied by.
  var weightScale: Float = 1
  /// What every bias of a hidden layer begins with, where it is not drawn.
  var firstBias: Float?
  var seed: UInt64 = 0
  /// Another number that the order of the batches follows from, after as many epochs.
  var laterOrders: (epochs: Int, seed: UInt64)?
}
