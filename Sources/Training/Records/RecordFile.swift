import Files
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
  private let file: OpenFile
  private let facts: RunFacts
  private var columns: [RecordColumn]?

  /// Opens a file for a run, with the epochs that it already has.
  ///
  /// - Throws: ``TrainingError`` where there is a file that may not be replaced, or none can be written.
  init(path: String, replacing: Bool, facts: RunFacts, epochs: [EpochRecord]) throws(TrainingError) {
    self.path = path
    self.facts = facts
    do {
      try FolderPath(of: path).create()
      file = try OpenFile(path, O_WRONLY | O_CREAT | O_APPEND | (replacing ? O_TRUNC : O_EXCL))
    } catch {
      throw error.code == EEXIST
        ? .recordExists(path: path) : .unwritableRecord(path: path, reason: "\(error)")
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
    do {
      try file.writeAll(Array(text.utf8)[...])
      try file.synchronize()
    } catch {
      throw .unwritableRecord(path: path, reason: "\(error)")
    }
  }

  deinit {
    close(file.descriptor)
  }
}
