/// The scorecards of every judgement and remedy, as they were fitted together.
public struct ScorecardSet: Sendable {
  /// The sum of a judgement's card is a logarithm of odds.
  public let judgements: [Judgement: Scorecard]
  /// What may be expected of each remedy, by the remedy's id.
  public let remedies: [String: RemedyCard]

  /// Reads a table, whose lines start with `signal`, `card`, `points` or `similar`.
  ///
  /// - Throws: ``ScorecardError`` for the first line that is not understood.
  public init(table: String) throws(ScorecardError) {
    var reader = ScorecardReader()
    for (index, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      try reader.read(line, number: index + 1)
    }
    judgements = Dictionary(
      uniqueKeysWithValues: Judgement.allCases.compactMap { judgement in
        reader.card(judgement.rawValue).map { (judgement, $0) }
      })
    remedies = Dictionary(
      uniqueKeysWithValues: reader.similar.compactMap { id, groups in
        guard let gain = reader.card("gain:\(id)"), let harm = reader.card("harm:\(id)") else { return nil }
        return (id, RemedyCard(gain: gain, harm: harm, similar: groups))
      })
  }

  /// Reads a table that is part of the program; a mistake in it is a mistake of the program.
  init(trusted table: String) {
    do {
      try self.init(table: table)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}

/// A line of a table of scorecards that is not understood.
public struct ScorecardError: Error, Sendable, Hashable, CustomStringConvertible {
  public let line: Int
  public let found: String
  public let expected: String

  public var description: String { "line \(line): expected \(expected), found '\(found)'" }
}
