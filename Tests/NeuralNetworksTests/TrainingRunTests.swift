import NeuralNetworks
import Tensors
import TestSupport
import Testing

@Suite struct `Training runs` {
  @Test(arguments: try RunReference.load())
  func `follow PyTorch's loss to 1e-4, as`(_ reference: RunReference) throws {
    var numbers = ReferenceNumbers(seed: reference.seed)
    let model = try reference.makeModel(&numbers)
    let makeData = try #require(ReferenceData.makers[reference.data])
    let (inputs, targets) = makeData(&numbers, reference.samples)
    let optimizer = try OptimizerTable.make(
      reference.optimizer.name, model.parameters, reference.optimizer.options)
    let loss = try #require(LossTable.losses[reference.loss])
    for (step, expected) in reference.losses.values.enumerated() {
      let first = step * reference.batch % reference.samples
      let rows = first..<(first + reference.batch)
      optimizer.zeroGradients()
      let value = try loss(model(Tensor(inputs.rows(rows))), Tensor(targets.rows(rows)))
      value.backward()
      optimizer.step()
      #expect(
        abs(value.item - expected) <= 1e-4 * expected, "step \(step): \(value.item), PyTorch has \(expected)")
    }
  }
}

/// The losses by the names of `runs.json`.
enum LossTable {
  static let losses: [String: any Loss] = [
    "CrossEntropyLoss": CrossEntropyLoss(), "MSELoss": MSELoss(),
  ]
}
