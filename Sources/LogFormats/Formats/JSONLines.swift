import RunRecords
import Texts

/// Logs with one object of JSON in each line.
public enum JSONLines: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    // Python's dictionaries between other lines are what a run prints.
    guard !head.starts(with: Array("{'".utf8)), let sample = head.json, sample.first.members != nil
    else { return .no }
    guard sample.second?.members != nil else {
      // The first line of a run that goes on, if it is a line.
      let isLine = !head.bytes.prefix { $0 != UInt8(ascii: "}") }.contains(0x0A)
      return isLine && sample.isFirstWhole && sample.isOneEntry ? .possible : .no
    }
    let entries = [sample.first, sample.second].compactMap(\.self)
    return entries.contains { JSONSample.isSurelyOfRun($0) } ? .certain : .possible
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var records = RecordCurves(heading: heading)
    let notes = try JSONRun.forEachValue(input) { (value) throws(LogError) in
      records.add(withoutFirstStep(value))
    }
    return try JSONRun.assemble(records, input, options: options, format: card.id, notes: notes)
  }

  /// The models that were trained in turn, where the epochs are counted anew for each.
  public static func runs(in input: LogInput) throws(LogError) -> [RunLocation]? {
    guard let key = input.head.json?.first.members?.first(where: { isPosition($0.key) })?.key,
      let source = input.reopenable?.source, let log = try? input.rest(upTo: PrintedRuns.mostBytes),
      JSONPositions(key: key).fallBack(in: log)
    else { return nil }
    return PrintedRuns.runs(in: log, from: source, called: input.source, shelf: FormatShelf([Self.self]))
  }

  private static func isPosition(_ key: String) -> Bool {
    let words = NameWords.cut(key).joined(separator: " ")
    return ColumnVocabulary.axes.values.contains { $0.contains(words) }
  }

  /// The texts and numbers beside the losses and scores of all entries.
  static func settings(in log: [UInt8]) -> [(setting: String, text: String)] {
    var settings: [(setting: String, text: String)] = []
    guard let input = try? LogInput(bytes: log, name: "log") else { return [] }
    _ = try? JSONRun.forEachValue(input) { entry in
      for member in entry.members ?? [] where !heading(member.key).metric.isJudged {
        switch member.value {
        case .string(let text): settings.append((member.key, PrintableText.clean(text)))
        case .number(let number): settings.append((member.key, number.plain))
        case .object, .array, .bool, .null: break
        }
      }
    }
    return settings
  }

  /// An entry of spaCy without the loss of the very first step: the others are sums over many.
  private static func withoutFirstStep(_ entry: JSONValue) -> JSONValue {
    guard let members = entry.members, entry["step"]?.number == 0, entry["losses"]?.members != nil else {
      return entry
    }
    return .object(members.filter { $0.key != "losses" })
  }

  /// What gathers losses without naming a part of the data holds those of the training, as in the logs of spaCy.
  private static func heading(_ name: String) -> Heading {
    let heading = Heading(name)
    return heading.split == nil && name.hasPrefix("losses/") ? heading.measured(on: .training) : heading
  }
}
