import Foundation
import Tensors
import Testing

@Suite struct `Exponentials` {
  /// A function, and by how many units in the last place it may differ from the one in double precision.
  struct Function: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let units: Double
    let single: @Sendable (Tensor) -> Tensor
    let double: @Sendable (Double) -> Double
  }

  static let functions = [
    Function(testDescription: "exp", units: 1.5, single: { $0.exp() }, double: { Foundation.exp($0) }),
    Function(testDescription: "tanh", units: 2, single: { $0.tanh() }, double: { Foundation.tanh($0) }),
    Function(
      testDescription: "sigmoid", units: 3, single: { $0.sigmoid() },
      double: { 1 / (1 + Foundation.exp(-$0)) }),
  ]

  @Test(arguments: functions) func `are those of double precision, but for rounding`(_ function: Function) {
    let inputs = (0..<200_000).map { Float(-103.9 + 192.5 * Double($0) / 200_000) }
    let outputs = function.single(Tensor(inputs)).elements
    let errors = zip(inputs, outputs).map { input, output in
      let exact = function.double(Double(input))
      return abs(Double(output) - exact) / Double(Float(exact).ulp)
    }
    #expect(errors.max() ?? .infinity <= function.units)
  }

  @Test func `have their limits beyond all numbers, and keep what is none`() {
    let ends = Tensor([-.infinity, -104, 0, 89, .infinity])
    #expect(ends.exp().elements == [0, 0, 1, .infinity, .infinity])
    #expect(ends.tanh().elements == [-1, -1, 0, 1, 1])
    #expect(ends.sigmoid().elements[2...] == [0.5, 1, 1])
    #expect(ends.sigmoid().elements[0] == 0)
    let none = Tensor([.nan])
    for result in [none.exp(), none.tanh(), none.sigmoid()] { #expect(result.item.isNaN) }
  }
}
