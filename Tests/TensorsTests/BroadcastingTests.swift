import Tensors
import Testing

@Suite struct `Stretching to a common shape` {
  struct Pair: Sendable, CustomTestStringConvertible {
    let one: [Int]
    let other: [Int]
    let result: [Int]
    var testDescription: String { "\(one) and \(other)" }
  }

  static let pairs = [
    Pair(one: [3, 4], other: [4], result: [3, 4]),
    Pair(one: [3, 1], other: [1, 4], result: [3, 4]),
    Pair(one: [2, 3, 4], other: [3, 1], result: [2, 3, 4]),
    Pair(one: [2, 1, 4], other: [3, 1], result: [2, 3, 4]),
    Pair(one: [], other: [2, 2], result: [2, 2]),
    Pair(one: [1, 1, 5], other: [], result: [1, 1, 5]),
    Pair(one: [2, 1, 3, 1], other: [4, 1, 5], result: [2, 4, 3, 5]),
    Pair(one: [0, 3], other: [3], result: [0, 3]),
  ]

  @Test(arguments: pairs) func `equals explicit repetition`(_ pair: Pair) {
    var random = RandomSource(seed: 3)
    let a = Tensor.uniform(Shape(pair.one), in: 1..<2, using: &random, requiresGradient: true)
    let b = Tensor.uniform(Shape(pair.other), in: 1..<2, using: &random, requiresGradient: true)
    let result = Shape(pair.result)
    let (longA, longB) = (repeated(a, to: result), repeated(b, to: result))
    for combine: (Tensor, Tensor) -> Tensor in [{ $0 + $1 }, { $0 - $1 }, { $0 * $1 }, { $0 / $1 }] {
      let output = combine(a, b)
      #expect(output.shape == result)
      #expect(output.data == combine(longA, longB).data)
    }
  }

  @Test(arguments: pairs) func `adds gradients up where a number was repeated`(_ pair: Pair) throws {
    let a = Tensor.ones(Shape(pair.one), requiresGradient: true)
    let b = Tensor.ones(Shape(pair.other), requiresGradient: true)
    (a + b).sum().backward()
    let count = Shape(pair.result).elementCount
    for leaf in [a, b] where leaf.count > 0 {
      let gradient = try #require(leaf.gradient)
      #expect(gradient.shape == leaf.shape)
      #expect(gradient.elements.allSatisfy { $0 == Float(count / leaf.count) })
    }
  }

  /// The tensor's numbers written out in a shape, place by place.
  private func repeated(_ tensor: Tensor, to shape: Shape) -> Tensor {
    let elements = (0..<shape.elementCount).map { position -> Float in
      var rest = position
      var place = 0
      var stride = 1
      for axis in 1...max(shape.rank, 1) where axis <= shape.rank {
        let index = rest % shape[shape.rank - axis]
        rest /= shape[shape.rank - axis]
        guard axis <= tensor.shape.rank else { continue }
        let extent = tensor.shape[tensor.shape.rank - axis]
        place += (extent == 1 ? 0 : index) * stride
        stride *= extent
      }
      return tensor.elements[place]
    }
    return Tensor(elements, shape: shape)
  }

  @Test func `is refused where extents differ and neither is 1`() {
    #expect(Shape([2, 3]).broadcast(with: [2]) == nil)
    #expect(Shape([4, 3]).broadcast(with: [2, 3]) == nil)
  }
}
