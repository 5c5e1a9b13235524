/// A progress bar with a text behind it on the same line, as where the bar goes to the standard error, the text to
/// the standard output, and both to one file.
enum GluedBar {
  /// The place of the text in ` 17%|#   | 20/120 [00:02<00:11,  8.92it/s]{'loss': 2.18}`; `nil` for any other line.
  static func end(in line: [UInt8]) -> Int? {
    guard let percent = line.firstIndex(of: UInt8(ascii: "%")), percent + 1 < line.count,
      line[percent + 1] == UInt8(ascii: "|"),
      let open = line[percent...].firstIndex(of: UInt8(ascii: "["))
    else { return nil }
    var depth = 0
    for index in open..<line.count {
      if line[index] == UInt8(ascii: "[") { depth += 1 }
      if line[index] == UInt8(ascii: "]") { depth -= 1 }
      guard depth == 0 else { continue }
      let rest = line[(index + 1)...]
      return rest.contains { $0 > 0x20 } ? index + 1 : nil
    }
    return nil
  }
}
