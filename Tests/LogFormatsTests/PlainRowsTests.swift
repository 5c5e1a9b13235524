import RunRecords
import TestSupport
import Testing

@testable import LogFormats

/// Rows of plain numbers are read in another way than all others, and say the same.
struct PlainRowsTests {
  @Test func `a table reads the same as plain rows and as any rows`() {
    for seed in 0..<600 {
      expectSame(RandomTable(seed: UInt64(seed), rows: 0...30, oddities: [0, 0.01, 0.05, 0.3]))
    }
  }

  @Test func `a table of thousands of rows reads the same as plain rows and as any rows`() {
    for seed in 0..<12 {
      expectSame(RandomTable(seed: UInt64(seed), rows: 1_000...6_000, oddities: [0, 0.0005, 0.05]))
    }
  }

  @Test(arguments: ["1", "2e0", "03", "4.", "+5", " 6 ", "\t7"])
  func `a position may be written in any way of a number`(position: String) throws {
    let run = try read("epoch,train_loss\n0,3\n\(position),2\n")
    #expect(run.first(.loss, .training)?.values == [3, 2])
  }

  @Test func `rows in no order are refused at the same line`() {
    let text = "epoch,train_loss\n" + (0..<40_000).map { "\($0 % 2),1\n" }.joined()
    let outcome = outcome(text, knowsPlainRows: true)
    #expect(outcome == self.outcome(text, knowsPlainRows: false))
    #expect(outcome.first?.contains("line 20004") == true)
  }

  @Test(arguments: [
    "1,2,3\r\n", "1,2,3\n", "1, 2 ,3 \n", "0001,-2e-5,.5\n", "1,,3\n", "1,2,3e400\n", "1,2,\r\n",
  ])
  func `such a row is plain`(row: String) {
    #expect(isPlain(row))
  }

  @Test(arguments: [
    "1,2,3", "1,2\n", "1,2,3,\n", ",2,3\n", "\n", "1,2,3\r", "1,2%,3\n", "1,nan,3\n", "1,2,\"3\"\n",
    "1e20,2,3\n",
    "#1,2,3\n", "1,2,3x\n", "1,2,3\r\r\n", "1,2,3\t\n", "epoch,2,3\n", "1e400,2,3\n",
  ])
  func `such a row is left to the scanner of cells`(row: String) {
    #expect(!isPlain(row))
  }

  private func isPlain(_ row: String) -> Bool {
    let columns = ["epoch", "train_loss", "val_loss"]
    let dialect = Dialect(separator: .byte(0x2C), mark: 0x2E, lineEnd: 0x0A, hasEdges: false)
    let plan = TablePlan(columns: columns, fileName: "run.csv", choice: .none)
    guard var rows = PlainRow(plan: plan, dialect: dialect).map({ PlainRows(of: $0) }) else { return false }
    var cutOff = CutOffLine()
    return Array(row.utf8).withUnsafeBufferPointer { rows.read($0, learning: &cutOff) } == row.utf8.count
  }

  private func expectSame(_ table: RandomTable, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      outcome(table.text, knowsPlainRows: true) == outcome(table.text, knowsPlainRows: false),
      "\(table.text.prefix(2_000))", sourceLocation: sourceLocation)
  }

  /// All that reading says, floating-point numbers by their bits.
  private func outcome(_ text: String, knowsPlainRows: Bool) -> [String] {
    do {
      let run = try DelimitedText.read(
        try LogInput(bytes: Array(text.utf8), name: "run.csv"), options: ReadingOptions(),
        knowsPlainRows: knowsPlainRows)
      return ["\(run.axis)"] + run.notes.map { "\($0.kind) \($0.line ?? 0) \($0.text)" }
        + run.series.flatMap { series in
          [
            "\(series.name) \(series.metric) \(series.split)", "\(series.epochs.map(\.bitPattern))",
            "\(series.values.map(\.bitPattern))", "\(series.summary)",
          ]
        }
    } catch {
      return ["\(error)"]
    }
  }
}

/// A table of numbers with oddities between them.
private struct RandomTable {
  private(set) var text: String

  init(seed: UInt64, rows counts: ClosedRange<Int>, oddities: [Double]) {
    var random = SeededGenerator(seed: seed)
    let lists = [
      ["epoch", "train_loss", "val_loss"], ["epoch", "step", "train_loss", "val_loss", "note"],
      ["train_loss", "accuracy"], ["", "train_loss", "val_loss"], ["note", "epoch", "train_loss", "time"],
      ["step", "loss"], ["loss"], ["note", "loss"], ["lr", "epoch", "val_acc", "loss"],
    ]
    let header = lists.randomElement(using: &random) ?? []
    let separator = [",", ",", ";", "\t"].randomElement(using: &random) ?? ","
    let lineEnd = ["\n", "\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    text = header.joined(separator: separator) + lineEnd
    let mark = separator != "," && Bool.random(using: &random) ? "," : "."
    let oddity = oddities.randomElement(using: &random) ?? 0
    let rowsOfEpoch = Int.random(in: 1...60, using: &random) < 40 ? 1 : Int.random(in: 1...40, using: &random)
    for row in 0..<Int.random(in: counts, using: &random) {
      var cells = header.map { name in
        switch name {
        case "epoch", "": "\(row / rowsOfEpoch)"
        case "step": "\(row)"
        case "note": Bool.random(using: &random) ? "\(row)" : "run \(row)"
        default: Self.number(using: &random).replacing(".", with: mark)
        }
      }
      if Double.random(in: 0..<1, using: &random) < oddity { Self.spoil(&cells, header, using: &random) }
      text += cells.joined(separator: separator) + lineEnd
    }
    // The end may be missing.
    if Bool.random(using: &random) { text.removeLast(min(Int.random(in: 1...9, using: &random), text.count)) }
  }

  private static func number(using random: inout SeededGenerator) -> String {
    let value = Double.random(in: 0..<3, using: &random)
    return switch Int.random(in: 0...9, using: &random) {
    case 0...4: "\(value)"
    case 5: "\((value * 1_000).rounded() / 1_000)"
    case 6: "-\(value)e-\(Int.random(in: 0...30, using: &random))"
    case 7: " \(value) "
    case 8: "\(value)\(random.next())"
    default: "\(Int(value))"
    }
  }

  private static func spoil(
    _ cells: inout [String], _ header: [String], using random: inout SeededGenerator
  ) {
    let words = [
      "", "", "", " ", "nan", "inf", "-", "--", "-----", "#", "# note", "12%", "text", "1e", "1e400", "\"\"",
      "\"0.5\"", "1:30", "Epoch 3", "3/30", "\u{A0}", "1 2", "0.5x", "-7", "1e30", "tensor(0.5)", "\t",
    ]
    switch Int.random(in: 0...9, using: &random) {
    case 0: cells = header
    case 1: cells = [""]
    case 2: cells.append(words.randomElement(using: &random) ?? "")
    case 3: cells.removeLast()
    case 4: cells = cells.map { _ in "" }
    case 5: cells = cells.map { _ in "---" }
    default: cells[Int.random(in: cells.indices, using: &random)] = words.randomElement(using: &random) ?? ""
    }
    if cells.isEmpty { cells = [""] }
  }
}
