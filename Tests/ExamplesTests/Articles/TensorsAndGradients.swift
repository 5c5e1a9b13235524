import ATMLTrain
import Testing

/// The code of the article of that name.
@Suite struct TensorsAndGradients {
  @Test func `tensors are values with a shape`() {
    var random = RandomSource(seed: 1)
    let matrix = Tensor([[1, 2, 3], [4, 5, 6]])
    let row = matrix[0]  // [1.0, 2.0, 3.0]
    let last = matrix[0..., -1]  // the last column: [3.0, 6.0]
    let sums = matrix.sum(along: 0)  // of each column: [5.0, 7.0, 9.0]
    let moved = 2 * matrix + Tensor([10, 20, 30])  // the vector is added to every row
    let product = matrix.matmul(matrix.transposed())  // shape [2, 2]
    let noise = Tensor.normal([2, 3], standardDeviation: 0.1, using: &random)
    print(row, last, sums, moved, product.shape, noise.shape)
    #expect("\(row)" == "[1.0, 2.0, 3.0]")
    #expect("\(last)" == "[3.0, 6.0]")
    #expect("\(sums)" == "[5.0, 7.0, 9.0]")
    #expect("\(moved)" == "[[12.0, 24.0, 36.0], [18.0, 30.0, 42.0]]")
    #expect(product.shape == [2, 2])
    #expect(noise.shape == [2, 3])
  }

  @Test func `gradients arrive where they are wanted, and add up`() {
    let x = Tensor([1, 2, 3], requiresGradient: true)
    let y = (x * x).sum()
    y.backward()
    if let gradient = x.gradient { print(gradient) }  // [2.0, 4.0, 6.0]
    #expect(x.gradient?.elements == [2, 4, 6])

    (3 * x).sum().backward()
    if let gradient = x.gradient { print(gradient) }  // [5.0, 7.0, 9.0]
    x.zeroGradient()
    #expect(x.gradient == nil)

    let value = withoutGradients { (x * x).sum() }
    print(value.requiresGradient, x.detached.requiresGradient)  // false false
    #expect(!value.requiresGradient && !x.detached.requiresGradient)
  }
}
