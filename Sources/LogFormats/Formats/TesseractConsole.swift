import RunRecords
import Texts

/// The error rates that Tesseract's `lstmtraining` prints, over its iterations.
public enum TesseractConsole: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    guard !head.isBinary else { return .no }
    let lines = head.bytes.split(separator: 0x0A, maxSplits: 400).prefix(400)
    return lines.contains { Progress(String(decoding: $0.prefix(longestLine), as: UTF8.self)) != nil }
      ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var lines = TerminalLines(input)
    var curves = NamedCurves()
    var seen = 0.0
    while let line = try lines.next() {
      let text = String(decoding: line.bytes.prefix(longestLine), as: UTF8.self)
      if let progress = Progress(text) {
        seen = progress.seen
        guard !line.isCutOff else { continue }
        for rate in rates {
          guard let value = rate.names.lazy.compactMap({ number(behind: "\($0)=", in: text) }).first else {
            continue
          }
          curves.add(value, to: rate.name, at: progress.seen, heading: rate.heading)
        }
      }
      for rate in evaluated {
        guard !line.isCutOff,
          let value = rate.names.lazy.compactMap({ number(behind: "\($0)=", in: text) }).first
        else { continue }
        curves.add(value, to: rate.name, at: seen, heading: rate.heading)
      }
    }
    guard curves.hasJudgedCurve else {
      throw LogError(
        .empty, source: input.source, "there is no whole line of error rates",
        advice: "Read it again when the first iterations have ended.")
    }
    let note = RunNote(
      .interpretation,
      "The error rates are percentages, those of training over the last samples; an evaluation stands where it was "
        + "printed, and tells of a checkpoint before it.")
    return try RunAssembler(
      name: input.name, source: input.source, format: card.id, axis: .iteration, columns: curves.names,
      options: options
    ).assemble(curves.curves, notes: curves.notes + [note])
  }

  private static let longestLine = 1_024

  /// A line such as `At iteration 2109/2400/2400, Mean rms=5.3%, char train=18.5%`: the second count is that of the
  /// samples seen.
  private struct Progress {
    let seen: Double

    init?(_ line: String) {
      guard line.hasPrefix("At iteration "), line.contains("rms=") else { return nil }
      let counts = line.dropFirst("At iteration ".count).prefix { $0.isNumber || $0 == "/" }.split(
        separator: "/")
      guard counts.count == 3, let seen = Int64(counts[1]) else { return nil }
      self.seen = Double(seen)
    }
  }

  /// An error rate, by the names that versions of the tool print it under.
  private struct Rate {
    let name: String
    let names: [String]
    let metric: String
    let split: Split

    func heading(_ name: String) -> Heading {
      Heading(name: name, metric: Metric(name: metric, kind: .loss, direction: .lowerIsBetter), split: split)
    }
  }

  private static let rates = [
    Rate(
      name: "char train", names: ["BCER train", "char train"], metric: "character error rate",
      split: .training),
    Rate(
      name: "word train", names: ["BWER train", "word train"], metric: "word error rate", split: .training),
  ]
  private static let evaluated = [
    Rate(
      name: "eval char", names: ["BCER eval", "Eval Char error rate"], metric: "character error rate",
      split: .validation),
    Rate(
      name: "eval word", names: ["BWER eval", "Word error rate"], metric: "word error rate",
      split: .validation),
  ]

  /// The number behind a name in a line.
  private static func number(behind name: String, in line: String) -> Double? {
    guard let range = line.firstRange(of: name) else { return nil }
    return CellValue.number(in: String(line[range.upperBound...].prefix { $0.isNumber || $0 == "." }))
  }
}
