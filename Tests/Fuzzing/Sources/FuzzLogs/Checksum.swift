/// The cyclic checksums of records, written anew after an input was changed.
enum Checksum {
  /// CRC-32C of TensorBoard's records and CRC-32 of the others, by their reflected polynomials.
  private static let castagnoli = table(0x82F6_3B78)
  private static let common = table(0xEDB8_8320)

  private static func table(_ polynomial: UInt32) -> [UInt32] {
    (0..<256).map { byte in
      (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ polynomial : rest >> 1 }
    }
  }

  private static func of(_ bytes: some Sequence<UInt8>, _ table: [UInt32]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }

  /// Walks over the records of a TFRecord file.
  static func repairRecords(_ file: UnsafeMutableRawBufferPointer) {
    var offset = 0
    while file.count - offset >= 16 {
      store(masked(file[offset..<offset + 8]), in: file, at: offset + 8)
      let length = file.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      guard length <= UInt64(file.count - offset - 16) else { return }
      let end = offset + 12 + Int(length)
      store(masked(file[offset + 12..<end]), in: file, at: end)
      offset = end + 4
    }
  }

  /// Walks over the fragments of a Weights & Biases file.
  static func repairBlocks(_ file: UnsafeMutableRawBufferPointer) {
    var offset = 7
    while file.count - offset >= 7 {
      let left = 32_768 - offset % 32_768
      let length = Int(file[offset + 4]) | Int(file[offset + 5]) << 8
      guard left >= 7, length <= left - 7 else {
        offset += left
        continue
      }
      guard offset + 7 + length <= file.count else { return }
      store(of(file[offset + 6..<offset + 7 + length], common), in: file, at: offset)
      offset += 7 + length
    }
  }

  /// Walks over the blocks of a gzip archive whose data were stored as they are.
  static func repairMember(_ file: UnsafeMutableRawBufferPointer) {
    var offset = 10
    var data: [UInt8] = []
    while file.count - offset >= 5 {
      let isLast = file[offset] == 1
      let length = Int(file[offset + 1]) | Int(file[offset + 2]) << 8
      let end = offset + 5 + length
      guard isLast || file[offset] == 0, end <= file.count else { return }
      data += file[offset + 5..<end]
      offset = end
      if isLast, file.count - offset >= 8 {
        store(of(data, common), in: file, at: offset)
        store(UInt32(truncatingIfNeeded: data.count), in: file, at: offset + 4)
        return
      }
    }
  }

  /// Bytes as a gzip archive (RFC 1952) that stores them as they are, so that changing it changes them.
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var archive: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    for start in stride(from: 0, to: bytes.count, by: 0x4000) {
      let block = bytes[start..<min(start + 0x4000, bytes.count)]
      let length = UInt16(block.count)
      archive.append(block.endIndex == bytes.count ? 1 : 0)
      for number in [length, ~length] { archive += [UInt8(number & 0xFF), UInt8(number >> 8)] }
      archive += block
    }
    archive += [UInt8](repeating: 0, count: 8)
    archive.withUnsafeMutableBytes { repairMember($0) }
    return archive
  }

  private static func masked(_ bytes: some Sequence<UInt8>) -> UInt32 {
    let plain = of(bytes, castagnoli)
    return (plain >> 15 | plain << 17) &+ 0xA282_EAD8
  }

  private static func store(_ checksum: UInt32, in file: UnsafeMutableRawBufferPointer, at offset: Int) {
    file.storeBytes(of: checksum.littleEndian, toByteOffset: offset, as: UInt32.self)
  }
}
