import ATMLDiagnose

/// How long diagnoses take, one after the other, of runs that are in memory already.
package struct DiagnosisTiming: ScoreSection {
  /// The length of the runs of the second measurement, in epochs.
  package static let epochs = 100

  private let all: Pace
  private let long: Pace

  /// Diagnoses all runs again and again, and then the first 100 epochs of those that have as many.
  ///
  /// - Parameter seconds: How long each of the two is repeated.
  package init(_ runs: [BenchmarkRun], seconds: Double = 3) {
    let records = runs.map(\.record)
    all = Pace(records, seconds: seconds)
    let long = records.filter { $0.epochs.count >= Self.epochs }.map { $0.prefix(Self.epochs) }
    self.long = Pace(long, seconds: seconds)
  }

  package var figures: KeyValuePairs<String, Figure> {
    [
      "runs": .count(all.runs), "runs_per_second": .value(all.rate),
      "microseconds_per_run": .value(all.microseconds),
      "runs_of_100_epochs": .count(long.runs), "runs_of_100_epochs_per_second": .value(long.rate),
      "microseconds_per_run_of_100_epochs": .value(long.microseconds),
    ]
  }

  package var text: String {
    var table = TextTable(header: ["", "runs", "runs/s", "µs/run"])
    for (name, pace) in [("as logged", all), ("100 epochs each", long)] {
      table.add([
        name, "\(pace.runs)", Figure.value(pace.rate).text(decimals: 0),
        Figure.value(pace.microseconds).text(decimals: 1),
      ])
    }
    return table.text
  }
}

/// The best pace of diagnosing some runs over several rounds: what else the machine does only slows it down.
private struct Pace: Sendable {
  let runs: Int
  /// The time of the quickest round in seconds; `nil` without runs.
  private let seconds: Double?

  init(_ records: [RunRecord], seconds limit: Double) {
    runs = records.count
    guard !records.isEmpty else {
      seconds = nil
      return
    }
    var best: Duration?
    let clock = ContinuousClock()
    let start = clock.now
    repeat {
      var findings = 0
      let time = clock.measure {
        for record in records { findings += record.diagnose().findings.count }
      }
      // Findings are counted so that no diagnosis can be left out as unused.
      precondition(findings >= 0)
      best = min(best ?? time, time)
    } while clock.now - start < .seconds(limit)
    seconds = best.map { $0 / .seconds(1) }
  }

  var rate: Double? { seconds.map { Double(runs) / $0 } }
  var microseconds: Double? { seconds.map { $0 * 1e6 / Double(runs) } }
}
