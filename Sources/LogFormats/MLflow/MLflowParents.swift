/// Runs that gather others below them, as those of a search over hyperparameters do.
enum MLflowParents {
  /// The tag of a run that names the one above it.
  static let tag = "mlflow.parentRunId"

  /// The runs but for those that others name as the one above them and that logged nothing themselves.
  static func withoutEmptyOnes<Run>(
    of runs: [Run], identifier: (Run) -> String, parent: (Run) -> String?, hasMetrics: (Run) -> Bool
  ) -> [Run] {
    let parents = Set(runs.compactMap(parent))
    guard !parents.isEmpty else { return runs }
    return runs.filter { !parents.contains(identifier($0)) || hasMetrics($0) }
  }
}
