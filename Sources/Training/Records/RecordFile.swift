import RunRecords

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A run record on disk, written epoch by epoch: a killed run loses at most the epoch in flight.
///
/// A CSV file with a column for each metric below what is known of the run, as `atml-diagnose` reads it.
final class RecordFile {
  private let path: String
  private let descriptor: Int32
  private let facts: RunFacts
  private var columns: [RecordColumn]?

  /// Opens a file for a run, with the epochs that it already has.
  ///
  /// - Throws: ``TrainingError`` where there is a file that may not be replaced, or none can be written.
  init(path: String, replacing: Bool, facts: RunFacts, epochs: [EpochRecord]) throws(TrainingError) {
    self.path = path
    self.facts = facts
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_APPEND | (replacing ? O_TRUNC : O_EXCL)
    descriptor = open(path, flags, 0o666)
    guard descriptor >= 0 else {
      throw errno == EEXIST ? .recordExists(path: path) : .unwritableRecord(path: path, reason: Self.reason)
    }
    for epoch in epochs { try append(epoch) }
  }

  /// Writes an epoch and waits until it has reached the disk.
  func append(_ epoch: EpochRecord) throws(TrainingError) {
    var text = ""
    let columns = self.columns ?? RecordColumn.columns(for: epoch)
    if self.columns == nil {
      for statement in facts.statements { text += "# \(statement)\n" }
      text += (["epoch"] + columns.map(\.name)).joined(separator: ",") + "\n"
      self.columns = columns
    }
    let cells = columns.map { column in column.value(epoch).map { "\($0)" } ?? "" }
    text += (["\(epoch.epoch)"] + cells).joined(separator: ",") + "\n"
    guard write(text), fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
      throw .unwritableRecord(path: path, reason: Self.reason)
    }
  }

  private func write(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Self.write(descriptor, UnsafeBufferPointer(rebasing: rest))
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }

  // Inside the class the C function goes by the name of the method.
  private static func write(_ descriptor: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }

  private static var reason: String {
    strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}
