/// The names of the arrays in the beginning of a `.npz` archive.
enum NumPyMembers {
  /// How to write such an archive, for messages.
  static let savez = "numpy.savez(\"history.npz\", train_loss=..., val_loss=...)"

  private static let signature = Array("PK\u{3}\u{4}".utf8)
  private static let suffix = Array(".npy".utf8)

  /// The pickle in a `.npy` file of objects, as `numpy.save` makes one of a dictionary; `nil` for numbers.
  static func pickle(in file: [UInt8]) -> [UInt8]? {
    guard file.count > 12 else { return nil }
    let begin = file[6] == 1 ? 10 : 12
    let length = file[8..<begin].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length < 4_096, begin + length < file.count else { return nil }
    let header = String(decoding: file[begin..<begin + length], as: UTF8.self)
    return header.contains("'|O'") ? Array(file[(begin + length)...]) : nil
  }

  /// The names without `.npy`; none for other archives, such as spreadsheets and checkpoints.
  static func names(in head: LogHead) -> [String] {
    guard head.starts(with: signature) else { return [] }
    let bytes = head.bytes
    var names: [String] = []
    var start = 0
    // Entries are found by their signature: the sizes that would lead to the next one may be left out.
    while let offset = bytes[start...].firstIndex(of: signature[0]) {
      start = offset + 1
      guard bytes[offset...].starts(with: signature), bytes.count - offset >= 30 else { continue }
      let length = Int(bytes[offset + 26]) | Int(bytes[offset + 27]) << 8
      let name = bytes[(offset + 30)...].prefix(length)
      guard name.count == length, name.suffix(4).elementsEqual(suffix) else {
        if names.isEmpty { return [] }
        continue
      }
      names.append(String(decoding: name.dropLast(4), as: UTF8.self))
    }
    return names
  }
}
