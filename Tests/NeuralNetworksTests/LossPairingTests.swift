import NeuralNetworks
import Tensors
import Testing

@Suite struct `A loss refuses what does not belong before it` {
  enum Ending: String, CaseIterable, Sendable {
    case linear, sigmoid, softmax, logSoftmax, tanh

    func callAsFunction(_ logits: Tensor) -> Tensor {
      switch self {
      case .linear: logits
      case .sigmoid: logits.sigmoid()
      case .softmax: logits.softmax()
      case .logSoftmax: logits.logSoftmax()
      case .tanh: logits.tanh()
      }
    }
  }

  struct Pair: Sendable, CustomTestStringConvertible {
    let loss: any Loss
    /// The endings that belong before the loss.
    let right: [Ending]
    /// Whether targets are the numbers of classes.
    var takesClasses = false
    /// What the message of every refusal names.
    let advice: String
    var testDescription: String { "\(type(of: loss))" }
  }

  static let pairs = [
    Pair(loss: CrossEntropyLoss(), right: [.linear], takesClasses: true, advice: "takes logits"),
    Pair(loss: NLLLoss(), right: [.logSoftmax], takesClasses: true, advice: "use CrossEntropyLoss"),
    Pair(loss: BCELoss(), right: [.sigmoid, .softmax], advice: "BCEWithLogitsLoss"),
    Pair(loss: BCEWithLogitsLoss(), right: [.linear], advice: "takes logits"),
  ]

  @Test(arguments: pairs, Ending.allCases) func `as`(_ pair: Pair, _ ending: Ending) throws {
    let output = ending(Tensor([[3, -2, 0.5], [-1, 4, 0]]))
    let target = pair.takesClasses ? Tensor([0, 1]) : Tensor([[1, 0, 0], [0, 1, 0]])
    if pair.right.contains(ending) {
      #expect(try pair.loss(output, target).item.isFinite)
      return
    }
    let error = #expect(throws: LossError.self) { try pair.loss(output, target) }
    #expect(error?.message.contains(pair.advice) == true, "\(error?.description ?? "no error")")
  }

  @Test func `and targets that no output can reach`() {
    let output = Tensor([[0.5], [0.1]])
    #expect(throws: LossError.self) { try MSELoss()(output.tanh(), Tensor([[1], [-3]])) }
    #expect(throws: LossError.self) { try MSELoss()(output.sigmoid(), Tensor([[1], [-0.5]])) }
    #expect(throws: Never.self) { try MSELoss()(output, Tensor([[100], [-100]])) }
    #expect(throws: LossError.self) { try BCELoss()(output, Tensor([[1], [2]])) }
    #expect(throws: LossError.self) { try CrossEntropyLoss()(Tensor([[1, 2]]), Tensor([2])) }
    #expect(throws: LossError.self) { try CrossEntropyLoss()(Tensor([[1, 2]]), Tensor([0.5])) }
    #expect(throws: LossError.self) { try NLLLoss()(Tensor([[1, 2]]).logSoftmax(), Tensor([-1])) }
  }

  @Test(
    arguments: [
      MSELoss(), L1Loss(), BCEWithLogitsLoss(), CrossEntropyLoss(), CrossEntropyLoss(labelSmoothing: 0.1),
    ] as [any Loss])
  func `and targets that are no numbers`(_ loss: any Loss) {
    let target = Tensor([[0, 1], [.nan, 1]])
    let error = #expect(throws: LossError.self) { try loss(.zeros([2, 2]), target) }
    #expect(error?.reason == .range)
    #expect(error?.message.contains("nan") == true && error?.message.contains("row 1") == true)
  }

  @Test(arguments: [[0.5, 0.6], [1, 1], [-1, 2], [0, 0]] as [[Float]])
  func `and shares of classes that are no distribution`(_ shares: [Float]) {
    let error = #expect(throws: LossError.self) {
      try CrossEntropyLoss()(.zeros([2, 2]), Tensor([[0.25, 0.75], shares]))
    }
    #expect(error?.message.contains("in row 1 of the batch") == true)
    #expect(error?.message.contains("use BCEWithLogitsLoss") == true)
  }

  @Test func `and classes of an output with one column, whose softmax says nothing`() {
    let error = #expect(throws: LossError.self) { try CrossEntropyLoss()(.zeros([2, 1]), Tensor([0, 1])) }
    #expect(error?.message.contains("for yes or no use BCEWithLogitsLoss") == true)
  }

  @Test func `and shapes that do not belong together`() throws {
    let error = #expect(throws: LossError.self) { try MSELoss()(.zeros([4, 1]), .zeros([4])) }
    #expect(error?.reason == .shape)
    #expect(error?.message.contains("[4, 1]") == true && error?.message.contains("[4]") == true)
    #expect(throws: LossError.self) { try CrossEntropyLoss()(.zeros([4, 3]), .zeros([3])) }
    #expect(error?.message.contains("target.reshaped(to: output.shape)") == true)
    #expect(throws: LossError.self) { try CrossEntropyLoss(classWeights: [1])(.zeros([2, 3]), .zeros([2])) }
    #expect(throws: LossError.self) {
      try BCEWithLogitsLoss(positiveWeights: [1, 2])(.zeros([2, 3]), .zeros([2, 3]))
    }
  }
}
