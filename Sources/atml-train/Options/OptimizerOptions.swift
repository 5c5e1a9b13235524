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

  @Option(
    help: ArgumentHelp(
      "How much of its speed sgd keeps from step to step; 0.9 by default.", valueName: "share"))
  var momentum: Float?

  @Flag(inversion: .prefixedNo, exclusivity: .chooseLast, help: "Use Nesterov's form of momentum.")
  var nesterov = false

  @Option(help: ArgumentHelp("How strongly weights are pulled to 0.", valueName: "rate"))
  var weightDecay: Float = 0

  @Option(help: "How the learning rate changes from epoch to epoch.")
  var schedule = ScheduleName.constant

  @Option(
    help: ArgumentHelp("Epochs over which the learning rate rises to its value first.", valueName: "epochs"))
  var warmUp = 0

  @Option(
    help: ArgumentHelp(
      "What the schedules step and plateau multiply the learning rate by; 0.1 by default.",
      valueName: "factor"))
  var decayFactor: Float?

  @Option(
    help: ArgumentHelp(
      "Epochs between steps, or without progress on a plateau; 10 by default.", valueName: "epochs"))
  var decayEpochs: Int?

  @Option(
    help: ArgumentHelp(
      "Shorten the gradient of all weights together to at most this length.", valueName: "norm"))
  var clipNorm: Float?

  @Option(help: ArgumentHelp("The share of each target that is spread over all classes.", valueName: "share"))
  var labelSmoothing: Float = 0

  func validate() throws {
    for (name, value) in [("learning-rate", learningRate), ("clip-norm", clipNorm)] {
      if let value, !(value > 0 && value.isFinite) {
        throw ValidationError("--\(name) is a number above 0, not \(value)")
      }
    }
    guard weightDecay >= 0, weightDecay.isFinite else {
      throw ValidationError("--weight-decay is a number of at least 0, not \(weightDecay)")
    }
    for (name, value) in [("momentum", momentum ?? 0), ("label-smoothing", labelSmoothing)]
    where !(0..<1).contains(value) {
      throw ValidationError("--\(name) is a share from 0 to below 1, not \(value)")
    }
    if warmUp < 0 { throw ValidationError("--warm-up is a number of epochs of at least 0, not \(warmUp)") }
    if let decayEpochs, decayEpochs < 1 {
      throw ValidationError("--decay-epochs is at least 1, not \(decayEpochs)")
    }
    if let decayFactor, !(decayFactor > 0 && decayFactor < 1) {
      throw ValidationError("--decay-factor lies between 0 and 1, not at \(decayFactor)")
    }
  }

  /// Checks what one option alone cannot tell.
  func checkTogether() throws {
    if nesterov, momentum == 0 || optimizer != .sgd {
      throw ValidationError("--nesterov needs sgd with a momentum")
    }
  }

  /// Options that are given and change nothing.
  func withoutEffect(regression: Bool) -> [String] {
    var found: [String] = []
    if momentum != nil, optimizer != .sgd {
      found.append("--momentum has no effect with \(optimizer.rawValue)")
    }
    if schedule != .step, schedule != .plateau {
      for (option, isGiven) in [
        ("--decay-factor", decayFactor != nil), ("--decay-epochs", decayEpochs != nil),
      ]
      where isGiven {
        found.append("\(option) has no effect with the schedule \(schedule.rawValue)")
      }
    }
    if labelSmoothing > 0, regression { found.append("--label-smoothing has no effect with --regression") }
    return found
  }

  func optimizer(for parameters: [Parameter]) -> any Optimizer {
    switch optimizer {
    case .sgd:
      SGD(
        parameters, learningRate: learningRate ?? 0.01, momentum: momentum ?? 0.9, weightDecay: weightDecay,
        nesterov: nesterov)
    case .adam: Adam(parameters, learningRate: learningRate ?? 0.001, weightDecay: weightDecay)
    case .adamw: AdamW(parameters, learningRate: learningRate ?? 0.001, weightDecay: weightDecay)
    }
  }

  func schedule(epochs: Int) -> any Schedule {
    let (factor, decayEpochs) = (decayFactor ?? 0.1, decayEpochs ?? 10)
    let main: any Schedule =
      switch schedule {
      case .constant: .constant
      case .step: .step(epochs: decayEpochs, factor: factor)
      case .cosine: .cosine(epochs: max(epochs - warmUp, 1))
      case .plateau: .onPlateau(factor: factor, patience: decayEpochs)
      }
    return warmUp > 0 ? .warmUp(epochs: warmUp, then: main) : main
  }

  var clipping: GradientClipping? { clipNorm.map { .norm($0) } }
}
