import RunRecords

/// Reads the records of a TFRecord file one by one, each checked by its checksums.
///
/// A record is its length (8 bytes), the checksum of the length, the data, and the checksum of the data. A file that
/// is still being written ends within a record: what came before counts.
struct TFRecordReader {
  private let input: LogInput
  /// The byte at which the next record begins.
  private var offset = 0
  private var isStopped = false
  private var firstDamage: Int?
  private var damageCount = 0
  private var endNotes: [RunNote] = []

  /// The bytes of a record before its data.
  private static let headerSize = 12
  private static let checksumSize = 4
  /// The most bytes of a record that is held; a larger one holds pictures or a graph.
  static let largest = 64 << 20

  init(_ input: LogInput) {
    self.input = input
  }

  /// Whether a log begins with a record's length and its checksum.
  static func begins(_ bytes: [UInt8]) -> Bool {
    bytes.count >= headerSize && hasValidLength(bytes.prefix(headerSize))
  }

  /// What was left out.
  var notes: [RunNote] {
    guard let firstDamage else { return endNotes }
    let what = damageCount == 1 ? "One record is" : "\(damageCount) records are"
    return [
      RunNote(
        .droppedRows, "\(what) damaged and left out, the first at byte \(firstDamage) of \(input.name).")
    ] + endNotes
  }

  /// The data of the next whole record; `nil` at the end.
  ///
  /// - Throws: ``LogError`` on an I/O error, or if not even the first length is right.
  mutating func next() throws(LogError) -> [UInt8]? {
    while !isStopped {
      try fill(Self.headerSize)
      let header = input.window.prefix(Self.headerSize)
      if header.isEmpty { return nil }
      guard header.count == Self.headerSize else { return stop(.cutOff) }
      guard Self.hasValidLength(header) else { return try stopAtDamagedLength() }
      let length = LittleEndian.integer(header.prefix(8))
      guard length <= UInt64(Self.largest) else {
        guard try skip(length) else { return stop(.cutOff) }
        continue
      }
      let size = Self.headerSize + Int(length) + Self.checksumSize
      try fill(size)
      guard input.window.count >= size else { return stop(.cutOff) }
      let record = input.window.prefix(size)
      let data = Array(record[Self.headerSize..<size - Self.checksumSize])
      let isWhole = UInt64(CRC32C.masked(data)) == LittleEndian.integer(record.suffix(Self.checksumSize))
      if !isWhole { noteDamage() }
      input.consume(size)
      offset += size
      if isWhole { return data }
    }
    return nil
  }

  private mutating func noteDamage() {
    firstDamage = firstDamage ?? offset
    damageCount += 1
  }

  private static func hasValidLength(_ header: some Collection<UInt8>) -> Bool {
    UInt64(CRC32C.masked(header.prefix(8))) == LittleEndian.integer(header.dropFirst(8).prefix(4))
  }

  private enum End {
    case cutOff
    case damaged
  }

  private mutating func stop(_ end: End) -> [UInt8]? {
    isStopped = true
    let text =
      switch end {
      case .cutOff: "\(input.name) ends within the record at byte \(offset), which is left out."
      case .damaged:
        "The length of the record at byte \(offset) of \(input.name) is damaged: what follows is left out."
      }
    endNotes.append(RunNote(.droppedRows, text))
    return nil
  }

  private mutating func stopAtDamagedLength() throws(LogError) -> [UInt8]? {
    guard offset == 0 else { return stop(.damaged) }
    throw LogError(
      .malformed, source: input.source,
      "the record at byte 0 has a wrong checksum: the file is damaged, or no event file",
      advice: "Copy the file again in binary mode.")
  }

  /// Reads until so many bytes are in the window or the log ends.
  private func fill(_ count: Int) throws(LogError) {
    while input.window.count < count, !input.isAtEnd { try input.extend() }
  }

  /// Steps over a record that is too large to be held; `false` if the log ends before it does.
  private mutating func skip(_ length: UInt64) throws(LogError) -> Bool {
    let (withHeader, overflows) = length.addingReportingOverflow(UInt64(Self.headerSize + Self.checksumSize))
    guard !overflows, let size = Int(exactly: withHeader) else { return false }
    var left = size
    while left > 0 {
      if input.window.isEmpty {
        guard !input.isAtEnd else { return false }
        try input.extend()
        continue
      }
      let count = min(left, input.window.count)
      input.consume(count)
      left -= count
    }
    let (end, isPastAll) = offset.addingReportingOverflow(size)
    guard !isPastAll else { return false }
    offset = end
    return true
  }
}
