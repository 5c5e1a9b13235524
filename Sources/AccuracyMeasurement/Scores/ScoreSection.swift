/// A part of a score: figures with names, from which both its text and its JSON are made.
package protocol ScoreSection: Sendable, Encodable {
  var figures: KeyValuePairs<String, Figure> { get }
}

extension ScoreSection {
  /// The figures in one line, such as `n=12, regret_mean=0.034`.
  package var line: String {
    figures.map { "\($0.key)=\($0.value.text)" }.joined(separator: ", ")
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: FigureName.self)
    for (name, figure) in figures { try container.encode(figure, forKey: FigureName(stringValue: name)) }
  }
}

/// A name that is not known at compile time as a key of JSON.
struct FigureName: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) {
    self.stringValue = stringValue
  }

  init?(intValue: Int) {
    nil
  }
}
