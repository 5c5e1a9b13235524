import CSQLite
import Foundation
import LogFormats
import RunRecords
import TestSupport
import Testing

/// An example of a card as a log that can be read: in memory, or in a folder of its own.
struct ExampleLog {
  let example: FormatExample
  private let folder: ScratchFolder

  init(_ example: FormatExample) throws {
    self.example = example
    folder = try ScratchFolder()
    switch example.content {
    case .bytes, .address: break
    case .folder(let files):
      for file in files { try folder.write(file.bytes, to: example.fileName + "/" + file.path) }
    case .database(let statements):
      try makeDatabase(folder(example.fileName), statements)
    }
  }

  func read() throws -> RunRecord {
    if case .bytes(let bytes) = example.content {
      return try FormatShelf.standard.read(bytes: bytes, name: example.fileName)
    }
    if case .address = example.content { return try FormatShelf.standard.read(path: example.fileName) }
    return try FormatShelf.standard.read(path: folder(example.fileName))
  }

  /// The message of an error, with the example's own name for its place.
  func message(of error: LogError) -> String {
    error.description.replacing(folder.path + "/", with: "")
  }
}

/// Makes an SQLite database by statements.
func makeDatabase(_ path: String, _ statements: String) throws {
  var database: OpaquePointer?
  try #require(sqlite3_open(path, &database) == SQLITE_OK)
  defer { sqlite3_close(database) }
  try #require(sqlite3_exec(database, statements, nil, nil, nil) == SQLITE_OK)
}
