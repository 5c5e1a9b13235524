import SwiftProtobuf

/// Writes small event files for the examples of cards.
enum EventExample {
  /// An event file of plain scalars.
  static func file(_ scalars: [(tag: String, step: Int64, value: Float)]) -> [UInt8] {
    scalars.flatMap { scalar in
      var value = EventFileSummary.Value()
      value.tag = scalar.tag
      value.simpleValue = scalar.value
      return record(of: value, step: scalar.step)
    }
  }

  /// One event as a record; empty if it cannot be written.
  static func record(of value: EventFileSummary.Value, step: Int64) -> [UInt8] {
    var event = EventFileEvent()
    event.step = step
    event.summary.value = [value]
    let data: [UInt8]? = try? event.serializedBytes()
    return data.map(record) ?? []
  }

  /// Data with its length and checksums.
  static func record(_ data: [UInt8]) -> [UInt8] {
    let length = bytes(UInt64(data.count))
    return length + bytes(CRC32C.masked(length)) + data + bytes(CRC32C.masked(data))
  }

  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
