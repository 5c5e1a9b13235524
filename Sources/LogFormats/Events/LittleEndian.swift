/// Reads integers whose lowest byte is stored first.
enum LittleEndian {
  /// The integer of the bytes, of which at most eight count.
  static func integer(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes.prefix(8) {
      value |= UInt64(byte) << shift
      shift += 8
    }
    return value
  }
}
