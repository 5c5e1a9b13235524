import RunRecords

/// What YOLOv5 and Ultralytics print while they train: the running means of the losses behind each epoch, and the
/// scores on the validation data below them.
public enum UltralyticsConsole: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    var rows = Rows()
    let hasEpoch = head.lines.contains { line in
      rows.take(line.bytes)
      return rows.hasEpoch
    }
    return hasEpoch ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var rows = Rows()
    var lines = TerminalLines(input)
    while let line = try lines.next() { rows.take(line.bytes) }
    let curves = rows.finish()
    let assembler = RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: .epoch, columns: curves.names,
      options: options)
    guard curves.hasJudgedCurve else {
      throw LogError(
        .empty, source: input.source, "no epoch has ended below the header", columns: rows.losses,
        advice: "Read it again when the first epoch has ended, or read results.csv beside it.")
    }
    let note = RunNote(
      .interpretation,
      "The console shows no validation loss, only scores: results.csv in the folder of the run has both.")
    return try assembler.assemble(curves.curves, notes: curves.notes + [note])
  }

  /// The rows below the two headers of an epoch.
  private struct Rows {
    private(set) var losses: [String] = []
    private var scores: [String] = []
    private var curves = NamedCurves()
    private var epoch: Double?
    /// The losses that were drawn last: the bar is drawn again and again.
    private var latest: [(name: String, value: Double)] = []
    private(set) var hasEpoch = false

    mutating func take(_ line: [UInt8]) {
      // Above the first header only a header matters, which most logs have none of.
      guard line.count < 1_024,
        !losses.isEmpty || line.first(where: { $0 > 0x20 }) == UInt8(ascii: "E")
      else { return }
      let cells = String(decoding: line, as: UTF8.self).split { " \t".contains($0) }.map(String.init)
      guard let first = cells.first else { return }
      if first == "Epoch", cells.count > 1, cells[1].lowercased() == "gpu_mem" {
        losses = cells
      } else if first == "Class", cells.contains(where: { $0.hasPrefix("mAP") }) {
        scores = UltralyticsConsole.scores(cells)
      } else if first == "all", cells.count > scores.count, !scores.isEmpty, let epoch {
        for (name, text) in zip(scores, cells.dropFirst(cells.count - scores.count)) {
          if let value = CellValue.number(in: text) { curves.add(value, to: name, at: epoch) }
        }
      } else if !losses.isEmpty, cells.count >= losses.count, let next = UltralyticsConsole.epoch(first) {
        if next != epoch { commit() }
        epoch = next
        latest = zip(losses, cells).dropFirst().compactMap { name, text in
          guard Heading(name).metric.kind == .loss, let value = CellValue.number(in: text) else { return nil }
          return ("train/\(name)", value)
        }
        hasEpoch = true
      }
    }

    /// The curves, with those of the last epoch.
    mutating func finish() -> NamedCurves {
      commit()
      return curves
    }

    private mutating func commit() {
      guard let epoch else { return }
      for (name, value) in latest { curves.add(value, to: name, at: epoch) }
      latest = []
    }
  }

  /// The `3` of `3/100`.
  private static func epoch(_ text: String) -> Double? {
    let parts = text.split(separator: "/")
    guard parts.count == 2, let epoch = Int32(parts[0]), Int32(parts[1]) != nil else { return nil }
    return Double(epoch)
  }

  /// The names of the scores in `Class Images Instances Box(P R mAP50 mAP50-95): 100%|...`, as results.csv has them.
  private static func scores(_ cells: [String]) -> [String] {
    let names = cells.map {
      $0.replacing("Box(", with: "").replacing("):", with: "").replacing(":", with: "")
    }
    guard let begin = names.firstIndex(of: "P"), let end = names.lastIndex(where: { $0.hasPrefix("mAP") }),
      begin < end
    else { return [] }
    let written = ["P": "precision", "R": "recall"]
    return names[begin...end].map { "metrics/" + (written[$0] ?? $0) }
  }
}
