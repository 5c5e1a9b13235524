import Tensors

/// How far a network's output is from its target: what training lowers.
///
/// ```swift
/// let loss = CrossEntropyLoss()
/// try loss(model(batch.inputs), batch.targets).backward()
/// ```
public protocol Loss: Sendable {
  /// How the losses of a batch become one number.
  var reduction: Reduction { get }

  /// The loss of a batch, a scalar.
  ///
  /// - Throws: ``LossError`` where the output or the target is not what this loss takes.
  func callAsFunction(_ output: Tensor, _ target: Tensor) throws(LossError) -> Tensor

  /// How many samples of a batch the network has right; `nil` where the loss is none of classification.
  func correctCount(_ output: Tensor, _ target: Tensor) -> Int?

  /// How much a batch weighs in a mean over several: what its own mean divides by, or the number of its samples.
  func totalWeight(_ output: Tensor, _ target: Tensor) -> Double

  /// The mean loss of the best answer that is the same for every sample: what guessing costs, which a network that
  /// looks at its inputs should beat; `nil` where a loss does not tell.
  ///
  /// - Parameter targets: those of all samples, at least one.
  func guessingLoss(of targets: TensorData) -> Double?
}

extension Loss {
  public func totalWeight(_ output: Tensor, _ target: Tensor) -> Double { Double(target.shape.first ?? 1) }

  public func correctCount(_ output: Tensor, _ target: Tensor) -> Int? { nil }

  public func guessingLoss(of targets: TensorData) -> Double? { nil }
}

/// How the losses of a batch's elements become one number.
public enum Reduction: Sendable, Hashable {
  case mean
  case sum
}

/// What a loss cannot take, and what it should be given instead.
public struct LossError: Error, Hashable, CustomStringConvertible {
  public enum Reason: Sendable, Hashable {
    /// The output has been through a function that does not belong before this loss.
    case pairing
    /// Numbers outside the range that the loss is defined for.
    case range
    /// Shapes that do not belong together.
    case shape
  }

  /// The name of the loss.
  public let loss: String
  public let reason: Reason
  /// What was found, what was expected, and what to use instead.
  public let message: String

  public init(loss: String, reason: Reason, message: String) {
    self.loss = loss
    self.reason = reason
    self.message = message
  }

  public var description: String { "\(loss): \(message)" }
}
