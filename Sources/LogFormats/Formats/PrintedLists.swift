import RunRecords
import Texts

/// Lists of numbers with their names, as `print("train losses:", train_losses)` leaves them.
public enum PrintedLists: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    guard !head.isBinary, head.json == nil, head.bytes.contains(UInt8(ascii: "[")),
      let input = try? LogInput(bytes: head.bytes, name: head.name)
    else { return .no }
    var reader = ListReader()
    guard (try? reader.read(input)) != nil else { return .no }
    if reader.lists.placed().curves.hasJudgedCurve { return .certain }
    guard reader.openList != nil else { return .no }
    return head.isWhole ? .possible : .certain
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var reader = ListReader()
    try reader.read(input)
    let (curves, axis, notes) = reader.lists.placed()
    let counting = RunNote(
      .interpretation, "The lists say no \(axis.rawValue)s: their values are counted from 1.")
    if let list = reader.shortenedList {
      throw LogError(
        .malformed, source: input.source,
        "the list \(PrintableText.quoted(list)) was printed without its middle",
        found: "...", expected: "all of its numbers",
        advice: "Print the whole list, as print(name.tolist()) does.")
    }
    let assembler = RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: axis, columns: curves.names,
      options: options)
    guard curves.hasJudgedCurve else {
      throw LogError(
        .malformed, source: input.source,
        "the list \(PrintableText.quoted(reader.openList ?? "")) has no end",
        expected: "\"]\" behind its numbers", advice: "Print the whole list.")
    }
    return try assembler.assemble(
      curves.curves, notes: curves.notes + [counting] + notes + reader.notes)
  }

  public static var card: FormatCard {
    FormatCard(
      id: "console-lists",
      title: "Printed lists of numbers",
      writtenBy: ["print() of a list or an array in a notebook"],
      fileNames: ["*.txt", "*.log"],
      summary:
        "A name with a list behind it, such as `train_losses = [0.9, 0.7, 0.6]`, over one line or several; arrays of "
        + "NumPy and tensors of PyTorch too. Values are counted from 1.",
      reads: [
        FormatExample(
          "lists of Python", fileName: "losses.txt",
          text: "train_losses = [2.31, 1.82, 1.40]\nval_losses = [2.25, 1.91, 1.66]\n",
          series: ["train_losses", "val_losses"]),
        FormatExample(
          "an array of NumPy over several lines", fileName: "losses.txt",
          text: "Train loss: [2.31 1.82\n 1.40 1.21]\nVal loss: [2.25 1.91\n 1.66 1.60]\n",
          series: ["Train loss", "Val loss"]),
      ],
      refuses: [
        FormatExample(
          "a list without an end", fileName: "losses.txt", text: "train_losses = [2.31, 1.82, 1.40\n",
          message:
            "losses.txt: the list \"train_losses\" has no end, expected \"]\" behind its numbers. Print the whole list."
        )
      ])
  }
}
