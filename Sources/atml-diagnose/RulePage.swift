import ATMLDiagnose

/// The card of a rule as a page of the documentation, in Markdown.
struct RulePage {
  let text: String

  init(_ card: RuleCard, settings: [RuleSetting]) {
    var lines = ["# \(card.id)", "", TextLines.sentence(card.title), "", "## Overview", ""]
    lines += [card.rationale, "", "A finding says, with measured numbers for the names in braces:", ""]
    lines += ["> \(card.statement)", "", "Its condition is `\(card.condition.rawValue)`."]
    if !settings.isEmpty {
      lines += ["", "## Parameters", "", "| parameter | standard | range | meaning |", "|---|---|---|---|"]
      lines += settings.map { setting in
        let range = "\(Self.number(setting.range.lowerBound)) to \(Self.number(setting.range.upperBound))"
        return "| `\(setting.name)` | \(Self.number(setting.standard)) | \(range) | \(setting.summary) |"
      }
    }
    lines += ["", "## Examples", "", "Fires on:", ""] + card.fires.map { "- \($0.name)" }
    lines += ["", "Stays silent on:", ""] + card.staysSilent.map { "- \($0.name)" }
    lines += ["", "## What to do", ""]
    for (index, prescription) in card.remedies.enumerated() {
      let remedy = prescription.remedy
      lines.append(
        "\(index + 1). **\(TextLines.sentence(remedy.action))** \(TextLines.sentence(prescription.reason)) "
          + "\(TextLines.sentence(remedy.effect)) \(Self.link(remedy.citation))")
    }
    lines += ["", "## Sources", ""]
    lines += card.citations.map { citation in
      "- \(citation.authors) (\(citation.year)). *\(citation.title)*. \(citation.venue)."
        + (citation.url.map { " <\($0)>" } ?? "")
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func link(_ citation: Citation) -> String {
    citation.url.map { "([\(citation.label)](\($0)))" } ?? "(\(citation.label))"
  }

  /// A parameter's value in full, as it can be given to `--set`.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }
}
