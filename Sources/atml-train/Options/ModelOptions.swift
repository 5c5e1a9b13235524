import ATMLTrain
import ArgumentParser
import Files

/// What the network looks like.
struct ModelOptions: ParsableArguments {
  enum Architecture: String, CaseIterable, ExpressibleByArgument {
    /// One linear layer.
    case linear
    /// Linear layers with an activation between them.
    case mlp
    /// Two convolutions with pooling, then linear layers.
    case cnn
  }

  enum Activation: String, CaseIterable, ExpressibleByArgument {
    case relu
    case leakyReLU = "leaky-relu"
    case gelu
    case tanh
    case sigmoid

    var module: any Module {
      switch self {
      case .relu: ReLU()
      case .leakyReLU: LeakyReLU()
      case .gelu: GELU()
      case .tanh: Tanh()
      case .sigmoid: Sigmoid()
      }
    }
  }

  @Option(help: "The network: a linear model, a multilayer perceptron, or a small convolutional one.")
  var model = Architecture.mlp

  @Option(
    help: ArgumentHelp(
      "The widths of the hidden layers, separated by commas; 64 by default.", valueName: "widths"))
  var hidden: NumberList?

  @Option(help: "The function between layers; relu by default.")
  var activation: Activation?

  @Option(help: ArgumentHelp("The share of hidden numbers that is dropped in training.", valueName: "share"))
  var dropout: Float = 0

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast, help: "Normalise the hidden layers over each batch.")
  var batchNorm = false

  func validate() throws {
    guard (0..<1).contains(dropout) else {
      throw ValidationError("--dropout is a share from 0 to below 1, not \(dropout)")
    }
  }

  /// Options that are given and change nothing.
  var withoutEffect: [String] {
    guard model == .linear else { return [] }
    let given = [
      ("--hidden", hidden != nil), ("--activation", activation != nil), ("--dropout", dropout > 0),
      ("--batch-norm", batchNorm),
    ]
    return given.filter(\.1).map { "\($0.0) has no effect with --model linear" }
  }

  /// The network for the samples of data.
  ///
  /// - Throws: `ValidationError` where there is no such network for them.
  func network(for outline: TrainingData.Outline, using random: inout RandomSource) throws -> Sequential {
    var layers: [any Module] = []
    if let statistics = outline.inputStatistics {
      layers.append(Standardize(mean: statistics.mean, deviation: statistics.deviation))
    }
    let (input, outputs) = (outline.input, outline.outputs)
    if model == .cnn { try checkImages(input) }
    try checkSize(features: model == .cnn ? Self.features(of: input) : input.elementCount, outputs: outputs)
    switch model {
    case .linear:
      layers += [Flatten(), Linear(inputs: input.elementCount, outputs: outputs, using: &random)]
    case .mlp:
      layers += [Flatten()] + head(inputs: input.elementCount, outputs: outputs, using: &random)
    case .cnn:
      layers += body(input: input, using: &random)
      layers += head(inputs: Self.features(of: input), outputs: outputs, using: &random)
    }
    if let statistics = outline.targetStatistics {
      layers.append(Unstandardize(mean: statistics.mean, deviation: statistics.deviation))
    }
    return Sequential(layers)
  }

  private func checkImages(_ input: Shape) throws {
    if input.rank == 3, input[1] >= 4, input[2] >= 4 { return }
    let isTurned = input.rank == 3 && input[0] >= 4 && input[1] >= 4 && input[2] <= 4
    throw ValidationError(
      "--model cnn takes images of at least 4 x 4 pixels, not samples of shape \(input)"
        + (isTurned ? "; channels come first: save array.transpose(0, 3, 1, 2)" : ""))
  }

  /// Checks that a network's parameters, with gradients and what an optimiser and copies of the best take, fit the
  /// memory.
  private func checkSize(features: Int, outputs: Int) throws {
    var byteCount = 0
    var overflows = false
    var width = features
    for next in (model == .linear ? [] : widths) + [outputs] {
      let layer = width.multipliedReportingOverflow(by: next).partialValue
        .multipliedReportingOverflow(by: Self.bytesPerParameter)
      let sum = byteCount.addingReportingOverflow(layer.partialValue)
      overflows =
        overflows || width.multipliedReportingOverflow(by: next).overflow || layer.overflow || sum.overflow
      byteCount = sum.partialValue
      width = next
    }
    guard !overflows, MemoryBudget.holds(byteCount), widths.allSatisfy({ $0 <= Int(Int32.max) }) else {
      throw ValidationError(
        "a network with layers of \(([features] + widths + [outputs]).map(String.init).joined(separator: ", ")) "
          + "numbers does not fit this machine's memory; choose a smaller --hidden")
    }
  }

  private static let bytesPerParameter = 24
  private static let channels = [16, 32]

  /// The numbers that the convolutions leave of an image.
  private static func features(of input: Shape) -> Int { channels[1] * (input[1] / 4) * (input[2] / 4) }

  private var widths: [Int] { hidden?.numbers ?? [64] }

  /// The convolutions, and what makes a row of numbers of their images.
  private func body(input: Shape, using random: inout RandomSource) -> [any Module] {
    let channels = Self.channels
    let activation = activation ?? .relu
    return [
      Conv2d(inputChannels: input[0], outputChannels: channels[0], kernel: 3, padding: 1, using: &random),
      activation.module,
      MaxPool2d(kernel: 2),
      Conv2d(inputChannels: channels[0], outputChannels: channels[1], kernel: 3, padding: 1, using: &random),
      activation.module,
      MaxPool2d(kernel: 2),
      Flatten(),
    ]
  }

  /// The hidden layers and the output layer.
  private func head(inputs: Int, outputs: Int, using random: inout RandomSource) -> [any Module] {
    var layers: [any Module] = []
    var width = inputs
    for next in widths {
      layers.append(Linear(inputs: width, outputs: next, using: &random))
      if batchNorm { layers.append(BatchNorm1d(features: next)) }
      layers.append((activation ?? .relu).module)
      if dropout > 0 { layers.append(Dropout(dropout, using: &random)) }
      width = next
    }
    layers.append(Linear(inputs: width, outputs: outputs, using: &random))
    return layers
  }
}
