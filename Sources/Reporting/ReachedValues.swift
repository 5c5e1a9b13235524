import Diagnostics
import RunRecords

/// What a run has reached on new data at the epoch to keep, as people write it.
public struct ReachedValues: Sendable, Hashable {
  /// The validation loss; `nil` where none was logged at that epoch.
  public let loss: String?
  /// The validation accuracy, or the score that was logged in its place.
  public let score: String?

  public init(_ diagnosis: Diagnosis) {
    loss = ReachedValues.text(in: diagnosis) { $0 == .loss }
    score = ReachedValues.text(in: diagnosis) { $0 == .accuracy || $0 == .score }
  }

  /// The value of the first validation curve of a kind; that which chose the epoch comes first.
  private static func text(in diagnosis: Diagnosis, where isWanted: (Metric.Kind) -> Bool) -> String? {
    guard let keep = diagnosis.keep else { return nil }
    let curves = diagnosis.curves.filter { $0.series.split == .validation && isWanted($0.series.metric.kind) }
    guard let curve = curves.first(where: { $0.series.name == keep.series }) ?? curves.first,
      let index = curve.epochs.firstIndex(of: keep.epoch)
    else { return nil }
    return Wording.text(curve.values[index], of: curve.series.metric)
  }
}
