import RunRecords
import Texts

/// Pairs of names such as `t_loss` and `v_loss` or `lossT` and `lossV`, where a letter alone stands for a part of the
/// data.
///
/// One of them without the other says nothing: `v_loss` is that of a value function too. Only `vloss` in one word is
/// the validation loss beside a `loss` of its own, if no policy is trained.
enum InitialSplits {
  /// Takes the curves of such a pair as those of training and validation.
  ///
  /// - Returns: What was decided.
  static func settle(_ curves: inout [Curve]) -> [RunNote] {
    var names: [String] = []
    for training in curves.indices {
      guard let own = rest(of: curves[training].heading, beside: "t") ?? bare(curves[training].heading),
        let validation = curves.indices.first(where: { rest(of: curves[$0].heading, beside: "v") == own }),
        rest(of: curves[training].heading, beside: "t") != nil
          || isOneWord(curves[validation].heading, own) && !hasPolicy(curves)
      else { continue }
      for (index, split) in [(training, Split.training), (validation, .validation)] {
        let name = curves[index].heading.name
        curves[index].take(Heading(name: name, metric: Heading(own).metric, split: split))
        names.append(name)
      }
    }
    guard !names.isEmpty else { return [] }
    return [
      RunNote(.interpretation, "\(NameList.brief(names)): t is read as training and v as validation.")
    ]
  }

  /// The words beside a letter at the beginning or the end of a name that says no part of the data.
  private static func rest(of heading: Heading, beside letter: String) -> String? {
    guard heading.split == nil, heading.metric.isJudged else { return nil }
    let words = NameWords.cut(heading.name)
    guard words.count > 1 else { return nil }
    if words.first == letter { return words.dropFirst().joined(separator: " ") }
    return words.last == letter ? words.dropLast().joined(separator: " ") : nil
  }

  /// The one word of a metric that says no part of the data.
  private static func bare(_ heading: Heading) -> String? {
    guard heading.split == nil, heading.metric.isJudged else { return nil }
    let words = NameWords.cut(heading.name)
    return words.count == 1 ? words[0] : nil
  }

  private static func isOneWord(_ heading: Heading, _ rest: String) -> Bool {
    heading.name.lowercased() == "v" + rest
  }

  /// Whether there is a loss of a policy, beside which that of a value function stands.
  private static func hasPolicy(_ curves: [Curve]) -> Bool {
    curves.contains { curve in
      NameWords.cut(curve.heading.name).contains {
        ["p", "ploss", "pg", "pi", "policy", "actor"].contains($0)
      }
    }
  }
}
