import Tensors
import Testing

/// The operations by the names that `operations.json` gives them.
enum OperationTable {
  typealias Function = @Sendable (_ inputs: [Tensor], _ options: OperationOptions) throws -> Tensor

  static let functions: [String: Function] = [arithmetic, elementwise, reductions, products, rearrangements]
    .reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  private static let arithmetic: [String: Function] = [
    "add": { inputs, _ in inputs[0] + inputs[1] },
    "subtract": { inputs, _ in inputs[0] - inputs[1] },
    "multiply": { inputs, _ in inputs[0] * inputs[1] },
    "divide": { inputs, _ in inputs[0] / inputs[1] },
    "maximum": { inputs, _ in inputs[0].maximum(inputs[1]) },
    "minimum": { inputs, _ in inputs[0].minimum(inputs[1]) },
    "negate": { inputs, _ in -inputs[0] },
    "pow": { inputs, options in inputs[0].power(try #require(options.exponent)) },
    "reused": { inputs, _ in
      let (a, b) = (inputs[0], inputs[1])
      let y = a * a + a.exp() * b
      return y.tanh() * a + y.mean() - b * y.sum(along: 1, keepingDimensions: true)
    },
    "added to itself": { inputs, _ in inputs[0] + inputs[0] + inputs[0] * inputs[0] },
  ]

  private static let elementwise: [String: Function] = [
    "squared": { inputs, _ in inputs[0].squared() },
    "exp": { inputs, _ in inputs[0].exp() },
    "log": { inputs, _ in inputs[0].log() },
    "sqrt": { inputs, _ in inputs[0].squareRoot() },
    "abs": { inputs, _ in inputs[0].magnitude() },
    "tanh": { inputs, _ in inputs[0].tanh() },
    "sigmoid": { inputs, _ in inputs[0].sigmoid() },
    "relu": { inputs, _ in inputs[0].relu() },
    "leakyReLU": { inputs, options in inputs[0].leakyReLU(slope: try #require(options.slope)) },
    "gelu": { inputs, _ in inputs[0].gelu() },
    "softmax": { inputs, options in inputs[0].softmax(along: try #require(options.axis)) },
    "logSoftmax": { inputs, options in inputs[0].logSoftmax(along: try #require(options.axis)) },
  ]

  private static let reductions: [String: Function] = [
    "sum": { inputs, options in
      try inputs[0].sum(along: #require(options.axes), keepingDimensions: options.keepsDimensions == true)
    },
    "mean": { inputs, options in
      try inputs[0].mean(along: #require(options.axes), keepingDimensions: options.keepsDimensions == true)
    },
    "variance": { inputs, options in
      try inputs[0].variance(
        along: #require(options.axes), keepingDimensions: options.keepsDimensions == true)
    },
    "populationVariance": { inputs, options in
      try inputs[0].variance(
        along: #require(options.axes), unbiased: false, keepingDimensions: options.keepsDimensions == true)
    },
    "max": { inputs, options in
      try inputs[0].max(along: #require(options.axis), keepingDimensions: options.keepsDimensions == true)
    },
    "min": { inputs, options in
      try inputs[0].min(along: #require(options.axis), keepingDimensions: options.keepsDimensions == true)
    },
    "logSumExp": { inputs, options in
      try inputs[0].logSumExp(
        along: #require(options.axis), keepingDimensions: options.keepsDimensions == true)
    },
    "maxOfAll": { inputs, _ in inputs[0].max() },
    "minOfAll": { inputs, _ in inputs[0].min() },
  ]

  private static let products: [String: Function] = [
    "matmul": { inputs, _ in inputs[0].matmul(inputs[1]) },
    "matmulTransposedLeft": { inputs, _ in inputs[0].transposed().matmul(inputs[1]) },
    "matmulTransposedRight": { inputs, _ in inputs[0].matmul(inputs[1].transposed()) },
    "matmulTransposedBoth": { inputs, _ in inputs[0].transposed().matmul(inputs[1].transposed()) },
  ]

  private static let rearrangements: [String: Function] = [
    "transpose": { inputs, _ in inputs[0].transposed() },
    "permute": { inputs, options in inputs[0].permuted(try #require(options.axes)) },
    "reshape": { inputs, options in inputs[0].reshaped(to: try #require(options.shape)) },
    "reshapeOfTranspose": { inputs, options in
      inputs[0].transposed().reshaped(to: try #require(options.shape))
    },
    "slice": { inputs, options in
      let ranges = try #require(options.ranges).map { stride(from: $0[0], to: $0[1], by: $0[2]) }
      return ranges.count == 1 ? inputs[0][ranges[0]] : inputs[0][ranges[0], ranges[1]]
    },
    "sliceOfSlice": { inputs, _ in inputs[0][stride(from: 1, to: 7, by: 2)][1..<3] },
    "gatherRows": { inputs, options in inputs[0].rows(at: try #require(options.rows)) },
    "picking": { inputs, options in inputs[0].picking(try #require(options.places)) },
    "concatenate": { inputs, options in Tensor.concatenate(inputs, along: try #require(options.axis)) },
    "stack": { inputs, options in Tensor.stack(inputs, along: try #require(options.axis)) },
  ]
}
