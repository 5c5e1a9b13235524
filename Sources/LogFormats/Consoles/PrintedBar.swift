import RunRecords

/// One progress bar over a whole run, as `for epoch in tqdm(range(30))` draws it, with values behind it.
///
/// A bar that begins anew for every epoch is none: its last state stands for the epoch, as ``PrintedRun`` reads it.
struct PrintedBar {
  private var curves = NamedCurves()
  private var latest: (count: Double, pairs: [PrintedPair])?
  private var restarts = 0
  private var redraws = 0
  private var beginsAtZero = false
  private var total = 0.0
  /// How many counts came with values.
  private(set) var points = 0
  /// Whether the bar says that it counts epochs.
  private(set) var countsEpochs = false

  /// Takes a redraw of a bar with its values.
  mutating func take(_ pairs: [PrintedPair], at count: Double, of total: Double, isOfEpochs: Bool) {
    redraws += 1
    if isOfEpochs { countsEpochs = true }
    self.total = total
    if let latest {
      if count < latest.count { restarts += 1 }
      if count != latest.count { commit(latest.pairs, at: latest.count) }
    } else {
      beginsAtZero = count == 0
    }
    latest = (count, pairs)
  }

  /// Takes the last state.
  mutating func finish() {
    guard let latest else { return }
    // Values that are set before the bar moves on are drawn again at its end.
    if !(beginsAtZero && latest.count == total) { commit(latest.pairs, at: latest.count) }
    self.latest = nil
  }

  private mutating func commit(_ pairs: [PrintedPair], at count: Double) {
    points += 1
    for pair in pairs where !pair.heading.isIgnored {
      curves.add(pair.value, to: pair.heading.name, at: count, isPercent: pair.isPercent) { _ in pair.heading
      }
    }
  }

  /// The curves over what the bar counts; `nil` if it began anew, or says no more than its end.
  var result: (curves: NamedCurves, axis: RunAxis)? {
    guard restarts == 0, redraws > 2, curves.hasJudgedCurve else { return nil }
    let hasValidation = curves.curves.contains { curve in
      curve.heading.metric.isJudged && (curve.heading.split == .validation || curve.heading.split == .test)
    }
    return (curves, hasValidation ? .epoch : .step)
  }

  /// Whether a bar says that it counts the steps of the run, as that of kohya's sd-scripts.
  static func isOfSteps(_ tokens: [LineTokens.Token]) -> Bool {
    for (word, (mark, percent)) in zip(tokens, zip(tokens.dropFirst(), tokens.dropFirst(2)))
    where word.lower == "steps" && mark.isMark(":") {
      if case .percent = percent { return true }
    }
    return false
  }

  private static let rates = ["epoch/s", "s/epoch"].map { Array($0.utf8) }

  /// Whether a line is that of a bar which says how fast epochs go by.
  static func isOfEpochs(_ line: [UInt8]) -> Bool { rates.contains { line.firstRange(of: $0) != nil } }

  /// Whether the terminal was not wide enough for a bar of tqdm, whose values stand in brackets.
  static func isCutOff(_ line: [UInt8]) -> Bool {
    guard let open = line.lastIndex(of: UInt8(ascii: "[")) else { return false }
    return !line[open...].contains(UInt8(ascii: "]"))
  }

  /// What a bar counts: the `3` and `30` of ` 10%|#   | 3/30 [00:01<00:09` and `[==> 3/30 ....]`, or the percent of
  /// fastText's.
  static func count(in tokens: [LineTokens.Token]) -> (count: Double, total: Double)? {
    if tokens.count > 1, tokens[0].lower == "progress", let number = tokens.first(where: \.isNumeric) {
      if case .percent(let percent) = number { return (percent, .infinity) }
    }
    if tokens.count > 1, tokens[0].isMark("["), tokens[1].isMark("=") || tokens[1].isMark(">") {
      for (before, token) in zip(tokens, tokens.dropFirst()) {
        // The `(25/100)` behind an accuracy is how many answers of a batch are right.
        if case .ratio(let count, let total) = token, !before.isMark("(") { return (count, total) }
      }
    }
    // PaddlePaddle's `step 30/938 [=>....] - loss: 0.5`.
    if tokens.count > 3, tokens[0].lower == "step", case .ratio(let count, let total) = tokens[1],
      tokens[2].isMark("["), [".", "=", ">"].contains(where: { tokens[3].isMark($0) })
    {
      return (count, total)
    }
    guard
      let percent = tokens.indices.first(where: { index in
        if case .percent = tokens[index] {
          index + 1 < tokens.count && tokens[index + 1].isMark("|")
        } else {
          false
        }
      })
    else { return nil }
    for token in tokens[percent...] { if case .ratio(let count, let total) = token { return (count, total) } }
    return nil
  }
}

extension LineTokens.Token {
  fileprivate var isNumeric: Bool {
    switch self {
    case .number, .percent, .ratio: true
    case .word, .quantity, .missing, .mark: false
    }
  }
}
