import RunRecords
import SwiftProtobuf

/// The history of a Weights & Biases run: what each call of `log` wrote, gathered into curves.
struct WandbHistory {
  private var curves = NamedCurves()
  private var marks = EpochMarks()
  private var rowCount = 0
  private var unreadableCount = 0
  private static let longestName = 1_024

  private static let options: BinaryDecodingOptions = {
    var options = BinaryDecodingOptions()
    options.discardUnknownFields = true
    return options
  }()

  /// Takes a record of the run file; what is no history is passed over.
  mutating func add(_ record: [UInt8]) {
    guard let record = try? WandbFileRecord(serializedBytes: record, options: Self.options) else {
      unreadableCount += 1
      return
    }
    guard case .history(let history) = record.content else { return }
    let values = history.item.flatMap { item in Self.values(item.valueJson, name: Self.name(of: item)) }
    let stated = values.first { $0.name == "_step" }?.value
    let step = stated ?? (history.hasStep ? Double(history.step.num) : Double(rowCount))
    rowCount += 1
    for (name, value) in values where !name.hasPrefix("_") && name.utf8.count <= Self.longestName {
      if TrackerNames.isEpoch(name) {
        marks.add(step: step, epoch: value)
      } else if !TrackerNames.isAxis(name) {
        curves.add(value, to: name, at: step)
      }
    }
  }

  /// Newer versions write the name as a path of one or more parts.
  private static func name(of item: WandbFileHistoryItem) -> String {
    item.nestedKey.isEmpty ? item.key : item.nestedKey.joined(separator: ".")
  }

  private static let longestDictionary = 65_536

  /// The number of an item, or those of a dictionary such as `{"loss": 0.5, "acc": 0.8}` by their paths.
  private static func values(_ json: String, name: String) -> [(name: String, value: Double)] {
    guard json.utf8.first == UInt8(ascii: "{") else { return number(json).map { [(name, $0)] } ?? [] }
    // Tables, pictures and histograms say their type.
    guard json.utf8.count < longestDictionary, !json.contains("\"_type\""),
      let input = try? LogInput(bytes: Array(json.utf8), name: name)
    else { return [] }
    var scanner = JSONScanner(input)
    var values: [(name: String, value: Double)] = []
    (try? scanner.value())?.flatten(under: name) { path, number in
      if let number { values.append((path, number)) }
    }
    return values
  }

  /// A number, also one in quotes; `nil` for tables, pictures and texts.
  private static func number(_ json: String) -> Double? {
    guard json.utf8.count < 64, let first = json.utf8.first else { return nil }
    let text = first == UInt8(ascii: "\"") ? String(json.dropFirst().dropLast()) : json
    return JSONValue.string(text).number
  }

  /// Makes the run record.
  ///
  /// - Throws: ``LogError`` `empty` or `noLoss`.
  func assemble(
    name: String, source: String, format: String, notes readerNotes: [RunNote], options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    var notes = readerNotes + curves.notes
    if unreadableCount > 0 {
      notes.append(RunNote(.droppedRows, "Records that are none of a run were left out: \(unreadableCount)."))
    }
    guard !curves.names.isEmpty else {
      throw LogError(
        .empty, source: source,
        (["the run file holds no history"] + notes.map(\.text)).joined(separator: "; "),
        advice: "Log the losses by wandb.log.")
    }
    var (gathered, decisions) = TrackerNames.chosen(curves.curves)
    for index in gathered.indices { gathered[index].finish() }
    notes += decisions + BareValidation.settle(&gathered)
    var axis = RunAxis.step
    if let decisions = marks.moveToEpochs(&gathered) {
      axis = .epoch
      notes += decisions
    } else {
      let decisions = EpochCounts.note(on: gathered).map { [$0] } ?? EpochCounts.move(&gathered)
      notes += decisions
      if !decisions.isEmpty { axis = .epoch }
    }
    let assembler = RunAssembler(
      name: name, source: source, format: format, axis: axis, columns: curves.names, options: options)
    guard !gathered.isEmpty else { throw assembler.noLoss }
    return try assembler.assemble(gathered, notes: notes)
  }
}
