/// How many letters have to change to turn one name into another (Levenshtein 1966).
enum EditDistance {
  /// The most similar name, if at most a third of its letters differ; capitals do not count.
  static func nearest(to name: String, in candidates: [String]) -> String? {
    let wanted = Array(name.lowercased().prefix(longest))
    let rated = candidates.prefix(1_000).map { candidate in
      (candidate, between(wanted, Array(candidate.lowercased().prefix(longest))))
    }
    guard let best = rated.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 * 3 <= max(wanted.count, best.0.count) ? best.0 : nil
  }

  private static let longest = 80

  /// The number of insertions, deletions and replacements between two words.
  static func between(_ one: [Character], _ other: [Character]) -> Int {
    var row = Array(0...other.count)
    for (index, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in other.indices {
        let replaced = diagonal + (letter == other[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
