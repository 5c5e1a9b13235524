/// Content that no format reads, named by its first bytes so that the message can say what to export.
enum ForeignContent {
  private struct Signature {
    let bytes: [UInt8]
    let what: String
    let advice: String
  }

  private static let exportCSV = "Export the metrics of each epoch as CSV."

  private static let signatures = [
    Signature(
      bytes: GzipStream.signature, what: "an archive in an archive", advice: "Unpack it first: gunzip FILE."),
    Signature(
      bytes: [0x28, 0xB5, 0x2F, 0xFD], what: "a Zstandard archive", advice: "Unpack it first: zstd -d FILE."),
    Signature(bytes: Array("BZh".utf8), what: "a bzip2 archive", advice: "Unpack it first: bunzip2 FILE."),
    Signature(
      bytes: [0xFD, 0x37, 0x7A, 0x58, 0x5A], what: "an xz archive", advice: "Unpack it first: unxz FILE."),
    Signature(
      bytes: Array("PK\u{3}\u{4}".utf8), what: "a zip archive, as .xlsx and .pt files are",
      advice: "From a spreadsheet, save as CSV; from a checkpoint, \(exportCSV.lowercasedFirst)"),
    Signature(bytes: [0x89, 0x50, 0x4E, 0x47], what: "a PNG picture", advice: exportCSV),
    Signature(bytes: [0xFF, 0xD8, 0xFF], what: "a JPEG picture", advice: exportCSV),
    Signature(bytes: Array("%PDF".utf8), what: "a PDF document", advice: exportCSV),
    Signature(
      bytes: [0x80, 0x02], what: "a Python pickle", advice: PickleFault.advice),
    Signature(bytes: [0x80, 0x03], what: "a Python pickle", advice: PickleFault.advice),
    Signature(bytes: [0x80, 0x04], what: "a Python pickle", advice: PickleFault.advice),
    Signature(bytes: [0x80, 0x05], what: "a Python pickle", advice: PickleFault.advice),
    Signature(
      bytes: [0x89] + Array("HDF".utf8), what: "an HDF5 file", advice: exportCSV),
    Signature(bytes: Array("PAR1".utf8), what: "a Parquet file", advice: exportCSV),
    Signature(bytes: [0x7F] + Array("ELF".utf8), what: "a program", advice: exportCSV),
  ]

  /// The error for a log that no format recognises.
  static func error(for head: LogHead, source: String) -> LogError {
    if let known = signatures.first(where: { head.starts(with: $0.bytes) }) {
      return error(source, "this looks like \(known.what), not a training log", known.advice)
    }
    if looksLikeJSON(head) {
      return head.json?.unknown(source: source)
        ?? error(source, "this looks like JSON, but no value can be read", exportCSV)
    }
    if head.firstVisibleByte == UInt8(ascii: "<") {
      return error(source, "this looks like HTML or XML, not a training log", exportCSV)
    }
    if !head.isBinary, looksPrinted(head.bytes) {
      var run = PrintedRun()
      for line in head.lines { run.take(line) }
      if !run.players.isEmpty { return .noFit(ofPlayers: run.players, source: source) }
      return error(
        source, "this looks like something printed, but no lines in it name a loss with its value",
        "Print one line for each epoch, such as: epoch 3 train_loss 0.52 val_loss 0.71")
    }
    if head.isBinary {
      return error(source, "this is a binary file, not a training log", exportCSV)
    }
    return error(
      source, "no table with a header of column names was recognised",
      "Write one line of column names, such as epoch,train_loss,val_loss, and one line for each epoch.")
  }

  /// Whether a line holds names with their values, as `loss: 0.5` or `Epoch 1/30`, and no column names.
  static func looksPrinted(_ line: some Collection<UInt8>) -> Bool {
    // `[0]` and `[003/030]` begin lines of consoles.
    if line.first == UInt8(ascii: "[") { return true }
    var previous: UInt8 = 0
    var mark: UInt8 = 0
    for byte in line.prefix(4_096) where byte != 0x20 {
      let isDigit = byte &- 0x30 < 10
      if isDigit, mark != 0 { return true }
      let isAfterDigit = previous &- 0x30 < 10
      // `mAP_0.5:0.95` is a name, `1/30` is a count.
      let isMark =
        isAfterDigit ? byte == UInt8(ascii: "/") : byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=")
      mark = isMark ? byte : 0
      previous = byte
    }
    return false
  }

  private static func looksLikeJSON(_ head: LogHead) -> Bool {
    let visible = head.bytes.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    if visible.first == UInt8(ascii: "{") { return true }
    guard visible.first == UInt8(ascii: "[") else { return false }
    // `[0]` and `[LightGBM]` begin lines of consoles.
    let inside = visible.dropFirst().prefix { $0 != UInt8(ascii: "]") }
    let marks: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\"")]
    return inside.isEmpty || inside.contains { marks.contains($0) }
  }

  private static func error(_ source: String, _ problem: String, _ advice: String) -> LogError {
    LogError(.unrecognized, source: source, problem, advice: advice)
  }
}

extension String {
  /// The text with a small first letter, to go on within a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
