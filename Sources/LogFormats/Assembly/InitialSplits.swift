import RunRecords
import Texts

/// Pairs of names such as `t_loss` and `v_loss`, where a letter alone stands for a part of the data.
///
/// One of them without the other says nothing: `v_loss` is that of a value function too, though `vloss` beside `loss` is
/// not.
enum InitialSplits {
  /// Takes the curves of such a pair as those of training and validation.
  ///
  /// - Returns: What was decided.
  static func settle(_ curves: inout [Curve]) -> [RunNote] {
    var names: [String] = []
    let glued = gluedPlaces(curves)
    for training in curves.indices {
      guard let (own, validation) = partner(of: curves[training].heading, among: curves, glued: glued) else {
        continue
      }
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

  /// The metric of a training curve, and the place of its validation curve.
  private static func partner(
    of heading: Heading, among curves: [Curve], glued: [String: Int]
  ) -> (own: String, place: Int)? {
    if let own = rest(of: heading, behind: "t") {
      return curves.indices.first { rest(of: curves[$0].heading, behind: "v") == own }.map { (own, $0) }
    }
    guard heading.split == nil, heading.metric.isJudged else { return nil }
    let own = heading.name.lowercased()
    return glued["v" + own].map { (own, $0) }
  }

  /// The places of names such as `vloss`; none in a log that names validation in words.
  private static func gluedPlaces(_ curves: [Curve]) -> [String: Int] {
    guard !curves.contains(where: { $0.heading.metric.isJudged && $0.heading.split == .validation }) else {
      return [:]
    }
    let places = curves.indices.filter { index in
      let heading = curves[index].heading
      return rest(of: heading, behind: "v").map { heading.name.lowercased() == "v" + $0 } ?? false
    }
    return Dictionary(places.map { (curves[$0].heading.name.lowercased(), $0) }) { first, _ in first }
  }

  /// The words behind a letter at the beginning of a name that says no part of the data.
  private static func rest(of heading: Heading, behind letter: String) -> String? {
    guard heading.split == nil, heading.metric.isJudged else { return nil }
    let words = NameWords.cut(heading.name)
    return words.count > 1 && words.first == letter ? words.dropFirst().joined(separator: " ") : nil
  }
}
