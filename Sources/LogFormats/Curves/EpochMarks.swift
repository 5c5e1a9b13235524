/// The epochs that a log names at some of its steps, and what they say about the positions of its curves.
struct EpochMarks {
  private var epochs: [Double: Double] = [:]
  /// The most marks that are kept.
  private static let most = 65_536

  /// Takes the epoch at a step; the last one said counts.
  mutating func add(step: Double, epoch: Double) {
    guard step.isFinite, epoch.isFinite, epochs.count < Self.most || epochs[step] != nil else { return }
    epochs[step] = epoch
  }

  mutating func removeAll(from step: Double) {
    epochs = epochs.filter { $0.key < step }
  }

  /// Moves all curves from steps to epochs.
  ///
  /// - Returns: `false`, and nothing is moved, if the log names fewer than two epochs or contradicts itself.
  func moveToEpochs(_ curves: inout [Curve]) -> Bool {
    guard let ends = epochEnds, let last = ends.last, let scale = scale(ends) else { return false }
    for index in curves.indices { curves[index].finish() }
    let areEpochs = curves.map { Self.countsEpochs($0, lastEpoch: last.epoch, lastStep: last.step) }
    let farthest = scale.epoch(at: last.step).map { $0 + 1.5 } ?? last.epoch
    for (curve, areEpochs) in zip(curves, areEpochs) where curve.heading.metric.isJudged && !areEpochs {
      guard let end = curve.points.last?.position else { continue }
      guard let epoch = scale.epoch(at: end), epoch <= farthest else { return false }
    }
    for index in curves.indices where !areEpochs[index] { curves[index].move { scale.epoch(at: $0) } }
    return true
  }

  /// The last step of each epoch, in order; `nil` if epochs fall back, or there is only one.
  ///
  /// A whole epoch is measured at its last step; the batches of it lie between this and the one before.
  private var epochEnds: [(step: Double, epoch: Double)]? {
    var ends: [(step: Double, epoch: Double)] = []
    for (step, epoch) in epochs.sorted(by: { $0.key < $1.key }) {
      if let last = ends.last {
        guard epoch >= last.epoch else { return nil }
        if epoch == last.epoch { ends.removeLast() }
      }
      ends.append((step, epoch))
    }
    return ends.count > 1 ? ends : nil
  }

  private func scale(_ ends: [(step: Double, epoch: Double)]) -> EpochScale? {
    var scale = EpochScale()
    for end in ends { scale.add(step: end.step, epoch: end.epoch) }
    return scale.isEmpty ? nil : scale
  }

  /// Whether a curve stands at the epochs already, while others stand at steps, as MMEngine writes them.
  private static func countsEpochs(_ curve: Curve, lastEpoch: Double, lastStep: Double) -> Bool {
    guard lastStep > 1.5 * (lastEpoch + 1), curve.points.count > 1, let end = curve.points.last?.position
    else { return false }
    return end <= lastEpoch + 1 && end >= lastEpoch / 2
  }
}
