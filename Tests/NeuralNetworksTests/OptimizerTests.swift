import NeuralNetworks
import Tensors
import TestSupport
import Testing

@Suite struct `Optimisers` {
  @Test(arguments: try OptimizerReference.load().cases)
  func `agree with PyTorch on`(_ reference: OptimizerReference.Case) throws {
    let measured = try OptimizerReference.load()
    let parameter = Parameter(TensorData(measured.start))
    let optimizer = try reference.make([parameter])
    let gradients = TensorData(measured.gradients)
    var values: [Float] = []
    for step in 0..<gradients.shape[0] {
      parameter.receive(gradients.rows(step..<step + 1).reshaped(to: parameter.shape))
      optimizer.step()
      values += parameter.wrappedValue.elements
    }
    expectClose(values, shape: Array(gradients.shape), to: reference.parameters)
  }

  @Test(arguments: try OptimizerReference.load().cases)
  func `go on from their state, with`(_ reference: OptimizerReference.Case) throws {
    let measured = try OptimizerReference.load()
    let gradients = TensorData(measured.gradients)
    let gradient = { (step: Int) in gradients.rows(step..<step + 1).reshaped(to: [5]) }
    let parameter = Parameter(TensorData(measured.start))
    let unbroken = try reference.make([parameter])
    for step in 0..<4 {
      parameter.receive(gradient(step))
      unbroken.step()
    }
    let copy = Parameter(parameter.wrappedValue.data)
    let resumed = try reference.make([copy])
    try resumed.load(unbroken.state)
    for step in 4..<10 {
      parameter.receive(gradient(step))
      copy.receive(gradient(step))
      unbroken.step()
      resumed.step()
      #expect(copy.wrappedValue.data == parameter.wrappedValue.data)
    }
    #expect(resumed.state == unbroken.state)
  }

  @Test func `with nothing to train stop with a message`() async {
    let descent = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = SGD([], learningRate: 0.1)
    }
    let adaptive = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = AdamW([])
    }
    for result in [descent, adaptive] {
      let output = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
      #expect(output.contains("an optimizer without parameters"))
    }
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity, 1e30, -1, 2.5])
  func `refuse a number of steps that is none, and stay as they are`(_ count: Float) throws {
    let parameter = Parameter(TensorData([1, 2], shape: [2]))
    let optimizer = Adam([parameter], learningRate: 0.1)
    parameter.receive(TensorData([1, -1], shape: [2]))
    optimizer.step()
    let before = optimizer.state
    var damaged = before
    damaged.stepCount = 7
    damaged.memories["step"]?[0] = TensorData([count], shape: [])
    let error = #expect(throws: OptimizerStateError.self) { try optimizer.load(damaged) }
    #expect(error?.description.contains("found step \(count) of parameter 0") == true)
    #expect(optimizer.state == before)
  }

  @Test(arguments: ["SGD", "Adam", "AdamW"])
  func `leave parameters without a gradient, and count the steps of each, in`(_ name: String) throws {
    let (trained, idle) = (Parameter(TensorData([1, 2], shape: [2])), Parameter(TensorData([3], shape: [1])))
    let options = OptimizerReference.Options(
      learningRate: 0.1, momentum: 0.9, nesterov: nil, weightDecay: 0.1, betas: nil, epsilon: nil)
    let optimizer = try OptimizerTable.make(name, [trained, idle], options)
    for _ in 0..<3 {
      trained.receive(TensorData([1, -1], shape: [2]))
      optimizer.step()
    }
    #expect(idle.wrappedValue.elements == [3])
    #expect(trained.wrappedValue.elements != [1, 2])
    // A parameter that begins late begins as if it were alone.
    let alone = Parameter(TensorData([3], shape: [1]))
    let other = try OptimizerTable.make(name, [alone], options)
    for (parameter, optimizer) in [(idle, optimizer), (alone, other)] {
      trained.zeroGradient()
      parameter.receive(TensorData([2], shape: [1]))
      optimizer.step()
    }
    #expect(idle.wrappedValue.data == alone.wrappedValue.data)
  }
}
