import RunRecords
import Texts

/// Pairs of names such as `t_loss` and `v_loss`, where a letter alone stands for a part of the data.
///
/// One of them without the other says nothing: `v_loss` is that of a value function too.
enum InitialSplits {
  /// Takes the curves of such a pair as those of training and validation.
  ///
  /// - Returns: What was decided.
  static func settle(_ curves: inout [Curve]) -> [RunNote] {
    var names: [String] = []
    for training in curves.indices {
      guard let own = rest(of: curves[training].heading, behind: "t"),
        let validation = curves.indices.first(where: { rest(of: curves[$0].heading, behind: "v") == own })
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

  /// The words behind a letter at the beginning of a name that says no part of the data.
  private static func rest(of heading: Heading, behind letter: String) -> String? {
    guard heading.split == nil, heading.metric.isJudged else { return nil }
    let words = NameWords.cut(heading.name)
    return words.count > 1 && words.first == letter ? words.dropFirst().joined(separator: " ") : nil
  }
}
