import Tensors
import TestSupport
import Testing

/// Gradients beside central differences `(f(x + h) − f(x − h)) / 2h`, which need no other tool.
///
/// In single precision the error has two parts: about h² of the third derivative, and about 10⁻⁷ |f| / h of
/// rounding. A step of 2⁻⁷ keeps both below a thousandth.
@Suite struct `Gradients agree with finite differences` {
  /// One case for each operation, shapes and options of the reference.
  static func cases() throws -> [OperationReference] {
    try OperationReference.load().filter { reference in
      // At a kink, and where numbers are extreme, differences say nothing.
      !["kink", "equal", "extreme", "far out"].contains { reference.name.contains($0) }
    }
  }

  @Test(arguments: try cases()) func `of`(_ reference: OperationReference) throws {
    let inputs = Self.spacedInputs(reference)
    let leaves = inputs.map { Tensor($0, requiresGradient: true) }
    let output = try reference(leaves)
    let weights = Tensor(reference.weights)
    output.backward(from: weights.data)
    let step: Float = 0x1p-7
    for (place, input) in inputs.enumerated() {
      let gradient = try #require(leaves[place].gradient)
      #expect(gradient.shape == input.shape)
      let scale = gradient.elements.map(\.magnitude).max() ?? 0
      for element in 0..<input.count {
        func value(_ shift: Float) throws -> Double {
          var moved = inputs
          moved[place].withMutableElements { $0[element] += shift }
          let output = try reference(moved.map { Tensor($0) })
          return zip(output.elements, weights.elements).reduce(0) { $0 + Double($1.0) * Double($1.1) }
        }
        let slope = Float(try value(step) - value(-step)) / (2 * step)
        let own = gradient.elements[element]
        #expect(
          abs(own - slope) <= 2e-3 * (slope.magnitude + scale) + 1e-4,
          "element \(element) of input \(place): \(own), by differences \(slope)")
      }
    }
  }

  /// Inputs in which no two numbers lie within two steps, and none that near to 0: clear of every kink.
  private static func spacedInputs(_ reference: OperationReference) -> [TensorData] {
    let shapes = reference.inputs.map { Shape($0.shape) }
    let count = shapes.reduce(0) { $0 + $1.elementCount }
    var random = SeededGenerator(seed: 11)
    let isPositive = ["log", "sqrt", "pow", "divide"].contains(reference.operation)
    var values = (0..<count).shuffled(using: &random).map { rank in
      let size = 0.5 + 1.5 * Float(rank) / Float(count)
      return isPositive || rank.isMultiple(of: 2) ? size : -size
    }
    return shapes.map { shape in
      defer { values.removeFirst(shape.elementCount) }
      return TensorData(Array(values.prefix(shape.elementCount)), shape: shape)
    }
  }
}
