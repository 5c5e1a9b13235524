import ATMLDiagnose
import Texts

/// What `explain` was asked about.
enum ExplainTopic {
  case rule(RuleCard)
  case judgement(Judgement)
  case log(String)

  /// A rule or a judgement of this name; whatever else is a log.
  init(_ word: String, in book: RuleBook) {
    if let card = book.card(for: word) {
      self = .rule(card)
    } else if let judgement = Judgement(rawValue: word) {
      self = .judgement(judgement)
    } else {
      self = .log(word)
    }
  }

  /// The names of the rules and judgements.
  static var names: [String] {
    RuleBook.standard.rules.map(\.card.id) + Judgement.allCases.map(\.rawValue)
  }

  /// What is accepted, for the message about a word that is not.
  static var accepted: String {
    let rules = RuleBook.standard.rules.map(\.card.id).joined(separator: ", ")
    let judgements = Judgement.allCases.map(\.rawValue).joined(separator: ", ")
    let lines =
      ["Expected a rule, a judgement or the path of a training log."]
      + TextLines.wrapped("Judgements: \(judgements)", width: 80, indent: 2, hanging: 4)
      + TextLines.wrapped("Rules: \(rules)", width: 80, indent: 2, hanging: 4)
    return lines.joined(separator: "\n")
  }

  /// Whether a word that names no file looks as if it was meant to.
  static func looksLikePath(_ word: String) -> Bool {
    word.contains { $0 == "/" || $0 == "." || $0 == "\\" }
  }

  /// Why a word that is neither a path nor a name is refused, and what is accepted.
  static func refusal(of word: String) -> String {
    let nearest = EditDistance.nearest(to: word, in: names).map { "; did you mean \($0)?" } ?? "."
    return "there is no rule, judgement or file '\(PrintableText.path(word))'\(nearest)\n\(accepted)"
  }
}
