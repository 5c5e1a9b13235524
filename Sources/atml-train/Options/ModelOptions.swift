import ATMLTrain
import ArgumentParser

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

  @Option(help: ArgumentHelp("The widths of the hidden layers, separated by commas.", valueName: "widths"))
  var hidden = NumberList([64])

  @Option(help: "The function between layers.")
  var activation = Activation.relu

  @Option(help: ArgumentHelp("The share of hidden numbers that is dropped in training.", valueName: "share"))
  var dropout: Float = 0

  @Flag(help: "Normalise the hidden layers over each batch.")
  var batchNorm = false

  func validate() throws {
    guard (0..<1).contains(dropout) else {
      throw ValidationError("--dropout is a share from 0 to below 1, not \(dropout)")
    }
  }

  /// The network for samples of a shape.
  func network(input: Shape, outputs: Int, using random: inout RandomSource) throws -> Sequential {
    switch model {
    case .linear:
      return Sequential {
        Flatten()
        Linear(inputs: input.elementCount, outputs: outputs, using: &random)
      }
    case .mlp:
      return Sequential([Flatten()] + head(inputs: input.elementCount, outputs: outputs, using: &random))
    case .cnn:
      return try convolutional(input: input, outputs: outputs, using: &random)
    }
  }

  private func convolutional(
    input: Shape, outputs: Int, using random: inout RandomSource
  ) throws -> Sequential {
    guard input.rank == 3, input[1] >= 4, input[2] >= 4 else {
      throw ValidationError(
        "--model cnn takes images of at least 4 x 4 pixels, not samples of shape \(input)")
    }
    let channels = [16, 32]
    let features = channels[1] * (input[1] / 4) * (input[2] / 4)
    let body: [any Module] = [
      Conv2d(inputChannels: input[0], outputChannels: channels[0], kernel: 3, padding: 1, using: &random),
      activation.module,
      MaxPool2d(kernel: 2),
      Conv2d(inputChannels: channels[0], outputChannels: channels[1], kernel: 3, padding: 1, using: &random),
      activation.module,
      MaxPool2d(kernel: 2),
      Flatten(),
    ]
    return Sequential(body + head(inputs: features, outputs: outputs, using: &random))
  }

  /// The hidden layers and the output layer.
  private func head(inputs: Int, outputs: Int, using random: inout RandomSource) -> [any Module] {
    var layers: [any Module] = []
    var width = inputs
    for next in hidden.numbers {
      layers.append(Linear(inputs: width, outputs: next, using: &random))
      if batchNorm { layers.append(BatchNorm1d(features: next)) }
      layers.append(activation.module)
      if dropout > 0 { layers.append(Dropout(dropout, using: &random)) }
      width = next
    }
    layers.append(Linear(inputs: width, outputs: outputs, using: &random))
    return layers
  }
}
