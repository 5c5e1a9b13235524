import ATMLDiagnose
import ArgumentParser
import CommandSupport

/// Prints the card of a rule.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", _superCommandName: "atml-diagnose",
    abstract: "Explain a rule: what it looks for, why, its parameters, remedies and sources.")

  @Argument(
    help: ArgumentHelp("The rule, as 'atml-diagnose rules' lists it.", valueName: "rule"),
    completion: .list(RuleBook.standard.rules.map(\.card.id)))
  var rule: String

  @Flag(help: "Print the rule's page of the documentation, in Markdown.")
  var markdown = false

  func validate() throws {
    do {
      _ = try RuleBook.standard.parameters(of: rule)
    } catch {
      throw ValidationError("\(error); 'atml-diagnose rules' lists them all")
    }
  }

  func run() throws {
    let book = RuleBook.standard
    guard let card = book.card(for: rule) else { return }
    let settings = try book.parameters(of: rule)
    if markdown {
      try Terminal.standardOutput.write(Array(RulePage(card, settings: settings).text.utf8))
    } else {
      try Terminal.standardOutput.print(RuleText(card, settings: settings).text)
    }
  }
}
