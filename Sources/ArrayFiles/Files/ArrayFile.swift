import Files

/// A file of numbers, read and written as a whole.
struct ArrayFile {
  let path: String

  /// - Throws: ``ArrayFileError`` `notFound`, `unreadable` or `isFolder`.
  func contents() throws(ArrayFileError) -> [UInt8] {
    do {
      return try FileBytes.contents(of: path)
    } catch {
      throw ArrayFileError(error, path: path)
    }
  }

  /// Writes pieces one after the other; the file appears whole or not at all.
  ///
  /// - Throws: ``ArrayFileError`` `unwritable` or `isFolder`; what was at the path before is still there then.
  func replace(with pieces: [ArraySlice<UInt8>]) throws(ArrayFileError) {
    do {
      try AtomicFile(path: path).replace(with: pieces)
    } catch {
      throw ArrayFileError(.writing(error), path: path)
    }
  }
}
