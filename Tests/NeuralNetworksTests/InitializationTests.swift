import NeuralNetworks
import Tensors
import TestSupport
import Testing

/// Statistics of PyTorch's first weights, in `initialization.json`.
struct InitializationReference: Decodable, Sendable, CustomTestStringConvertible {
  struct Statistics: Decodable, Sendable {
    let draws: Int
    let bound: Float
    let mean: Float
    let variance: Float
  }
  let name: String
  let layer: String
  let options: LayerOptions
  let weight: Statistics
  let bias: Statistics
  var testDescription: String { name }

  static func load() throws -> [InitializationReference] {
    struct Content: Decodable { let cases: [InitializationReference] }
    return try PyTorchReference.load("initialization", as: Content.self).cases
  }
}

@Suite struct `First weights` {
  @Test(arguments: try InitializationReference.load())
  func `are spread as PyTorch's, in`(_ reference: InitializationReference) throws {
    let make = try #require(LayerTable.makers[reference.layer])
    let layer = try make(reference.options)
    let parameters = Dictionary(uniqueKeysWithValues: layer.namedParameters.map { ($0.name, $0.parameter) })
    try expectSpread(of: #require(parameters["weight"]), as: reference.weight)
    try expectSpread(of: #require(parameters["bias"]), as: reference.bias)
  }

  /// Compares statistics within five standard errors of the difference between two samples.
  private func expectSpread(of parameter: Parameter, as reference: InitializationReference.Statistics) throws
  {
    let values = parameter.wrappedValue
    #expect(values.count == reference.draws)
    #expect(values.magnitude().max().item <= reference.bound * (1 + 1e-6))
    // The chance that none of n draws lies within 20 / n of the bound is e⁻²⁰.
    #expect(values.magnitude().max().item >= reference.bound * (1 - 20 / Float(values.count)))
    let error = (2 / Float(values.count)).squareRoot()
    #expect(abs(values.mean().item - reference.mean) <= 5 * error * reference.bound / Float(3).squareRoot())
    // The variance of a uniform distribution's squares is 4/45 of the bound's fourth power.
    let spread = reference.bound * reference.bound * Float(4.0 / 45).squareRoot()
    #expect(abs(values.variance().item - reference.variance) <= 5 * error * spread)
  }
}
