import ATMLDiagnose

/// What retraining with each remedy may bring a run, as text for a terminal.
struct OutlookText {
  let lines: [String]

  init(_ weighing: Weighing) {
    let outlooks = Remedy.retrained.compactMap { remedy in weighing.outlook(for: remedy).map { (remedy, $0) }
    }
    var table = TextTable([.left, .right, .right, .left])
    table.add(["remedy", "gain", "harm", "test loss of similar runs"])
    for (remedy, outlook) in outlooks.sorted(by: { $0.1.expectedGain > $1.1.expectedGain }) {
      table.add([
        remedy.id, PointsText.signedPercent(outlook.expectedGain), NumberText.percent(outlook.harm),
        Self.text(of: outlook.similar),
      ])
    }
    let reading =
      "What retraining may bring: the gain is the share by which the test loss may be expected to fall, the harm "
      + "how likely it rises by more than 2 %; beside it what the remedy brought runs of a similar gain:"
    lines = TextLines.wrapped(reading, width: 80) + table.lines.map { "  " + $0 }
  }

  /// What a remedy brought similar runs, such as `cut by 31 %, better in 9 of 10, 195 runs`.
  private static func text(of group: RemedyCard.Group) -> String {
    let change =
      abs(group.gain) < 0.005
      ? "unchanged" : "\(group.gain > 0 ? "cut" : "raised") by \(NumberText.percent(abs(group.gain)))"
    return "\(change), better in \(group.betterOfTen) of 10, \(NumberText.position(Double(group.runs))) runs"
  }
}
