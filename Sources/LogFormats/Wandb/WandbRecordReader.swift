import CZlib
import RunRecords

/// Reads the records of a Weights & Biases run file, which lie in blocks as those of LevelDB's log.
///
/// A record is cut into fragments where a block ends; each fragment has a checksum. Damage costs the records of one
/// block.
struct WandbRecordReader {
  private let input: LogInput
  private var offset = 0
  private var fragments: [UInt8] = []
  private var isWithinRecord = false
  private var firstDamage: Int?
  private var damageCount = 0
  private var isCutOff = false

  static let signature: [UInt8] = Array(":W&B".utf8)
  private static let fileHeaderSize = 7
  private static let blockSize = 32_768
  private static let headerSize = 7
  /// The most bytes of a record that is held.
  private static let largest = 64 << 20

  private enum Fragment: UInt8 {
    case full = 1
    case first = 2
    case middle = 3
    case last = 4
  }

  init(_ input: LogInput) {
    self.input = input
  }

  /// What was left out.
  var notes: [RunNote] {
    var notes: [RunNote] = []
    if let firstDamage {
      let what = damageCount == 1 ? "One block is" : "\(damageCount) blocks are"
      notes.append(
        RunNote(
          .droppedRows, "\(what) damaged and left out, the first at byte \(firstDamage) of \(input.name)."))
    }
    if isCutOff {
      notes.append(RunNote(.droppedRows, "\(input.name) ends within a record, which is left out."))
    }
    return notes
  }

  /// The next whole record; `nil` at the end.
  mutating func next() throws(LogError) -> [UInt8]? {
    if offset == 0 { try take(Self.fileHeaderSize) }
    while true {
      let left = Self.blockSize - offset % Self.blockSize
      if left < Self.headerSize {
        try take(left)
        continue
      }
      try fill(Self.headerSize)
      let header = input.window.prefix(Self.headerSize)
      guard header.count == Self.headerSize else {
        isCutOff = isCutOff || !header.isEmpty || isWithinRecord
        return nil
      }
      let stored = LittleEndian.integer(header.prefix(4))
      let length = Int(header[4]) | Int(header[5]) << 8
      let type = header[6]
      if stored == 0, length == 0, type == 0 {
        // Space that was reserved and never written.
        try take(left)
        continue
      }
      guard length <= left - Self.headerSize else {
        try dropBlock(left)
        continue
      }
      try fill(Self.headerSize + length)
      guard input.window.count >= Self.headerSize + length else {
        isCutOff = true
        return nil
      }
      let checked = Array(input.window[6..<Self.headerSize + length])
      guard let fragment = Fragment(rawValue: type), Self.checksum(checked) == stored else {
        try dropBlock(left)
        continue
      }
      try take(Self.headerSize + length)
      if let record = append(checked.dropFirst(), as: fragment) { return record }
    }
  }

  /// Puts a fragment to those before it.
  ///
  /// - Returns: The record, if this was its last fragment.
  private mutating func append(_ data: ArraySlice<UInt8>, as fragment: Fragment) -> [UInt8]? {
    switch fragment {
    case .full:
      isWithinRecord = false
      return Array(data)
    case .first:
      fragments = Array(data)
      isWithinRecord = true
    case .middle, .last:
      // The beginning of the record was damaged, or it is too large to be held.
      guard isWithinRecord else { return nil }
      guard fragments.count + data.count <= Self.largest else {
        drop()
        return nil
      }
      fragments += data
    }
    guard fragment == .last else { return nil }
    defer { drop() }
    return fragments
  }

  private mutating func noteDamage() {
    firstDamage = firstDamage ?? offset
    damageCount += 1
  }

  private mutating func drop() {
    fragments = []
    isWithinRecord = false
  }

  private mutating func dropBlock(_ left: Int) throws(LogError) {
    noteDamage()
    drop()
    try take(left)
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt64 {
    UInt64(truncatingIfNeeded: crc32(0, bytes, UInt32(clamping: bytes.count)))
  }

  private mutating func fill(_ count: Int) throws(LogError) {
    while input.window.count < count, !input.isAtEnd { try input.extend() }
  }

  /// Takes bytes from the log, fewer at its end.
  private mutating func take(_ count: Int) throws(LogError) {
    try fill(count)
    let taken = min(count, input.window.count)
    input.consume(taken)
    offset += taken
    // At the end nothing follows in this block: the next one is empty.
    if taken < count { offset += count - taken }
  }
}
