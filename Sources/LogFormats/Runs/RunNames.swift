import Texts

/// Names of runs that may have been given twice.
enum RunNames {
  /// The names, with the beginning of the identifier where several are the same, or all of it where that is the
  /// same too.
  static func distinct(_ runs: [(name: String, identifier: String)]) -> [String] {
    let identifiers = runs.map { PrintableText.masked($0.identifier) }
    let short = lengthened(runs.map(\.name)) { "\(runs[$0].name) (\(identifiers[$0].prefix(8)))" }
    return lengthened(short) { "\(runs[$0].name) (\(identifiers[$0]))" }
  }

  /// The names, with another for each that is there several times.
  private static func lengthened(_ names: [String], _ longer: (Int) -> String) -> [String] {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return names.indices.map { counts[names[$0]] == 1 ? names[$0] : longer($0) }
  }
}
