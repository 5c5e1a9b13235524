import Foundation
import RunRecords
import Testing

@testable import Diagnostics

struct ExampleCase: Sendable, CustomTestStringConvertible {
  let rule: any Rule
  let example: RuleExample
  var testDescription: String { "\(rule.card.id): \(example.name)" }

  static let firing = RuleBook.standard.rules.flatMap { rule in
    rule.card.fires.map { ExampleCase(rule: rule, example: $0) }
  }
  static let silent = RuleBook.standard.rules.flatMap { rule in
    rule.card.staysSilent.map { ExampleCase(rule: rule, example: $0) }
  }
}

@Suite struct `The examples of the cards` {
  @Test(arguments: ExampleCase.firing) func `fire`(_ item: ExampleCase) throws {
    guard case .found(let evidence) = item.rule.examine(MeasuredRun(item.example.run)) else {
      Issue.record("\(item.testDescription) stays silent")
      return
    }
    #expect((0...1).contains(evidence.confidence))
    #expect((0...1).contains(evidence.effect))
    if let expected = item.example.onset {
      let onset = try #require(evidence.onset)
      #expect(abs(onset.epoch - expected) <= 1)
      #expect(onset.interval.contains(onset.epoch))
    }
  }

  @Test(arguments: ExampleCase.silent) func `stay silent`(_ item: ExampleCase) {
    if case .found(let evidence) = item.rule.examine(MeasuredRun(item.example.run)) {
      Issue.record("\(item.testDescription) fires: \(evidence.measurements)")
    }
  }

  @Test(arguments: ExampleCase.firing) func `fill every placeholder of their texts`(_ item: ExampleCase) {
    guard case .found(let evidence) = item.rule.examine(MeasuredRun(item.example.run)) else { return }
    let known = Set(evidence.measurements.map(\.id))
    #expect(known.count == evidence.measurements.count)
    let finding = Finding(card: item.rule.card, evidence: evidence)
    let statement = finding.statement.template
    #expect(known.isSuperset(of: Phrase.placeholders(in: statement)), "\(statement)")
    for prescription in item.rule.card.remedies {
      for text in [prescription.remedy.action, prescription.reason] {
        #expect(known.union(["keep", "last"]).isSuperset(of: Phrase.placeholders(in: text)), "\(text)")
      }
    }
    for measurement in evidence.measurements { #expect(measurement.value.isFinite, "\(measurement)") }
  }

  @Test(arguments: ExampleCase.firing) func `name epochs by the word before them`(_ item: ExampleCase) {
    guard case .found(let evidence) = item.rule.examine(MeasuredRun(item.example.run)) else { return }
    let statement = Finding(card: item.rule.card, evidence: evidence).statement.template
    for measurement in evidence.measurements where measurement.quantity == .epochs {
      for piece in statement.components(separatedBy: "{\(measurement.id)}").dropFirst() {
        #expect(piece.contains("epochs"), "\(statement)")
      }
    }
    let epochIDs = evidence.measurements.filter { $0.quantity == .epoch }.map(\.id)
    for id in epochIDs {
      for piece in statement.components(separatedBy: "{\(id)}").dropLast() {
        #expect(piece.contains("epoch"), "\(statement)")
      }
    }
  }
}

@Suite struct `The rule book` {
  static let cards = RuleBook.standard.rules.map(\.card)

  @Test func `holds every file of Rules`() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Diagnostics/Rules").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }.map { String($0.dropLast(".swift".count)) }
    let types = RuleBook.standard.rules.map { String(describing: type(of: $0)) }
    #expect(files.sorted() == types.sorted())
  }

  @Test func `names every rule after its type`() {
    for rule in RuleBook.standard.rules {
      let words = rule.card.id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      #expect(words.joined() == String(describing: type(of: rule)))
    }
  }

  @Test func `has unique ids in kebab-case`() throws {
    let ids = Self.cards.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(try /[a-z]+(-[a-z]+)*/.wholeMatch(in: id) != nil, "\(id)") }
  }

  @Test(arguments: cards.map(\.id)) func `has complete cards`(_ id: String) throws {
    let card = try #require(RuleBook.standard.card(for: id))
    #expect(!card.fires.isEmpty)
    #expect(card.staysSilent.count >= 2)
    #expect(!card.citations.isEmpty)
    #expect(!card.remedies.isEmpty)
    #expect(card.rationale.count > 80)
    #expect(card.statement.hasSuffix("."))
    for prescription in card.remedies {
      #expect(prescription.reason.hasSuffix("."))
      #expect(prescription.remedy.effect.hasSuffix("."))
      #expect(!prescription.remedy.action.hasSuffix("."))
    }
  }

  @Test func `lists parameters within their ranges`() throws {
    for card in Self.cards {
      for setting in try RuleBook.standard.parameters(of: card.id) {
        #expect(setting.range.contains(setting.value), "\(card.id).\(setting.name)")
        #expect(setting.value == setting.standard)
        #expect(setting.summary.hasSuffix("."))
      }
    }
  }

  @Test func `sets a parameter that a rule then uses`() throws {
    var book = RuleBook.standard
    try book.set("rising-validation-loss.tolerance", to: 5)
    let rise = try #require(RisingValidationLoss.card.fires.first)
    #expect(rise.run.diagnose().flags(.overfitting))
    #expect(!rise.run.diagnose(with: book).flags(.overfitting))
    #expect(try book.parameters(of: "rising-validation-loss").first { $0.name == "tolerance" }?.value == 5)
  }

  @Test func `names the nearest rules where one is unknown`() {
    var book = RuleBook.standard
    #expect {
      try book.set("rising-validaton-loss.tolerance", to: 1)
    } throws: { error in
      guard case .unknownRule("rising-validaton-loss", let nearest) = error as? RuleBookError else {
        return false
      }
      return nearest.first == "rising-validation-loss" && "\(error)".contains("rising-validation-loss")
    }
  }

  @Test func `names the parameters where one is unknown`() {
    var book = RuleBook.standard
    #expect(
      throws: RuleBookError.unknownParameter(
        "tolerence", rule: "rising-validation-loss", known: ["tolerance", "scale", "moderate", "severe"])
    ) { try book.set("rising-validation-loss.tolerence", to: 1) }
  }

  @Test(arguments: [-0.1, 10.5, .nan, .infinity]) func `refuses values out of range`(_ value: Double) {
    var book = RuleBook.standard
    #expect {
      try book.set("rising-validation-loss.tolerance", to: value)
    } throws: { error in
      guard case .outOfRange(_, "rising-validation-loss.tolerance", 0...10) = error as? RuleBookError else {
        return false
      }
      return true
    }
  }

  @Test func `refuses a name without a rule`() {
    var book = RuleBook.standard
    #expect(throws: RuleBookError.malformed("tolerance")) { try book.set("tolerance", to: 1) }
  }
}
