/// How many letters have to be put in, taken out or exchanged to turn one word into another (Levenshtein 1966).
package enum EditDistance {
  /// The most similar name, if at most a third of its letters differ; capitals do not count.
  package static func nearest(to name: String, in candidates: [String]) -> String? {
    let wanted = name.lowercased().prefix(longest)
    let rated = candidates.prefix(1_000).map { candidate in
      (candidate, between(wanted, candidate.lowercased().prefix(longest)))
    }
    guard let best = rated.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 * 3 <= max(wanted.count, best.0.count) ? best.0 : nil
  }

  private static let longest = 80

  /// The distance of two words, in a time that grows as the product of their lengths.
  package static func between(_ one: some StringProtocol, _ other: some StringProtocol) -> Int {
    let target = Array(other)
    var row = Array(0...target.count)
    for (position, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = position + 1
      for index in target.indices {
        let exchanged = diagonal + (target[index] == letter ? 0 : 1)
        diagonal = row[index + 1]
        row[index + 1] = min(exchanged, diagonal + 1, row[index] + 1)
      }
    }
    return row[target.count]
  }
}
