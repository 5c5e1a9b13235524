import ATMLDiagnose

/// The card of a rule as text for a terminal.
struct RuleText {
  let text: String

  init(_ card: RuleCard, settings: [RuleSetting]) {
    var lines = ["\(card.id): \(card.title)", "", "Condition: \(card.condition.rawValue)", ""]
    lines += RuleText.wrapped(card.rationale) + ["", "Says, with measured numbers for the names in braces:"]
    lines += RuleText.wrapped(card.statement, indent: 2)
    if !settings.isEmpty {
      lines += ["", "Parameters (--set \(card.id).NAME=VALUE):"]
      for setting in settings {
        let range =
          "\(RulePage.number(setting.range.lowerBound)) to \(RulePage.number(setting.range.upperBound))"
        lines.append("  \(setting.name) = \(RulePage.number(setting.value))  (\(range))")
        lines += RuleText.wrapped(setting.summary, indent: 6)
      }
    }
    lines += ["", "Fires on:"] + card.fires.map { "  - \($0.name)" }
    lines += ["Stays silent on:"] + card.staysSilent.map { "  - \($0.name)" }
    lines += ["", "What to do:"]
    for (index, prescription) in card.remedies.enumerated() {
      let remedy = prescription.remedy
      lines += RuleText.wrapped(
        "\(index + 1). \(TextLines.sentence(remedy.action)) \(TextLines.sentence(prescription.reason))",
        indent: 2, hanging: 5)
      lines += RuleText.wrapped(
        "Expect: \(TextLines.sentence(remedy.effect)) [\(remedy.citation.label)]", indent: 5)
    }
    lines += ["", "Sources:"]
    for citation in card.citations {
      lines += RuleText.wrapped(
        "\(citation.authors) (\(citation.year)). \(citation.title). \(citation.venue). \(citation.url ?? "")",
        indent: 2, hanging: 4)
    }
    text = lines.joined(separator: "\n")
  }

  private static func wrapped(_ text: String, indent: Int = 0, hanging: Int? = nil) -> [String] {
    TextLines.wrapped(text, width: 80, indent: indent, hanging: hanging)
  }
}
