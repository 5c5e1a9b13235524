/// The scorecards of every judgement and remedy, as they were fitted together.
public struct ScorecardSet: Sendable {
  /// The sum of a judgement's card is a logarithm of odds.
  public let judgements: [Judgement: Scorecard]
  /// What may be expected of each remedy, by the remedy's id.
  public let remedies: [String: RemedyCard]
  /// The cards of all judgements, then two for each remedy: what it gains and whether it harms.
  private let matrix: ScorecardMatrix
  /// A remedy with the place of its cards in the matrix.
  private typealias Tried = (card: RemedyCard, place: Int)

  /// The remedies that were tried, by their ids.
  private let tried: [String: Tried]
  /// The same in the order of ``Remedy/retrained``.
  private let retrained: [Tried?]

  /// Reads a table, whose lines start with `signal`, `card`, `points`, `tree` or `similar`.
  ///
  /// - Throws: ``ScorecardError`` for the first line that is not understood.
  public init(table: String) throws(ScorecardError) {
    var reader = ScorecardReader()
    let lines = table.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() { try reader.read(Substring(line), number: index + 1) }
    judgements = Dictionary(
      uniqueKeysWithValues: Judgement.allCases.compactMap { judgement in
        reader.card(judgement.rawValue).map { (judgement, $0) }
      })
    remedies = Dictionary(
      uniqueKeysWithValues: reader.similar.compactMap { id, groups in
        guard let gain = reader.card("gain:\(id)"), let harm = reader.card("harm:\(id)") else { return nil }
        return (id, RemedyCard(gain: gain, harm: harm, similar: groups))
      })
    let judgements = judgements
    let inOrder = remedies.sorted { $0.key < $1.key }
    matrix = ScorecardMatrix(
      Judgement.allCases.map { judgements[$0] ?? Scorecard(base: -.infinity, rows: []) }
        + inOrder.flatMap { [$0.value.gain, $0.value.harm] })
    tried = Dictionary(
      uniqueKeysWithValues: inOrder.enumerated().map { offset, remedy in
        (remedy.key, (remedy.value, Judgement.allCases.count + 2 * offset))
      })
    let tried = tried
    retrained = Remedy.retrained.map { tried[$0.id] }
  }

  /// The totals of every card, in the order of the matrix: first those of the judgements.
  func totals(_ signals: SignalValues) -> [Double] { matrix.totals(signals) }

  /// What a remedy may bring by the totals of a run; `nil` for one that was not tried.
  func outlook(for remedy: Remedy, _ totals: [Double]) -> RemedyOutlook? {
    tried[remedy.id].flatMap { $0.card.outlook(gain: totals[$0.place], harm: totals[$0.place + 1]) }
  }

  /// The same for the remedy at a place of ``Remedy/retrained``.
  func outlook(forRetrained index: Int, _ totals: [Double]) -> RemedyOutlook? {
    retrained[index].flatMap { $0.card.outlook(gain: totals[$0.place], harm: totals[$0.place + 1]) }
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
