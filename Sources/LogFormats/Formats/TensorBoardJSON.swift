import RunRecords
import Texts

/// One scalar as TensorBoard's JSON download gives it: a list of wall time, step and value.
public enum TensorBoardJSON: LogFormat {
  public static let card = FormatCard(
    id: "tensorboard-json",
    title: "TensorBoard JSON download",
    writtenBy: ["TensorBoard's download links"],
    fileNames: ["run-*-tag-*.json"],
    summary: "A list of wall time, step and value of one scalar, which the file's name tells.",
    reads: [
      FormatExample(
        "a validation loss", fileName: "run-mnist_val-tag-loss.json",
        text: "[[1795394873.1, 1, 0.95], [1795394874.2, 2, 0.71]]", series: ["val/loss"])
    ],
    refuses: [
      FormatExample(
        "a name that says nothing", fileName: "download.json",
        text: "[[1795394873.1, 1, 0.95], [1795394874.2, 2, 0.71]]",
        message: "download.json: no loss column recognised. Columns found: download. "
          + "Name them: --train COLUMN --val COLUMN")
    ])

  public static func recognizes(_ head: LogHead) -> Recognition {
    guard let rows = head.json?.first.elements, !rows.isEmpty else { return .no }
    let areTriples = rows.dropLast().allSatisfy(isTriple) && (rows.count > 1 || rows.allSatisfy(isTriple))
    return areTriples && rows[0].elements?.first.map(JSONValue.isWallTime) == true ? .certain : .no
  }

  private static func isTriple(_ row: JSONValue) -> Bool {
    row.elements?.count == 3 && row.elements?.allSatisfy { $0.number != nil } == true
  }

  public static func runs(in input: LogInput) throws(LogError) -> [RunLocation]? {
    TensorBoardDownloads.run(of: input).map { [$0] }
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    let stem = input.name.hasSuffix(".json") ? String(input.name.dropLast(5)) : input.name
    let download = DownloadName(input.name)
    let name = download?.curve ?? stem
    var curves = NamedCurves()
    let notes = try forEachPoint(input) { curves.add($2, to: name, at: $1) }
    return try JSONRun.assemble(
      curves, axis: .step, names: [PrintableText.clean(name)], input, options: options, format: card.id,
      notes: notes + (download == nil ? [] : [TensorBoardDownloads.oneOfSeveral]))
  }

  /// Reads the points of the scalar.
  ///
  /// - Returns: A note if the last one was cut off.
  static func forEachPoint(
    _ input: LogInput, _ take: (_ wallTime: Double, _ step: Double, _ value: Double) -> Void
  ) throws(LogError) -> [RunNote] {
    var scanner = JSONScanner(input)
    return try JSONRun.forEachElement(&scanner) { (row) throws(LogError) in
      guard let cells = row.elements, cells.count == 3, let time = cells[0].number,
        let step = cells[1].number, let value = cells[2].number
      else { return }
      take(time, step, value)
    }
  }
}
