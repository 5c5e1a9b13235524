import CSQLite
import Files
import Texts

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An SQLite database opened for reading; it is closed when its last user is gone.
final class SQLiteDatabase {
  private let handle: OpaquePointer
  private let source: String

  /// How long another program may keep the database locked, in milliseconds.
  private static let patience: Int32 = 5_000
  /// The most bytes of a text or a row; what a column of a database computes may be of any length.
  private static let longestValue: Int32 = 16 << 20

  /// Opens the database of a file.
  ///
  /// - Throws: ``LogError`` if it cannot be opened or is no database.
  init(path: String) throws(LogError) {
    // A database that has a log of its own, and none at the moment, is not being written: opened as one that nobody
    // changes, it needs no files beside it, and none are left there.
    let isSettled = try Self.hasLog(path) && FileKind(Self.resolved(path) + "-wal") == .absent
    handle = try Self.open(path, parameters: isSettled ? "mode=ro&immutable=1" : "mode=ro")
    source = path
    sqlite3_busy_timeout(handle, Self.patience)
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Self.longestValue)
    // What the schema of a file from outside says is not run.
    sqlite3_exec(handle, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON", nil, nil, nil)
  }

  deinit { sqlite3_close_v2(handle) }

  /// The names of the tables.
  func tables() throws(LogError) -> [String] {
    var names: [String] = []
    try forEachRow("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name") { row in
      if names.count < 10_000 { names.append(row.text(0) ?? "") }
    }
    return names
  }

  /// The names of the columns of a table.
  func columns(of table: String) throws(LogError) -> Set<String> {
    var names: Set<String> = []
    try forEachRow("SELECT name FROM pragma_table_info(?)", [table]) { row in
      if let name = row.text(0) { names.insert(name) }
    }
    return names
  }

  /// Runs a query and hands over its rows one after the other; none is kept.
  ///
  /// - Throws: ``LogError`` with SQLite's own words.
  func forEachRow(
    _ query: String, _ arguments: [String] = [], _ take: (SQLiteRow) -> Void
  ) throws(LogError) {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(handle, query, -1, &prepared, nil) == SQLITE_OK, let prepared else {
      throw failure
    }
    defer { sqlite3_finalize(prepared) }
    for (index, argument) in arguments.enumerated() {
      // SQLite keeps a copy of the text.
      let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      guard sqlite3_bind_text(prepared, Int32(index + 1), argument, -1, copies) == SQLITE_OK else {
        throw failure
      }
    }
    while true {
      switch sqlite3_step(prepared) {
      case SQLITE_ROW: take(SQLiteRow(statement: prepared))
      case SQLITE_DONE: return
      default: throw failure
      }
    }
  }

  /// What SQLite says about the last call.
  private var failure: LogError {
    let code = sqlite3_errcode(handle)
    let message = PrintableText.masked(String(cString: sqlite3_errmsg(handle)))
    let isLocked = code == SQLITE_BUSY || code == SQLITE_LOCKED
    return LogError(
      isLocked || code == SQLITE_CANTOPEN ? .unreadable : .malformed, source: source,
      "the SQLite database cannot be read: \(message)",
      advice: isLocked
        ? "Try again when the program that writes it is done."
        : "Test it by sqlite3 FILE 'PRAGMA integrity_check', or read a copy of it made by sqlite3 FILE '.backup COPY'."
    )
  }

  private static func open(_ path: String, parameters: String) throws(LogError) -> OpaquePointer {
    var handle: OpaquePointer?
    let uri = "file:\(encoded(path))?\(parameters)"
    let result = sqlite3_open_v2(uri, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nil)
    guard result == SQLITE_OK, let handle else {
      sqlite3_close_v2(handle)
      throw LogError(
        .unreadable, source: path,
        "the SQLite database cannot be opened: \(PrintableText.masked(String(cString: sqlite3_errstr(result))))"
      )
    }
    return handle
  }

  /// Whether what is written to a database goes to a file beside it first, as its header says.
  private static func hasLog(_ path: String) throws(LogError) -> Bool {
    let header = try LogInput(path: path).head.bytes
    return header.count > 19 && header[19] == 2
  }

  /// The path with links followed, as SQLite names the files beside a database.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A path for a `file:` URI.
  private static func encoded(_ path: String) -> String {
    // A path that begins with two slashes would be read as the name of a host.
    let isRooted = path.hasPrefix("/")
    let rest = isRooted ? path.drop { $0 == "/" } : path[...]
    return (isRooted ? "/" : "") + PercentEncoding.encode(rest, keeping: "/")
  }
}
