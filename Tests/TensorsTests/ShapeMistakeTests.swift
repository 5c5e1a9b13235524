import Tensors
import Testing

@Suite struct `A mistake of shapes stops with a message that names them` {
  enum Mistake: String, CaseIterable, Codable, Sendable {
    case stretching, product, reshape, concatenation, backward, rows

    func make() {
      let (a, b) = (Tensor.ones([2, 3], requiresGradient: true), Tensor.ones([4, 5]))
      switch self {
      case .stretching: _ = a + b
      case .product: _ = a.matmul(b)
      case .reshape: _ = a.reshaped(to: [4, -1])
      case .concatenation: _ = Tensor.concatenate([a, b], along: 0)
      case .backward: (a * 2).backward()
      case .rows: _ = b.data.rows(at: [0, 4])
      }
    }

    var message: String {
      switch self {
      case .stretching: "shapes [2, 3] and [4, 5] do not stretch to a common one"
      case .product: "a matrix product of shapes [2, 3] and [4, 5]: 3 columns meet 4 rows"
      case .reshape: "a tensor of shape [2, 3] does not take the shape [4, -1]"
      case .concatenation: "shapes [2, 3] and [4, 5] concatenated along axis 0"
      case .backward: "backward() starts at a scalar such as a loss, not at a tensor of shape [2, 3]"
      case .rows: "rows [0, 4] of a tensor of shape [4, 5]"
      }
    }
  }

  @Test(arguments: Mistake.allCases) func `in`(_ mistake: Mistake) async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [mistake] in
      mistake.make()
    }
    let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(output.contains(mistake.message))
  }
}
