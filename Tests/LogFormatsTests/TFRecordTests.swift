import Testing

@testable import LogFormats

struct TFRecordTests {
  private let one = EventExample.record([1, 2, 3])
  private let other = EventExample.record([4, 5])

  @Test func `the checksum is CRC-32C`() {
    #expect(CRC32C.checksum(Array("123456789".utf8)) == 0xE306_9283)
    #expect(CRC32C.checksum([]) == 0)
  }

  @Test func `records come in order, empty ones too`() throws {
    #expect(try records(one + EventExample.record([]) + other).data == [[1, 2, 3], [], [4, 5]])
  }

  @Test(arguments: 1..<19)
  func `a record that is cut off is left out`(count: Int) throws {
    let (data, notes) = try records(one + one.prefix(count))
    #expect(data == [[1, 2, 3]])
    #expect(notes == ["log ends within the record at byte 19, which is left out."])
  }

  @Test func `a record with wrong data is left out, and those behind it are read`() throws {
    var damaged = one
    damaged[13] ^= 1
    let (data, notes) = try records(other + damaged + damaged + other)
    #expect(data == [[4, 5], [4, 5]])
    #expect(notes == ["2 records are damaged and left out, the first at byte 18 of log."])
  }

  @Test func `reading stops at a damaged length`() throws {
    var damaged = one
    damaged[0] ^= 1
    let (data, notes) = try records(other + damaged + other)
    #expect(data == [[4, 5]])
    #expect(notes == ["The length of the record at byte 18 of log is damaged: what follows is left out."])
    #expect(throws: LogError.self) { try records(damaged) }
  }

  @Test(arguments: [UInt64.max, UInt64.max - 12, 1 << 63, 1 << 62, 1 << 40, 64 << 20 + 1] as [UInt64])
  func `a gigantic length is no reason to hold anything`(length: UInt64) throws {
    let (data, notes) = try records(one + header(length) + [1, 2, 3])
    #expect(data == [[1, 2, 3]])
    #expect(notes.count == 1)
  }

  @Test func `a record too large to be held is stepped over`() throws {
    let size = 64 << 20 + 1
    let large = header(UInt64(size)) + [UInt8](repeating: 0, count: size + 4)
    #expect(try records(one + large + other).data == [[1, 2, 3], [4, 5]])
  }

  private func header(_ length: UInt64) -> [UInt8] {
    let bytes = withUnsafeBytes(of: length.littleEndian) { Array($0) }
    return bytes + withUnsafeBytes(of: CRC32C.masked(bytes).littleEndian) { Array($0) }
  }

  private func records(_ bytes: [UInt8]) throws -> (data: [[UInt8]], notes: [String]) {
    var reader = TFRecordReader(try LogInput(bytes: bytes, name: "log"))
    var data: [[UInt8]] = []
    while let record = try reader.next() { data.append(record) }
    return (data, reader.notes.map(\.text))
  }
}
