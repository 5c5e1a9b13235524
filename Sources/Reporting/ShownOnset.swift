import Diagnostics

/// Where the trouble of a verdict begins, as headline, figure and evidence name it alike.
struct ShownOnset: Sendable {
  let epoch: Double
  /// Whether the epoch to keep lies well behind it: the curve lies flat between the two.
  let isApproximate: Bool

  /// The onset of the deciding finding, or that of the signals where overfitting rests on them alone.
  ///
  /// A turn is where the loss is lowest, which is mostly the epoch to keep: what goes wrong begins one epoch later. A loss
  /// that is no number may become one again, so that a later epoch is kept.
  init?(_ diagnosis: Diagnosis) {
    let isOverfitting = diagnosis.verdict == .overfitting
    let found = diagnosis.decidedBy?.evidence.onset?.epoch
    guard let onset = found ?? (isOverfitting ? diagnosis.weighing?.overfitOnset?.epoch : nil) else {
      return nil
    }
    guard isOverfitting || diagnosis.decidedBy?.rule == ExplodingLoss.card.id,
      let keep = diagnosis.keep?.epoch, keep >= onset
    else {
      self.init(epoch: onset, isApproximate: false)
      return
    }
    let epochs = diagnosis.run.epochs
    // Where the last epoch is to be kept, what no rule saw is no place to name.
    guard let next = epochs.first(where: { $0 > keep }) else {
      guard let found else { return nil }
      self.init(epoch: found, isApproximate: isOverfitting)
      return
    }
    let between = epochs.count { $0 >= onset && $0 < keep }
    if between <= max(2, epochs.count / 20) {
      self.init(epoch: next, isApproximate: false)
    } else {
      self.init(epoch: onset, isApproximate: true)
    }
  }

  private init(epoch: Double, isApproximate: Bool) {
    self.epoch = epoch
    self.isApproximate = isApproximate
  }
}
