import RunRecords
import Texts

/// The nulls at the ends of curves: several writers put `null` where a value was not a number.
///
/// A null between numbers says that nothing was measured there. Nulls from some point of the training loss to the
/// end of the log say that it was no number any more.
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
  }

  private var tails: [String: Tail] = [:]
  private static let mostPlaces = 4_096
  private static let mostNames = 4_096

  mutating func number(in name: String) {
    if var tail = tails[name] {
      guard !tail.hasNumber || !tail.places.isEmpty else { return }
      if !tail.places.isEmpty { tail.isInterrupted = true }
      tail.places = []
      tail.hasNumber = true
      tails[name] = tail
    } else if tails.count < Self.mostNames {
      tails[name] = Tail(hasNumber: true)
    }
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
    let isTraining = found.contains {
      let heading = Heading($0.key)
      return heading.metric.kind == .loss && (heading.split == nil || heading.split == .training)
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
