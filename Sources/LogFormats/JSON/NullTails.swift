import RunRecords
import Texts

/// The nulls at the ends of curves: several writers put `null` where a value was not a number.
///
/// A null between numbers says that nothing was measured there. Nulls from some point of the training loss to the
/// end of the log say that it was no number any more, unless a validation loss went on: weights that are no numbers
/// have none.
struct NullTails {
  struct Place: Sendable {
    var epoch: Double?
    var step: Double?
    var row: Double
  }

  private struct Tail {
    var places: [Place] = []
    /// Whether a number followed a null.
    var isInterrupted = false
    var hasNumber = false
    /// The row of the last finite number.
    var lastRow = -Double.infinity
  }

  private var tails: [String: Tail] = [:]
  private static let mostPlaces = 4_096
  private static let mostNames = 4_096

  mutating func number(_ value: Double, in name: String, row: Double) {
    guard tails.count < Self.mostNames || tails[name] != nil else { return }
    var tail = tails.removeValue(forKey: name) ?? Tail()
    if !tail.places.isEmpty { tail.isInterrupted = true }
    tail.places = []
    tail.hasNumber = true
    if value.isFinite { tail.lastRow = max(tail.lastRow, row) }
    tails[name] = tail
  }

  mutating func null(in name: String, at place: Place) {
    guard tails.count < Self.mostNames || tails[name] != nil else { return }
    var tail = tails.removeValue(forKey: name) ?? Tail()
    if !tail.hasNumber { tail.isInterrupted = true }
    if !tail.isInterrupted, tail.places.count < Self.mostPlaces { tail.places.append(place) }
    tails[name] = tail
  }

  /// The tails to be read as not-a-number, with a note; none unless a training loss has one.
  func notNumbers() -> (tails: [(name: String, places: [Place])], note: RunNote?) {
    let found = tails.filter { !$0.value.isInterrupted && !$0.value.places.isEmpty }
      .sorted { $0.key < $1.key }
    let lastValidation = tails.filter { Heading($0.key).isLoss(of: [.validation, .test]) }.map(
      \.value.lastRow
    ).max()
    let isTraining = found.contains { name, tail in
      Heading(name).isLoss(of: [nil, .training])
        && tail.places.allSatisfy { $0.row > lastValidation ?? -.infinity }
    }
    guard isTraining else { return ([], nil) }
    let judged = found.filter { Heading($0.key).metric.isJudged }
    let names = NameList.brief(judged.map { PrintableText.clean($0.key) })
    return (
      judged.map { ($0.key, $0.value.places) },
      RunNote(.interpretation, "\(names): null to the end of the log, read as not a number.")
    )
  }
}

extension Heading {
  fileprivate func isLoss(of splits: [Split?]) -> Bool { metric.kind == .loss && splits.contains(split) }
}
