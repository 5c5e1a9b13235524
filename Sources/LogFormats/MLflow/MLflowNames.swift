import Texts

/// Names of runs that may have been given twice.
enum MLflowNames {
  /// The names, with the beginning of the identifier where several are the same.
  static func distinct(_ runs: [(name: String, identifier: String)]) -> [String] {
    var counts: [String: Int] = [:]
    for run in runs { counts[run.name, default: 0] += 1 }
    return runs.map { run in
      counts[run.name] == 1
        ? run.name : "\(run.name) (\(PrintableText.masked(String(run.identifier.prefix(8)))))"
    }
  }
}
