import Tensors
import Testing

@Suite struct ThreadTests {
  /// Batches of one piece, of several, and of pieces that are not all alike.
  @Test(arguments: [1, 8, 20, 70]) func `the number of threads changes no bit of a convolution`(
    batch: Int
  ) throws {
    var random = RandomSource(seed: 2)
    let image = Tensor.normal([batch, 3, 9, 8], using: &random, requiresGradient: true)
    let weight = Tensor.normal([4, 3, 3, 3], using: &random, requiresGradient: true)
    let bias = Tensor.normal([4], using: &random, requiresGradient: true)
    let upstream = Tensor.normal([batch, 4, 5, 4], using: &random).data
    let results = { () throws -> [TensorData] in
      let output = image.convolved(with: weight, bias: bias, stride: 2, padding: 1)
      output.backward(from: upstream)
      defer { for leaf in [image, weight, bias] { leaf.zeroGradient() } }
      return try [output.data] + [image, weight, bias].map { try #require($0.gradient).data }
    }
    let alone = try results()
    for threads in 2...4 { #expect(try ComputeThreads.with(threads) { try results() } == alone) }
  }

  /// Sizes that are cut along rows, columns and the inner axis, and one that is not cut.
  @Test(arguments: [
    (700, 90, 80), (90, 700, 80), (70, 80, 900), (513, 517, 1031), (1031, 513, 517), (517, 1031, 513),
    (2049, 67, 65), (67, 2049, 65), (8, 32, 784),
  ])
  func `the number of threads changes no bit of a matrix product`(m: Int, n: Int, k: Int) {
    var random = RandomSource(seed: 1)
    let a = Tensor.normal([m, k], using: &random)
    let b = Tensor.normal([n, k], using: &random)
    let alone = a.affine(weight: b)
    for threads in 2...4 {
      #expect(ComputeThreads.with(threads) { a.affine(weight: b) }.data == alone.data)
    }
    let (left, right, product) = (a.elements, b.elements, alone.elements)
    // Against sums in double precision, at a few places.
    for (row, column) in [(0, 0), (m - 1, n - 1), (m / 2, n / 3)] {
      let exact = (0..<k).reduce(0.0) { sum, i in
        sum + Double(left[row * k + i]) * Double(right[column * k + i])
      }
      #expect(abs(Double(product[row * n + column]) - exact) < 1e-3)
    }
  }
}
