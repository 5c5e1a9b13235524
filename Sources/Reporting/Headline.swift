import Diagnostics
import Drawing

/// The verdict in plain words: what happens, since when, which epoch to keep.
struct Headline: Sendable {
  let text: String
  let accent: Theme.Accent

  init(_ diagnosis: Diagnosis) {
    let advice = diagnosis.keep.map { Wording.keeping($0, of: diagnosis.run) }
    let keep = advice.map { " \(Wording.capitalized($0))." } ?? ""
    let onset = ShownOnset(diagnosis).map { onset in
      (onset.isApproximate ? "about " : "") + "epoch " + NumberText.position(onset.epoch)
    }
    let last = diagnosis.run.epochs.last.map { NumberText.position($0) }
    let words: (String, Theme.Accent) =
      switch diagnosis.verdict {
      case .goodFit: ("A good fit." + keep, .good)
      case .overfitting where diagnosis.run.axis == .hyperparameter:
        ("Overfits even with the best value." + keep, .bad)
      case .overfitting: ((onset.map { "Overfits from \($0)." } ?? "Overfits.") + keep, .bad)
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
        (
          last.map { "Still improving at epoch \($0)\(Self.callForMore(diagnosis))." } ?? "Still improving.",
          .caution
        )
      case .diverged: ((onset.map { "Diverged at \($0)." } ?? "Diverged.") + keep, .bad)
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

  /// The advice to go on, unless what it brought similar runs speaks against it.
  private static func callForMore(_ diagnosis: Diagnosis) -> String {
    diagnosis.remedies.contains { $0.remedy.id == Remedy.trainLonger.id } ? ": train longer" : ""
  }
}
