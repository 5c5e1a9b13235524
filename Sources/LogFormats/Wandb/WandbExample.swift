import CZlib
import SwiftProtobuf

/// Writes small run files for the examples of cards.
enum WandbExample {
  static let header = WandbRecordReader.signature + [0xE1, 0xBE, 0]

  /// A run file of the rows of a history, each a list of names and JSON texts.
  static func file(_ rows: [[(name: String, json: String)]]) -> [UInt8] {
    rows.reduce(header) { file, row in file + record(data(row)) }
  }

  /// The bytes of a history record.
  static func data(_ row: [(name: String, json: String)]) -> [UInt8] {
    var record = WandbFileRecord()
    record.history.item = row.map { name, json in
      var item = WandbFileHistoryItem()
      item.nestedKey = [name]
      item.valueJson = json
      return item
    }
    let data: [UInt8]? = try? record.serializedBytes()
    return data ?? []
  }

  /// Data as one fragment; type 1 is a whole record.
  static func record(_ data: [UInt8], type: UInt8 = 1) -> [UInt8] {
    let checked = [type] + data
    let checksum = UInt32(truncatingIfNeeded: crc32(0, checked, UInt32(clamping: checked.count)))
    let length = UInt16(clamping: data.count)
    return withUnsafeBytes(of: checksum.littleEndian) { Array($0) }
      + withUnsafeBytes(of: length.littleEndian) { Array($0) } + checked
  }
}
