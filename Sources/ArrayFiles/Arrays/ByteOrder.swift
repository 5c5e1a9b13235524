/// Which byte of a number comes first.
enum ByteOrder: Sendable, Hashable {
  case little, big

  /// The order of the machine that the program runs on.
  static let host: ByteOrder = 1.littleEndian == 1 ? .little : .big
}
