import RunRecords
import Texts

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
  /// - Returns: What was decided; `nil`, and nothing is moved, if the log names fewer than two epochs or contradicts
  ///   itself.
  func moveToEpochs(_ curves: inout [Curve]) -> [RunNote]? {
    guard let ends = epochEnds, let last = ends.last, let scale = scale(ends) else { return nil }
    for index in curves.indices { curves[index].finish() }
    curves.removeAll { Self.countsBoth($0, lastEpoch: last.epoch, lastStep: last.step) }
    let areEpochs = curves.map { Self.countsEpochs($0, lastEpoch: last.epoch, lastStep: last.step) }
    let farthest = scale.epoch(at: last.step).map { $0 + 1.5 } ?? last.epoch
    for (curve, areEpochs) in zip(curves, areEpochs) where curve.heading.metric.isJudged && !areEpochs {
      guard let end = curve.points.last?.position else { continue }
      guard let epoch = scale.epoch(at: end), epoch <= farthest else { return nil }
    }
    for index in curves.indices where !areEpochs[index] {
      let isOwn = hasOwnEpochs(curves[index])
      curves[index].move { isOwn ? epochs[$0] : scale.epoch(at: $0) }
    }
    return settleValidation(&curves, among: areEpochs)
  }

  /// Whether each value was logged with an epoch that no other of the curve has.
  private func hasOwnEpochs(_ curve: Curve) -> Bool {
    guard curve.heading.interval != .step, !curve.isCondensed else { return false }
    let own = curve.points.map { epochs[$0.position] ?? .nan }
    return zip(own, own.dropFirst()).allSatisfy { $0 < $1 } && own.first?.isNaN == false
  }

  /// Where the training losses count steps, a bare name that counts epochs is one of the validation data.
  private func settleValidation(_ curves: inout [Curve], among areEpochs: [Bool]) -> [RunNote] {
    let bare = curves.indices.filter { index in
      areEpochs[index] && curves[index].heading.split == nil && curves[index].heading.metric.isJudged
    }
    let stepping = curves.indices.contains { !areEpochs[$0] && curves[$0].heading.metric.kind == .loss }
    guard stepping, !bare.isEmpty else { return [] }
    for index in bare { curves[index].settle(.validation) }
    let names = NameList.brief(bare.map { curves[$0].heading.name })
    return [
      RunNote(
        .interpretation,
        "\(names): read as measured on the validation data, logged by epochs where the training "
          + "loss is logged by steps.")
    ]
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

  /// Whether a curve, such as that of a time, stands at epochs and at steps in turn: it cannot be placed.
  private static func countsBoth(_ curve: Curve, lastEpoch: Double, lastStep: Double) -> Bool {
    guard !curve.heading.metric.isJudged, lastStep > 1.5 * (lastEpoch + 1),
      let first = curve.points.first?.segment, let last = curve.points.last?.segment
    else { return false }
    return first != last && curve.points.contains { $0.position > lastEpoch + 1 }
  }

  /// Whether a curve stands at the epochs already, while others stand at steps, as MMEngine writes them.
  private static func countsEpochs(_ curve: Curve, lastEpoch: Double, lastStep: Double) -> Bool {
    guard lastStep > 1.5 * (lastEpoch + 1), curve.points.count > 1, let end = curve.points.last?.position
    else { return false }
    return end <= lastEpoch + 1 && end >= lastEpoch / 2
  }
}
