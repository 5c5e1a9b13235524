import NeuralNetworks
import Tensors
import Testing

@Suite struct `The loss of guessing` {
  /// A loss, targets, and the answer that is the best for all of them.
  static var cases: [(String, any Loss, Tensor, Tensor)] {
    [
      (
        "class numbers", CrossEntropyLoss(), Tensor([0, 1, 1, 2] as [Float]),
        Tensor([0.25, 0.5, 0.25] as [Float]).log()
      ),
      (
        "class probabilities", CrossEntropyLoss(),
        Tensor([0.9, 0.1, 0.3, 0.7] as [Float]).reshaped(to: [2, 2]),
        Tensor([0.6, 0.4] as [Float]).log()
      ),
      (
        "class numbers, log-probabilities", NLLLoss(), Tensor([0, 1, 1, 1] as [Float]),
        Tensor([0.25, 0.75] as [Float]).log()
      ),
      ("values", MSELoss(), Tensor([1, 2, 6] as [Float]).reshaped(to: [3, 1]), Tensor([3] as [Float])),
      (
        "values with units", MSELoss(units: [2, 10]),
        Tensor([1, 10, 3, 30] as [Float]).reshaped(to: [2, 2]), Tensor([2, 20] as [Float])
      ),
      ("distances", L1Loss(), Tensor([1, 2, 9] as [Float]).reshaped(to: [3, 1]), Tensor([2] as [Float])),
      (
        "yes or no for two labels", BCELoss(),
        Tensor([1, 0, 1, 1, 0, 0, 1, 0] as [Float]).reshaped(to: [4, 2]),
        Tensor([0.75, 0.25] as [Float])
      ),
      (
        "yes or no for two labels, logits", BCEWithLogitsLoss(),
        Tensor([1, 0, 1, 1, 0, 0, 1, 0] as [Float]).reshaped(to: [4, 2]),
        Tensor([3, 1 / 3] as [Float]).log()
      ),
    ]
  }

  @Test(arguments: cases.indices) func `is that of the best answer that is always the same`(_ index: Int)
    throws
  {
    let (name, loss, targets, answer) = Self.cases[index]
    let rows = targets.shape[0]
    func cost(_ answer: Tensor) throws -> Double {
      Double(try loss(Tensor.zeros([rows, answer.count]) + answer, targets).elements[0])
    }
    let guessing = try #require(loss.guessingLoss(of: targets.data))
    #expect(abs(guessing - (try cost(answer))) < 1e-6, "\(name)")
    // No other answer nearby costs less, but one that is no distribution.
    if !(loss is NLLLoss), !(loss is CrossEntropyLoss) {
      #expect(try cost(answer + 0.05) > guessing && cost(answer - 0.05) > guessing, "\(name)")
    }
  }

  @Test func `is not told where weights, smoothing or sums change it`() {
    let classes = TensorData([0, 1], shape: [2])
    #expect(CrossEntropyLoss(classWeights: [1, 2]).guessingLoss(of: classes) == nil)
    #expect(CrossEntropyLoss(labelSmoothing: 0.1).guessingLoss(of: classes) == nil)
    #expect(NLLLoss(classWeights: [1, 2]).guessingLoss(of: classes) == nil)
    #expect(BCEWithLogitsLoss(positiveWeights: [2]).guessingLoss(of: classes) == nil)
    #expect(MSELoss(reduction: .sum).guessingLoss(of: classes) == nil)
    #expect(CrossEntropyLoss().guessingLoss(of: TensorData([0, -1], shape: [2])) == nil)
  }
}
