import NeuralNetworks
import Tensors

/// A network and a batch that both sides make a step with.
struct Workload: Sendable, Encodable {
  let batch: Int
  /// The widths of a multilayer perceptron from its inputs to its classes.
  let widths: [Int]
  /// The channels and the side of square images that a small convolutional network begins with; `nil` for none.
  var image: [Int]?

  static let all = [
    Workload(batch: 8, widths: [16, 32, 32, 10]),
    Workload(batch: 8, widths: [784, 32, 32, 10]),
    Workload(batch: 32, widths: [3072, 64, 2]),
    Workload(batch: 64, widths: [784, 256, 128, 10]),
    Workload(batch: 512, widths: [784, 1024, 1024, 10]),
    Workload(batch: 32, widths: [2048, 64, 2], image: [3, 32]),
  ]

  var name: String {
    let layers = widths.map(String.init).joined(separator: "-")
    guard let image else { return "batch \(batch) of \(layers)" }
    return "batch \(batch) of \(image[0])x\(image[1])x\(image[1]), two 3x3 convolutions (16, 32), \(layers)"
  }

  /// A step: forward, zero the gradients, backward, SGD with momentum; ReLU and cross-entropy.
  func makeStep() throws -> () throws -> Void {
    var random = RandomSource(seed: 1)
    var layers: [any Module] = []
    if let image {
      layers += [
        Conv2d(inputChannels: image[0], outputChannels: 16, kernel: 3, padding: 1, using: &random), ReLU(),
        MaxPool2d(kernel: 2),
        Conv2d(inputChannels: 16, outputChannels: 32, kernel: 3, padding: 1, using: &random), ReLU(),
        MaxPool2d(kernel: 2), Flatten(),
      ]
    }
    for place in 1..<widths.count {
      layers.append(Linear(inputs: widths[place - 1], outputs: widths[place], using: &random))
      if place < widths.count - 1 { layers.append(ReLU()) }
    }
    let model = Sequential(layers)
    let optimizer = SGD(model.parameters, learningRate: 0.01, momentum: 0.9)
    let loss = CrossEntropyLoss()
    let shape: Shape = image.map { [batch, $0[0], $0[1], $0[1]] } ?? [batch, widths[0]]
    let inputs = Tensor.normal(shape, using: &random)
    let classes = UInt64(widths[widths.count - 1])
    let targets = Tensor((0..<batch).map { _ in Float(random.next() % classes) })
    return {
      optimizer.zeroGradients()
      try loss(model(inputs), targets).backward()
      optimizer.step()
    }
  }
}
