/// The columns of a table, parted into what a model sees and what it is to predict.
public struct LabelledSamples: Sendable {
  /// `float32` of shape `[rows, features]`.
  public let features: NumericArray
  /// The names of the features, in the order of the columns.
  public let featureNames: [String]
  /// Of shape `[rows]`: `float32` values, or the places in ``classes`` as `int64`.
  public let targets: NumericArray
  /// The names of the classes; empty if the target is a number.
  public let classes: [String]
}
