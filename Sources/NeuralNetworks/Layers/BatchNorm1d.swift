/// Batch normalisation of rows or sequences; see ``BatchNorm``.
///
/// Shapes: input and output `[batch, features]` or `[batch, features, length]`.
public final class BatchNorm1d: BatchNorm {
  /// A layer that scales by 1 and shifts by 0 at first.
  ///
  /// - Parameters:
  ///   - features: how many features an input has.
  ///   - epsilon: what is added to the variance.
  ///   - momentum: how much of the running statistics a batch replaces.
  ///   - affine: whether features are scaled and shifted afterwards.
  /// - Precondition: at least one feature; a momentum from 0 to 1.
  public init(features: Int, epsilon: Float = 1e-5, momentum: Float = 0.1, affine: Bool = true) {
    super.init(
      features: features, epsilon: epsilon, momentum: momentum, affine: affine, ranks: 2...3,
      shapes: "[batch, \(features)] or [batch, \(features), length]")
  }
}
