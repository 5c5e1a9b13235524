/// What the targets of a dataset mean.
public enum TargetKind: Sendable, Hashable {
  /// Each target is the number of a class.
  case classes
  /// Each target is one value or several to predict.
  case values
}
