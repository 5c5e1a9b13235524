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
  private var text: RecordText?

  /// Opens a file for a run, with the epochs that it already has.
  ///
  /// A file that holds nothing and a device may always be written to; a record may be gone on with where it has the
  /// same epochs, and what it has beyond them is dropped. Everything else is kept unless `replacing`, and what another
  /// run is writing to is always kept.
  /// - Throws: ``TrainingError`` where there is a file that may not be replaced, or none can be written.
  init(path: String, replacing: Bool, facts: RunFacts, epochs: [EpochRecord]) throws(TrainingError) {
    self.path = path
    self.facts = facts
    let text = epochs.first.map { RecordText(facts: facts, first: $0) }
    self.text = text
    let opened = try Self.openAlone(path)
    do throws(TrainingError) {
      if !replacing { try Self.checkReplaceable(path, by: epochs.compactMap { text?.row($0) }) }
      guard let text else {
        try Self.empty(opened, path)
        file = opened
        return
      }
      // Whole or not at all: a record is not lost where going on with it fails.
      try Self.replace(path, with: text.head + epochs.map(text.row).joined())
      file = try Self.openAlone(path)
    } catch {
      close(opened.descriptor)
      throw error
    }
    close(opened.descriptor)
  }

  /// Opens a file as it is, or makes it, for one run at a time: the rows of two would mix.
  private static func openAlone(_ path: String) throws(TrainingError) -> OpenFile {
    let file: OpenFile
    let status: stat
    do {
      try FolderPath(of: path).create()
      file = try OpenFile(path, O_WRONLY | O_CREAT | O_APPEND)
      status = try file.status()
    } catch {
      throw .unwritableRecord(path: path, reason: "\(error)")
    }
    // A device keeps no rows, and not every file system has locks.
    guard status.st_mode & S_IFMT == S_IFREG, flock(file.descriptor, LOCK_EX | LOCK_NB) != 0,
      errno == EWOULDBLOCK
    else { return file }
    close(file.descriptor)
    throw .recordInUse(path: path)
  }

  private static func empty(_ file: OpenFile, _ path: String) throws(TrainingError) {
    do {
      guard try file.status().st_size > 0, ftruncate(file.descriptor, 0) != 0 else { return }
      throw SystemError.last
    } catch {
      throw .unwritableRecord(path: path, reason: "\(error)")
    }
  }

  private static func replace(_ path: String, with content: String) throws(TrainingError) {
    do {
      try AtomicFile(path: path).replace(with: [Array(content.utf8)[...]])
    } catch {
      throw .unwritableRecord(path: path, reason: "\(error)")
    }
  }

  /// Checks that a file is no record of another run.
  private static func checkReplaceable(_ path: String, by rows: [String]) throws(TrainingError) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return }
    guard !rows.isEmpty else { throw .recordExists(path: path) }
    let content: [UInt8]
    do {
      content = try FileBytes.contents(of: path)
    } catch {
      throw .unwritableRecord(path: path, reason: error.problem)
    }
    let found = RecordText.rows(of: String(decoding: content, as: UTF8.self))
    let agreeing = zip(found, rows).prefix { $0 == $1 }.count
    guard agreeing > 0, agreeing == min(found.count, rows.count) else {
      throw .recordOfAnotherRun(path: path)
    }
  }

  /// Writes an epoch and waits until it has reached the disk.
  func append(_ epoch: EpochRecord) throws(TrainingError) {
    var line = ""
    let text = self.text ?? RecordText(facts: facts, first: epoch)
    if self.text == nil { line += text.head }
    self.text = text
    line += text.row(epoch)
    do {
      try file.writeAll(Array(line.utf8)[...])
      try file.synchronize()
    } catch {
      throw .unwritableRecord(path: path, reason: "\(error)")
    }
  }

  deinit {
    close(file.descriptor)
  }
}
