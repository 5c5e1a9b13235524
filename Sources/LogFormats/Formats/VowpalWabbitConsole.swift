import RunRecords

/// The progress that Vowpal Wabbit prints, over the examples that it has seen.
public enum VowpalWabbitConsole: LogFormat {
  /// The second line of the header; the first one says `average since example ...`.
  private static let header = ["loss", "last", "counter", "weight"]

  public static func recognizes(_ head: LogHead) -> Recognition {
    guard !head.isBinary else { return .no }
    let lines = head.bytes.split(separator: 0x0A, maxSplits: 200).prefix(200)
    return lines.contains { $0.count < 200 && cells($0).starts(with: header) } ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var lines = TerminalLines(input)
    var curves = NamedCurves()
    var isBelowHeader = false
    while let line = try lines.next() {
      guard line.bytes.count < 400 else { continue }
      let cells = cells(line.bytes[...])
      if cells.starts(with: header) {
        isBelowHeader = true
      } else if isBelowHeader, let row = Row(cells), !line.isCutOff {
        curves.add(row.loss, to: row.isHeldOut ? "holdout loss" : "loss", at: row.examples) { name in
          Heading(name: name, metric: .loss, split: row.isHeldOut ? .validation : .training)
        }
      }
    }
    guard curves.hasJudgedCurve else {
      throw LogError(
        .empty, source: input.source, "there is no line of values below the header", columns: header,
        advice: "Read it again when the first examples were learned from.")
    }
    let note = RunNote(
      .interpretation,
      "Each loss is the mean over the examples since the line before, measured before they were learned from; "
        + "lines that end in h tell of examples that are held out.")
    return try RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: .step, columns: curves.names,
      options: options
    ).assemble(curves.curves, notes: curves.notes + [note])
  }

  private static func cells(_ line: ArraySlice<UInt8>) -> [String] {
    line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A line such as `0.156135 0.109474  512  512.0  1.0000  0.8652  31 h`.
  private struct Row {
    let loss: Double
    let examples: Double
    let isHeldOut: Bool

    init?(_ cells: [String]) {
      guard cells.count > 5, CellValue.number(in: cells[0]) != nil, let loss = CellValue.number(in: cells[1]),
        let examples = Int64(cells[2])
      else { return nil }
      self.loss = loss
      self.examples = Double(examples)
      isHeldOut = cells.last == "h"
    }
  }
}
