import Testing

@testable import Tensors

@Suite struct `Tensors are values` {
  @Test func `a copy stays when the original is updated`() {
    var original = Tensor([1, 2, 3], requiresGradient: true)
    let copy = original
    original.update { $0.withMutableElements { $0[0] = 9 } }
    #expect(original.elements == [9, 2, 3])
    #expect(copy.elements == [1, 2, 3])
  }

  @Test func `a view stays when the original is updated`() {
    var original = Tensor([1, 2, 3, 4])
    let (matrix, tail) = (original.reshaped(to: [2, 2]), original[1..<3])
    original.update { $0.scale(by: 10) }
    #expect(original.elements == [10, 20, 30, 40])
    #expect(matrix.elements == [1, 2, 3, 4])
    #expect(tail.elements == [2, 3])
  }

  @Test func `rows of data share memory until one is changed`() {
    let data = TensorData([1, 2, 3, 4, 5, 6], shape: [3, 2])
    var rows = data.rows(1..<3)
    #expect(rows.elements == [3, 4, 5, 6])
    rows.withMutableElements { $0[0] = 0 }
    #expect(rows.elements == [0, 4, 5, 6])
    #expect(data.elements == [1, 2, 3, 4, 5, 6])
  }

  @Test func `an update keeps the gradient, and the leaf goes on collecting`() throws {
    var weight = Tensor([2], requiresGradient: true)
    (weight * weight).sum().backward()
    weight.update { $0.scale(by: 2) }
    #expect(weight.gradient?.elements == [4])
    (weight * weight).sum().backward()
    #expect(weight.gradient?.elements == [4 + 8])
    weight.zeroGradient()
    #expect(weight.gradient == nil)
  }

  @Test func `the gradient uses the numbers at the time of the operation`() {
    var weight = Tensor([3], requiresGradient: true)
    let loss = (weight * weight).sum()
    weight.update { $0.scale(by: 100) }
    loss.backward()
    #expect(weight.gradient?.elements == [6])
  }
}

@Suite struct `Recording for gradients` {
  @Test func `is off inside withoutGradients, and for detached tensors`() {
    let x = Tensor([1, 2], requiresGradient: true)
    #expect(!withoutGradients { x * x }.requiresGradient)
    #expect((x * x).requiresGradient)
    #expect(!x.detached.requiresGradient)
    let y = x * x.detached
    y.sum().backward()
    #expect(x.gradient?.elements == [1, 2])
  }

  @Test func `goes through a function that throws`() {
    struct Failure: Error {}
    #expect(throws: Failure.self) {
      try withoutGradients { () throws(Failure) in throw Failure() }
    }
    #expect((Tensor([1], requiresGradient: true) * 2).requiresGradient)
  }

  @Test func `can serve twice when the graph is retained`() {
    let x = Tensor([3], requiresGradient: true)
    let loss = (x * x).sum()
    loss.backward(retainingGraph: true)
    loss.backward()
    #expect(x.gradient?.elements == [12])
  }

  @Test func `stops where it meets operations of an earlier pass, also below the result`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let x = Tensor([1, 2], requiresGradient: true)
      let shared = x * x
      let (first, second) = (shared.sum(), (shared * 3).sum())
      first.backward()
      second.backward()
    }
    let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(output.contains("backward() a second time through the same operations"))
  }

  @Test func `serves several results of shared operations where the graph is retained`() {
    let x = Tensor([1, 2], requiresGradient: true)
    let shared = x * x
    let (first, second) = (shared.sum(), (shared * 3).sum())
    first.backward(retainingGraph: true)
    second.backward()
    #expect(x.gradient?.elements == [8, 16])
  }

  @Test func `reaches through a hundred thousand operations`() {
    let x = Tensor([1], requiresGradient: true)
    var y = x
    for _ in 0..<100_000 { y = y + 1 }
    y.sum().backward()
    #expect(x.gradient?.elements == [1])
  }

  @Test func `frees a long graph that was never used`() {
    let x = Tensor([1], requiresGradient: true)
    var y = x
    for _ in 0..<100_000 { y = y + 1 }
    #expect(y.elements == [100_001])
  }

  @Test func `gives nothing to tensors beside the way`() {
    let x = Tensor([1], requiresGradient: true)
    let unused = Tensor([1], requiresGradient: true)
    let constant = Tensor([2])
    (x * constant).sum().backward()
    #expect(x.gradient?.elements == [2])
    #expect(unused.gradient == nil)
    #expect(constant.gradient == nil)
  }
}
