import Diagnostics
import Drawing

/// The verdict in plain words: what happens, since when, which epoch to keep.
struct Headline: Sendable {
  let text: String
  let accent: Theme.Accent

  init(_ diagnosis: Diagnosis) {
    let advice = diagnosis.keep.map { Wording.keeping($0, of: diagnosis.run) }
    let keep = advice.map { " \(Wording.capitalized($0))." } ?? ""
    let onset = Headline.onset(of: diagnosis).map { NumberText.position($0) }
    let last = diagnosis.run.epochs.last.map { NumberText.position($0) }
    let words: (String, Theme.Accent) =
      switch diagnosis.verdict {
      case .goodFit: ("A good fit." + keep, .good)
      case .overfitting where diagnosis.run.axis == .hyperparameter:
        ("Overfits even with the best value." + keep, .bad)
      case .overfitting: ((onset.map { "Overfits from epoch \($0)." } ?? "Overfits.") + keep, .bad)
      case .underfitting where diagnosis.run.axis == .hyperparameter:
        ("Underfits with every value that was tried.", .caution)
      case .underfitting:
        (
          diagnosis.run.first(.loss, .validation) == nil
            ? "Underfits: both scores stay low." : "Underfits: both curves level off too high.", .caution
        )
      case .stillImproving where diagnosis.run.axis == .hyperparameter:
        ("Still improving at the edge of the values that were tried.", .caution)
      case .stillImproving:
        (last.map { "Still improving at epoch \($0): train longer." } ?? "Still improving.", .caution)
      case .diverged: ((onset.map { "Diverged at epoch \($0)." } ?? "Diverged.") + keep, .bad)
      case .unstable: ("Unstable training." + keep, .caution)
      case .notLearning: ("Does not learn.", .bad)
      case .noSignal: ("Learns nothing that carries over." + keep, .bad)
      case .unreliableValidation: ("The validation loss is not to be relied on.", .caution)
      case .inconclusive:
        (
          "Inconclusive: the log does not settle it." + (diagnosis.run.axis == .hyperparameter ? keep : ""),
          .neutral
        )
      }
    text = Wording.speaking(of: diagnosis.run.axis, words.0)
    accent = words.1
  }

  /// The first epoch of the trouble; of overfitting never one at or before the epoch to keep, because the two stand side
  /// by side. A loss that is no number may become one again, so that a later epoch is kept.
  private static func onset(of diagnosis: Diagnosis) -> Double? {
    let isOverfitting = diagnosis.verdict == .overfitting
    let bySignals = isOverfitting ? diagnosis.weighing?.overfitOnset : nil
    guard let onset = (diagnosis.decidedBy?.evidence.onset ?? bySignals)?.epoch else { return nil }
    guard isOverfitting, let keep = diagnosis.keep?.epoch, keep >= onset else { return onset }
    // Where the last epoch is to be kept, what no rule saw is no place to name.
    return diagnosis.run.epochs.first { $0 > keep } ?? diagnosis.decidedBy?.evidence.onset?.epoch
  }
}
