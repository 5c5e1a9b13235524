extension LogInput {
  /// The path of the SQLite database that the input is.
  ///
  /// - Throws: ``LogError`` `unreadable` for a stream or a file of an archive, which SQLite cannot open.
  func databasePath() throws(LogError) -> String {
    if let path { return path }
    throw LogError(
      .unreadable, source: source, "an SQLite database is not read from a stream or an archive",
      advice: "Name its file, unpacked.")
  }
}
