import RunRecords
import SwiftProtobuf

/// The run file that Weights & Biases writes on the machine that trains.
public enum WandbRun: LogFormat {
  public static func recognizes(_ head: LogHead) -> Recognition {
    head.starts(with: WandbRecordReader.signature) ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var history = WandbHistory()
    var reader = WandbRecordReader(input)
    while let record = try reader.next() { history.add(record) }
    return try history.assemble(
      name: input.name, source: input.source, format: card.id, notes: reader.notes, options: options)
  }
}
