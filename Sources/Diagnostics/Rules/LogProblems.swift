import RunRecords

/// The log has holes, or had to be repaired.
public struct LogProblems: Rule {
  public static let card = RuleCard(
    id: "log-problems", title: "The log itself limits the diagnosis", condition: .dataQuality,
    statement: "The log limits the diagnosis: epochs are missing, or rows had to be left out.",
    rationale: """
      A diagnosis is as good as the curve behind it. Missing rows, epochs that were logged twice and counters \
      that start again can make two runs look like one.
      """,
    citations: [.karpathy2019],
    remedies: [
      Remedy.logEveryEpoch.because("What is missing from the log cannot be judged.")
    ],
    fires: [
      RuleExample(
        "a counter that starts again", training: .falling(from: 1, to: 0.5, over: 20),
        notes: [RunNote(.restartedCounter, "the epoch counter starts again at 1", line: 12)])
    ],
    staysSilent: [
      RuleExample("complete", training: .falling(from: 1, to: 0.5, over: 20)),
      RuleExample(
        "a note on how it was read", training: .falling(from: 1, to: 0.5, over: 20),
        notes: [RunNote(.interpretation, "accuracy is in percent")]),
    ])

  public init() {}

  public func examine(_ run: MeasuredRun) -> RuleOutcome {
    var clauses: [String] = []
    var measurements: [Measurement] = []
    var severity = Severity.info
    let kinds = Set(run.record.notes.map(\.kind))
    if kinds.contains(.restartedCounter) {
      clauses.append("the epoch counter starts again, as if the file held more than one run")
      severity = .mild
    }
    if kinds.contains(.repeatedEpochs) { clauses.append("epochs were logged more than once") }
    if kinds.contains(.droppedRows) { clauses.append("rows could not be read and were left out") }
    if let missing = Self.missing(run) {
      let isOne = missing.first?.value == 1
      clauses.append(
        isOne
          ? "one epoch is missing between epochs {from} and {to}"
          : "{missing} epochs are missing between epochs {from} and {to}")
      measurements += missing
    }
    guard !clauses.isEmpty else { return .notFound }
    return .found(
      Evidence(
        effect: 0.2, severity: severity, confidence: 0.95, measurements: measurements,
        statement: "The log limits the diagnosis: " + clauses.joined(separator: "; ") + "."))
  }

  /// Holes in the longest loss: distances of more than 1.5 times the usual one.
  private static func missing(_ run: MeasuredRun) -> [Measurement]? {
    guard let longest = run.losses.max(by: { $0.series.count < $1.series.count })?.series, longest.count >= 5
    else { return nil }
    let epochs = longest.epochs
    // Most logs have a value for every epoch.
    guard zip(epochs.dropFirst(), epochs).contains(where: { $0 - $1 != epochs[1] - epochs[0] }) else {
      return nil
    }
    let distances = zip(epochs.dropFirst(), epochs).map { $0 - $1 }
    guard let usual = distances.median(), usual > 0 else {
      return nil
    }
    let holes = distances.indices.filter { distances[$0] > 1.5 * usual }
    guard let first = holes.first, let last = holes.last else { return nil }
    // Where many distances differ, the log is written by time or by need, not by epoch.
    guard holes.count * 4 <= distances.count else { return nil }
    let absent = holes.reduce(0) { $0 + (distances[$1] / usual).rounded() - 1 }
    return [
      Measurement("missing", "Missing epochs", absent, .epochs, .above(0)),
      Measurement("from", "Last epoch before the first hole", epochs[first], .epoch),
      Measurement("to", "First epoch after the last hole", epochs[last + 1], .epoch),
    ]
  }
}
