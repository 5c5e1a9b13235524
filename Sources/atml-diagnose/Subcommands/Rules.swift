import ATMLDiagnose
import ArgumentParser
import CommandSupport

/// Lists the rules.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, one a line.")

  func run() throws {
    let cards = RuleBook.standard.rules.map(\.card)
    let width = cards.map(\.id.count).max() ?? 0
    for card in cards {
      let id = card.id + String(repeating: " ", count: width - card.id.count)
      try Terminal.standardOutput.print("\(id)  \(card.condition.rawValue): \(card.title)")
    }
  }
}
