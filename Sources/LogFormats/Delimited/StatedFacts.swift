import RunRecords

extension RunFacts {
  /// The facts that comments above a table state, such as `# classes: 10`, as training with this package writes
  /// them.
  init(above head: LogHead) {
    self.init()
    for line in head.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard line.first == UInt8(ascii: "#") else { return }
      read(String(decoding: line.dropFirst(), as: UTF8.self))
    }
  }
}
