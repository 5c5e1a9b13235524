import ATMLDiagnose

extension ReadingOptions {
  /// Reads a log by its path; `-` is standard input.
  func read(_ log: String) throws(LogError) -> RunRecord {
    let shelf = FormatShelf.standard
    return log == "-"
      ? try shelf.read(standardInput: 0, options: self) : try shelf.read(path: log, options: self)
  }
}
