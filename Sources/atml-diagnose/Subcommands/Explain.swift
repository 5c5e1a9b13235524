import ATMLDiagnose
import ArgumentParser
import CommandSupport

/// Prints the card of a rule, the scorecard of a judgement, or how the signals of a log were weighed.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a rule, a judgement, or how a log comes to its verdict.",
    discussion: """
      Of a rule: what it looks for, why, its parameters, remedies and sources.
      Of a judgement (\(Judgement.allCases.map(\.rawValue).joined(separator: ", "))): the scorecard, that is the \
      points that each signal of a run gives by its value.
      Of a log: how likely each judgement holds, the signals that moved it most, and what each remedy may bring.

      A log that is named like a rule or a judgement is given as ./overfitting; - reads standard input.
      """)

  @Argument(
    help: ArgumentHelp(
      "A rule, as 'atml-diagnose rules' lists it, a judgement, or a training log.",
      valueName: "rule|judgement|log"),
    completion: .custom { _, _, prefix in ExplainTopic.completions(of: prefix) })
  var topic: String

  @Flag(help: "Print a rule's page of the documentation, in Markdown.")
  var markdown = false

  @Flag(help: "Print all of a judgement's scorecard, not the start of what signals say together.")
  var all = false

  @OptionGroup(title: "What the log does not say")
  var input: InputOptions

  @OptionGroup(title: "Rules")
  var parameters: ParameterOptions

  func validate() throws {
    if topic.isEmpty { throw ValidationError("the name of a rule, judgement or log is empty") }
    if markdown, RuleBook.standard.card(for: topic) == nil {
      throw ValidationError("--markdown prints the pages of rules, and there is no rule '\(topic)'")
    }
    if all, Judgement(rawValue: topic) == nil {
      throw ValidationError("--all prints the scorecards of judgements, and there is no judgement '\(topic)'")
    }
  }

  func run() throws {
    let book = try parameters.ruleBook()
    switch ExplainTopic(topic, in: book) {
    case .rule(let card):
      let settings = try book.parameters(of: card.id)
      if markdown {
        try Terminal.standardOutput.write(Array(RulePage(card, settings: settings).text.utf8))
      } else {
        try Terminal.standardOutput.print(RuleText(card, settings: settings).text)
      }
    case .judgement(let judgement):
      guard let scorecard = book.scorecards?.judgements[judgement] else { return }
      try Terminal.standardOutput.print(JudgementText(judgement, scorecard: scorecard, showsAll: all).text)
    case .log(let log):
      let diagnosis = try read(log).diagnose(with: book)
      try Terminal.standardOutput.print(WeighingText(diagnosis).text)
    }
  }

  /// Reads a log; of a word that is no file, says what would be accepted.
  private func read(_ log: String) throws -> RunRecord {
    do throws(LogError) {
      return try input.readingOptions.read(log)
    } catch {
      guard error.kind == .notFound else { throw error }
      guard ExplainTopic.looksLikePath(log) else { throw ValidationError(ExplainTopic.refusal(of: log)) }
      var missing = error
      missing.advice = [error.advice, ExplainTopic.accepted].compactMap(\.self).joined(separator: "\n")
      throw missing
    }
  }
}
