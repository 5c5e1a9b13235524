import RunRecords
import TestSupport
import Testing

@testable import LogFormats

struct WandbTests {
  private let row = WandbExample.data([("train_loss", "0.5"), ("_step", "3")])

  @Test func `records that lie over the ends of blocks are put together`() throws {
    // 6 bytes are left in the first block: too few for a header.
    let size = 32_768 - 7 - 7 - 6
    let filler = WandbExample.record([UInt8](repeating: 0, count: size)) + [UInt8](repeating: 0, count: 6)
    let pieces =
      WandbExample.record(Array(row.prefix(5)), type: 2) + WandbExample.record([row[5]], type: 3)
      + WandbExample.record(Array(row.dropFirst(6)), type: 4)
    let found = try records(WandbExample.header + filler + pieces + WandbExample.record(row)).data
    #expect(found.count == 3)
    #expect(found.suffix(2) == [row, row])
  }

  @Test func `damage costs one block`() throws {
    var bytes = WandbExample.header + WandbExample.record(row) + WandbExample.record(row)
    bytes[bytes.count - 1] ^= 1
    bytes += [UInt8](repeating: 0, count: 32_768 - bytes.count) + WandbExample.record(row)
    let (data, notes) = try records(bytes)
    #expect(data == [row, row])
    #expect(notes == ["One block is damaged and left out, the first at byte \(14 + row.count) of log."])
  }

  @Test func `a record that is cut off is left out`() throws {
    let whole = WandbExample.header + WandbExample.record(row)
    for count in 1..<(7 + row.count) {
      let (data, notes) = try records(whole + WandbExample.record(row).prefix(count))
      #expect(data == [row])
      #expect(notes == ["log ends within a record, which is left out."])
    }
    #expect(try records(whole).notes.isEmpty)
    #expect(try records(Array(whole.prefix(4))).data.isEmpty)
  }

  @Test func `numbers in quotes and non-finite ones count, tables and inner keys do not`() throws {
    let run = try read([
      [("loss", "Infinity"), ("val_loss", "\"NaN\""), ("table", "{\"_type\": \"table\"}"), ("_step", "0")],
      [("loss", "1.5"), ("val_loss", "2"), ("_runtime", "3"), ("_step", "10")],
    ])
    #expect(run.names == ["loss", "val_loss"])
    #expect(run.axis == .step)
    #expect(run.series("loss")?.values == [.infinity, 1.5])
    #expect(run.series("loss")?.epochs == [0, 10])
  }

  @Test func `the values of a dictionary are known by its name and their own`() throws {
    let rows = (0..<3).map { step in
      [
        (name: "train", json: "{\"loss\":\(9 - step),\"acc\":0.\(step)}"), ("val", "{\"loss\": \"NaN\"}"),
        ("_step", "\(step)"),
      ]
    }
    let run = try read(rows)
    #expect(run.first(.loss, .training)?.values == [9, 8, 7])
    #expect(run.first(.accuracy, .training)?.values == [0, 0.1, 0.2])
    #expect(run.first(.loss, .validation)?.count == 3)
  }

  @Test func `a logged epoch is the axis`() throws {
    let rows = (0..<6).map { step in
      [(name: "loss", json: "\(9 - step)"), ("epoch", "\(step / 2)"), ("_step", "\(step)")]
    }
    let run = try read(rows)
    #expect(run.axis == .epoch)
    #expect(run.series("loss")?.epochs == [-0.5, 0, 0.5, 1, 1.5, 2])
  }

  @Test func `what was logged once an epoch, in a row with it, stands at it`() throws {
    let rows = (0..<4).flatMap { epoch in
      [("train_loss", 3 * epoch), ("val_loss", 3 * epoch + 1)].map { name, step in
        [(name: name, json: "\(9 - epoch)"), ("epoch", "\(epoch)"), ("_step", "\(step)")]
      }
    }
    let run = try read(rows)
    #expect(run.series("train_loss")?.epochs == [0, 1, 2, 3])
    #expect(run.series("val_loss")?.epochs == [0, 1, 2, 3])
  }

  @Test func `a cut or flipped file is never a crash`() throws {
    let rows = (0..<200).map { step in [(name: "train/loss", json: "1.5"), ("_step", "\(step)")] }
    let whole = WandbExample.file(rows)
    for count in stride(from: 0, to: whole.count, by: 61) {
      _ = try? FormatShelf.standard.read(bytes: Array(whole.prefix(count)), name: "run-1.wandb")
      var flipped = whole
      flipped[count] ^= 0x80
      _ = try? FormatShelf.standard.read(bytes: flipped, name: "run-1.wandb")
    }
  }

  private func read(_ rows: [[(name: String, json: String)]]) throws -> RunRecord {
    try FormatShelf.standard.read(bytes: WandbExample.file(rows), name: "run-1.wandb")
  }

  private func records(_ bytes: [UInt8]) throws -> (data: [[UInt8]], notes: [String]) {
    var reader = WandbRecordReader(try LogInput(bytes: bytes, name: "log"))
    var data: [[UInt8]] = []
    while let record = try reader.next() { data.append(record) }
    return (data, reader.notes.map(\.text))
  }
}
