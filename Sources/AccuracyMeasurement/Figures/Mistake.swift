/// A label that was seen where it is not, or not seen where it is.
struct Mistake: Sendable {
  let run: JudgedRun
  let label: Label

  /// Whether the label was said, and does not hold.
  var isFalseAlarm: Bool { run.prediction.states(label) }

  /// How sure the tool was of the label, wrongly.
  var confidence: Double { run.prediction.confidence(of: label) }

  /// How far the confidence is from the truth.
  var error: Double { isFalseAlarm ? confidence : 1 - confidence }

  /// - Returns: `nil` where what was said of the label is right, or the truth is not known.
  init?(_ label: Label, of run: JudgedRun) {
    guard let holds = run.truth.labels[label], holds != run.prediction.states(label) else { return nil }
    self.run = run
    self.label = label
  }
}

extension Mistake {
  /// The surest mistakes about the labels that matter most, each of another run: overfitting that is none,
  /// overfitting that was missed, still improving, underfitting, something seen in a good fit, and unreliable
  /// validation or instability. A kind of mistake that nobody made is left out.
  static func surest(in runs: [JudgedRun]) -> [Mistake] {
    let kinds: [([Label], (Mistake) -> Bool)] = [
      ([.overfitting], { $0.isFalseAlarm }),
      ([.overfitting], { !$0.isFalseAlarm }),
      ([.undertrained], { _ in true }),
      ([.underfitting], { _ in true }),
      (Label.allCases.filter { $0 != .healthy }, { $0.isFalseAlarm && $0.run.has(.healthy) }),
      ([.validationUnrepresentative, .unstable], { _ in true }),
    ]
    var chosen: [Mistake] = []
    for (labels, isWanted) in kinds {
      let mistakes = runs.filter { run in !chosen.contains { $0.run.id == run.id } }
        .flatMap { run in labels.compactMap { Mistake($0, of: run) } }
        .filter(isWanted)
      // The first of equal ones, in the order of names.
      if let surest = mistakes.max(by: { $0.error < $1.error }) { chosen.append(surest) }
    }
    return chosen
  }
}
