import Tensors
import Testing

@Suite struct `Laws of the operations` {
  private func draw(_ shape: Shape, seed: UInt64, requiresGradient: Bool = false) -> Tensor {
    var random = RandomSource(seed: seed)
    return .normal(shape, using: &random, requiresGradient: requiresGradient)
  }

  @Test(arguments: [(3, 5, 4, 2), (1, 7, 1, 3), (33, 17, 65, 9), (64, 128, 32, 10)])
  func `matrix products associate up to rounding`(_ m: Int, _ k: Int, _ l: Int, _ n: Int) {
    let (a, b, c) = (draw([m, k], seed: 1), draw([k, l], seed: 2), draw([l, n], seed: 3))
    let one = a.matmul(b).matmul(c)
    let other = a.matmul(b.matmul(c))
    let size = one.magnitude().max().item
    #expect((one - other).magnitude().max().item <= 1e-5 * size)
  }

  @Test(arguments: [(3, 5, 2), (17, 33, 9), (8, 784, 32)])
  func `a matrix product is the sum of products`(_ m: Int, _ k: Int, _ n: Int) {
    let (a, b) = (draw([m, k], seed: 4), draw([k, n], seed: 5))
    let product = a.matmul(b)
    let plain = (a.expanded(at: 2) * b.expanded(at: 0)).sum(along: 1)
    #expect((product - plain).magnitude().max().item <= 1e-5 * plain.magnitude().max().item)
  }

  @Test func `a product of transposes is the transpose of the product`() {
    let (a, b) = (draw([6, 4], seed: 6), draw([4, 5], seed: 7))
    let one = b.transposed().matmul(a.transposed())
    let other = a.matmul(b).transposed()
    #expect((one - other).magnitude().max().item <= 1e-6)
  }

  @Test(arguments: [-1, 0, 1], [1, 100] as [Float])
  func `shares add up to 1`(_ axis: Int, _ spread: Float) {
    let shares = (draw([5, 6], seed: 8) * spread).softmax(along: axis)
    for sum in shares.sum(along: axis).elements { #expect(abs(sum - 1) <= 1e-6) }
    #expect(shares.elements.allSatisfy { $0 >= 0 })
  }

  @Test func `softmax does not change when all numbers grow alike`() {
    let scores = draw([4, 5], seed: 9)
    let difference = scores.softmax() - (scores + 64).softmax()
    #expect(difference.magnitude().max().item <= 1e-5)
  }

  @Test(arguments: [[24], [4, 6], [2, 3, 4], [2, 1, 12, 1]])
  func `a reshape there and back changes nothing`(_ extents: [Int]) throws {
    let tensor = draw([3, 8], seed: 10, requiresGradient: true)
    let there = tensor.reshaped(to: extents)
    #expect(there.elements == tensor.elements)
    let back = there.reshaped(to: [3, 8])
    #expect(back.data == tensor.data)
    (back * back).sum().backward()
    #expect(try #require(tensor.gradient).elements == tensor.elements.map { 2 * $0 })
  }

  @Test func `permuting by every order and back changes nothing`() {
    let tensor = draw([2, 3, 4], seed: 11)
    for axes in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let inverse = (0..<3).map { place in axes.firstIndex(of: place) ?? 0 }
      #expect(tensor.permuted(axes).permuted(inverse).data == tensor.data)
    }
  }

  @Test func `a slice of a slice is the slice by both`() {
    let tensor = draw([10, 6], seed: 12)
    #expect(tensor[2..<9][1..<4].data == tensor[3..<6].data)
    #expect(
      tensor[stride(from: 1, to: 10, by: 2)][stride(from: 0, to: 5, by: 2)].data
        == tensor[stride(from: 1, to: 10, by: 4)].data)
    #expect(tensor[4][2].data == tensor[4, 2].data)
    #expect(tensor[0..., -1].data == tensor[0..<10, 5].data)
    #expect(tensor[1..<9, 2..<5][3..., 1].data == tensor[4..<9, 3].data)
  }

  @Test func `slices laid together are the whole`() {
    let tensor = draw([7, 5], seed: 13)
    #expect(Tensor.concatenate([tensor[0..<3], tensor[3..<7]]).data == tensor.data)
    #expect(Tensor.concatenate([tensor[0..., 0..<1], tensor[0..., 1..<5]], along: 1).data == tensor.data)
    #expect(Tensor.stack((0..<7).map { tensor[$0] }).data == tensor.data)
    #expect(tensor.rows(at: Array(0..<7)).data == tensor.data)
  }

  @Test func `reductions step by step reach the same`() {
    let tensor = draw([3, 4, 5], seed: 14)
    let total = tensor.sum().item
    #expect(abs(tensor.sum(along: 0).sum(along: 0).sum(along: 0).item - total) <= 1e-5)
    #expect(abs(tensor.sum(along: 0, 2).sum().item - total) <= 1e-5)
    #expect(tensor.max(along: 0).max(along: 1).max(along: 0).item == tensor.max().item)
  }

  /// Added up in single precision one by one, a hundred thousand tenths come to 9998.6.
  @Test(arguments: [0, 1]) func `many small numbers add up along every axis`(_ axis: Int) {
    let count = 100_000
    let long = Tensor(repeating: 0.1, shape: axis == 0 ? [count, 3] : [2, count, 3])
    for sum in long.sum(along: axis).elements { #expect(abs(sum - 10_000) < 0.01) }
    for mean in long.mean(along: axis).elements { #expect(abs(mean - 0.1) < 1e-7) }
    let alternating = Tensor((0..<count).map { $0.isMultiple(of: 2) ? 0.9 : 1.1 }).expanded(at: 1)
      .stretched(to: [count, 2])
    for variance in alternating.variance(along: 0, unbiased: false).elements {
      #expect(abs(variance - 0.01) < 1e-7)
    }
  }

  @Test func `many small gradients add up for what was repeated`() throws {
    let count = 100_000
    let upstream = TensorData(repeating: 0.1, shape: [count, 2, 3])
    for shape in [[3], [2, 1], [1, 2, 3], [1, 1, 3], []] as [Shape] {
      let operand = Tensor.zeros(shape, requiresGradient: true)
      (Tensor.zeros([count, 2, 3]) + operand).backward(from: upstream)
      let gradient = try #require(operand.gradient)
      let expected = 0.1 * Float(6 * count / operand.count)
      for share in gradient.elements { #expect(abs(share / expected - 1) < 1e-6, "\(shape)") }
    }
    let bias = Tensor.zeros([3], requiresGradient: true)
    Tensor.zeros([count, 1]).affine(weight: .zeros([3, 1]), bias: bias)
      .backward(from: TensorData(repeating: 0.1, shape: [count, 3]))
    for share in try #require(bias.gradient).elements { #expect(abs(share - 10_000) < 0.01) }
  }

  @Test(
    arguments: [
      ([3, 0], [0, 2], [3, 2]), ([0, 3], [3, 2], [0, 2]), ([2, 3, 0], [0, 4], [2, 3, 4]),
      ([0], [0], []), ([0], [0, 2], [2]), ([3, 0], [0], [3]), ([0, 2, 3], [0, 3, 4], [0, 2, 4]),
      ([0, 2, 3], [1, 3, 4], [0, 2, 4]), ([2, 3, 0], [2, 0, 4], [2, 3, 4]), ([2, 3], [3, 0], [2, 0]),
    ] as [([Int], [Int], [Int])])
  func `products of empty matrices are zeros of their shape`(_ a: [Int], _ b: [Int], _ result: [Int]) throws {
    let left = Tensor.ones(Shape(a), requiresGradient: true)
    let right = Tensor.ones(Shape(b), requiresGradient: true)
    let product = left.matmul(right)
    #expect(product.data == TensorData(repeating: 0, shape: Shape(result)))
    product.sum().backward()
    #expect(try #require(left.gradient).shape == left.shape)
    #expect(try #require(right.gradient).data == TensorData(repeating: 0, shape: right.shape))
  }

  @Test func `an affine map of rows without numbers is its bias`() {
    let result = Tensor.zeros([3, 0]).affine(weight: .zeros([2, 0]), bias: Tensor([1, 2]))
    #expect(result.data == TensorData([1, 2, 1, 2, 1, 2], shape: [3, 2]))
  }

  @Test func `a power of 0 is 1 with the gradient 0, also of 0`() throws {
    let x = Tensor([0, -2, 3], requiresGradient: true)
    let powers = x.power(0)
    #expect(powers.elements == [1, 1, 1])
    powers.sum().backward()
    #expect(try #require(x.gradient).elements == [0, 0, 0])
  }

  @Test func `what is not a number stays visible`() {
    let spoilt = Tensor([[1, -2, .nan, 4], [5, 6, 7, 8]])
    for result in [
      spoilt.relu(), spoilt.maximum(Tensor(0)), spoilt.minimum(Tensor(0)), Tensor(0).maximum(spoilt),
      spoilt.max(along: 1), spoilt.min(along: 1), spoilt.softmax(), spoilt.logSumExp(), spoilt.sum(),
      spoilt.maxPooled(kernel: 2), spoilt.matmul(.zeros([4, 1])), spoilt.gelu(), spoilt.sigmoid(),
    ] {
      #expect(result.elements.contains { $0.isNaN })
    }
    #expect(spoilt.maxPooled(kernel: 2).elements[0] == 6)
    #expect(spoilt.maxPooled(kernel: 2).elements[1].isNaN)
  }

  @Test(arguments: [true, false]) func `too few numbers have no variance`(isUnbiased: Bool) {
    let empty = Tensor.zeros([2, 0]).variance(along: 1, unbiased: isUnbiased)
    #expect(empty.elements.count { $0.isNaN } == 2)
    #expect(Tensor([3]).variance(unbiased: isUnbiased).item.isNaN == isUnbiased)
  }

  @Test func `the gradient passes where a number is none, as in PyTorch`() throws {
    let x = Tensor([1, -2, .nan], requiresGradient: true)
    (x.relu() * Tensor([2, 3, 4])).sum().backward()
    #expect(try #require(x.gradient).elements == [2, 0, 4])
    let (a, b) = (Tensor([.nan, 1], requiresGradient: true), Tensor([1, .nan], requiresGradient: true))
    (a.maximum(b) * Tensor([2, 3])).sum().backward()
    #expect(try #require(a.gradient).elements == [2, 3])
    #expect(try #require(b.gradient).elements == [2, 3])
  }

  @Test func `windows that see only minus infinity pass their gradient to the first place`() throws {
    let image = Tensor(repeating: -.infinity, shape: [1, 2, 4], requiresGradient: true)
    let pooled = image.maxPooled(kernel: 2)
    #expect(pooled.elements == [-.infinity, -.infinity])
    pooled.backward(from: TensorData([1, 2], shape: [1, 1, 2]))
    #expect(try #require(image.gradient).elements == [1, 0, 2, 0, 0, 0, 0, 0])
  }
}
