import ATMLTrain
import ArgumentParser

/// How the network is trained.
struct OptimizerOptions: ParsableArguments {
  enum Method: String, CaseIterable, ExpressibleByArgument {
    case sgd, adam, adamw
  }

  enum ScheduleName: String, CaseIterable, ExpressibleByArgument {
    case constant, step, cosine, plateau
  }

  @Option(help: "How weights follow their gradients.")
  var optimizer = Method.sgd

  @Option(help: ArgumentHelp("The size of a step; 0.01 for sgd, 0.001 for the others.", valueName: "rate"))
  var learningRate: Float?

  @Option(help: ArgumentHelp("The momentum of sgd.", valueName: "share"))
  var momentum: Float = 0.9

  @Flag(help: "Use Nesterov's form of momentum.")
  var nesterov = false

  @Option(help: ArgumentHelp("How strongly weights are pulled to 0.", valueName: "rate"))
  var weightDecay: Float = 0

  @Option(help: "How the learning rate changes from epoch to epoch.")
  var schedule = ScheduleName.constant

  @Option(
    help: ArgumentHelp("Epochs over which the learning rate rises to its value first.", valueName: "epochs"))
  var warmUp = 0

  @Option(help: ArgumentHelp("What step and plateau multiply the learning rate by.", valueName: "factor"))
  var decayFactor: Float = 0.1

  @Option(help: ArgumentHelp("Epochs between steps, or without progress on a plateau.", valueName: "epochs"))
  var decayEpochs = 10

  @Option(help: ArgumentHelp("The largest norm of all gradients together.", valueName: "norm"))
  var clipNorm: Float?

  @Option(help: ArgumentHelp("The share of each target that is spread over all classes.", valueName: "share"))
  var labelSmoothing: Float = 0

  func validate() throws {
    for (name, value) in [
      ("learning-rate", learningRate ?? 0), ("momentum", momentum), ("weight-decay", weightDecay),
      ("clip-norm", clipNorm ?? 0),
    ] where value < 0 || !value.isFinite {
      throw ValidationError("--\(name) is a number of at least 0, not \(value)")
    }
    if nesterov, momentum == 0 || optimizer != .sgd {
      throw ValidationError("--nesterov needs sgd with a momentum")
    }
    if warmUp < 0 { throw ValidationError("--warm-up is a number of epochs of at least 0, not \(warmUp)") }
    if decayEpochs < 1 { throw ValidationError("--decay-epochs is at least 1, not \(decayEpochs)") }
    guard decayFactor > 0, decayFactor < 1 else {
      throw ValidationError("--decay-factor lies between 0 and 1, not at \(decayFactor)")
    }
    guard (0...1).contains(labelSmoothing) else {
      throw ValidationError("--label-smoothing is a share from 0 to 1, not \(labelSmoothing)")
    }
  }

  /// Checks what one option alone cannot tell.
  func checkTogether() throws {
    if nesterov, momentum == 0 || optimizer != .sgd {
      throw ValidationError("--nesterov needs sgd with a momentum")
    }
  }

  func optimizer(for parameters: [Parameter]) -> any Optimizer {
    switch optimizer {
    case .sgd:
      SGD(
        parameters, learningRate: learningRate ?? 0.01, momentum: momentum, weightDecay: weightDecay,
        nesterov: nesterov)
    case .adam: Adam(parameters, learningRate: learningRate ?? 0.001, weightDecay: weightDecay)
    case .adamw: AdamW(parameters, learningRate: learningRate ?? 0.001, weightDecay: weightDecay)
    }
  }

  func schedule(epochs: Int) -> any Schedule {
    let main: any Schedule =
      switch schedule {
      case .constant: .constant
      case .step: .step(epochs: decayEpochs, factor: decayFactor)
      case .cosine: .cosine(epochs: max(epochs - warmUp, 1))
      case .plateau: .onPlateau(factor: decayFactor, patience: decayEpochs)
      }
    return warmUp > 0 ? .warmUp(epochs: warmUp, then: main) : main
  }

  var clipping: GradientClipping? { clipNorm.map { .norm($0) } }
}
