import Foundation
import NeuralNetworks
import Tensors
import Training

/// Small problems that the tests train on.
enum Toy {
  /// Points of two classes on two rings, which no straight line parts.
  static func rings(_ count: Int, seed: UInt64) -> TensorDataset {
    var random = RandomSource(seed: seed)
    var points: [Float] = []
    var classes: [Float] = []
    for index in 0..<count {
      let ring = Float(index % 2)
      let angle = 2 * Float.pi * random.uniform()
      let radius = 1 + ring + 0.3 * random.normal()
      points += [radius * cosf(angle), radius * sinf(angle)]
      classes.append(ring)
    }
    return TensorDataset(
      inputs: TensorData(points, shape: [count, 2]), targets: TensorData(classes, shape: [count]))
  }

  static func classifier(seed: UInt64, dropout: Float = 0) -> Sequential {
    var random = RandomSource(seed: seed)
    return Sequential {
      Linear(inputs: 2, outputs: 16, using: &random)
      ReLU()
      if dropout > 0 { Dropout(dropout, using: &random) }
      Linear(inputs: 16, outputs: 2, using: &random)
    }
  }
  /// A trainer of the classifier with everything that has a memory: momentum, dropout, a schedule on a plateau.
  static func trainer(seed: UInt64 = 1, threads: Int = 1, reevaluatesTraining: Bool = false) -> Trainer {
    let model = classifier(seed: seed, dropout: 0.2)
    return Trainer(
      model, loss: CrossEntropyLoss(), optimizer: AdamW(model.parameters, learningRate: 0.02),
      schedule: .onPlateau(factor: 0.5, patience: 1), clipping: .norm(5),
      reevaluatesTraining: reevaluatesTraining, threads: threads)
  }

  static func loaders(workers: Int = 0) -> (
    training: DataLoader<TensorDataset>, validation: DataLoader<TensorDataset>
  ) {
    (
      DataLoader(rings(96, seed: 1), batchSize: 16, shuffleSeed: 7, workers: workers),
      DataLoader(rings(64, seed: 2), batchSize: 64, workers: workers)
    )
  }
}
