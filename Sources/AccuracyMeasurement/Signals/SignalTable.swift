import ATMLDiagnose

/// The signals of runs as a table, from which scorecards are fitted.
package struct SignalTable: Sendable {
  /// A line of column names, then one for each run; missing signals are empty cells.
  package let text: String

  /// Measures the runs as they are logged and under each perturbation that a user's log may resemble.
  package init(_ runs: [BenchmarkRun], under perturbations: [Perturbation], seed: UInt64) {
    var lines = [(["run", "variant"] + Signal.allCases.map(\.rawValue)).joined(separator: ",")]
    for perturbation in perturbations {
      for run in runs {
        let perturbed = perturbation(run, seed: seed)
        guard let values = SignalValues(MeasuredRun(perturbed.record)) else { continue }
        let cells = Signal.allCases.map { values[$0].map { "\(Float($0))" } ?? "" }
        lines.append(([run.id, perturbation.name.replacing(",", with: "")] + cells).joined(separator: ","))
      }
    }
    text = lines.joined(separator: "\n")
  }
}
