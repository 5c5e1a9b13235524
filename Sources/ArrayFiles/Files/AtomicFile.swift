#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a file that appears whole or not at all.
///
/// The bytes go to a file of another name in the same folder, which takes the place of the old one when it
/// has reached the disk. A device or a pipe is written to as it is.
struct AtomicFile {
  let path: String

  /// Writes pieces one after the other.
  ///
  /// - Throws: ``ArrayFileError`` `unwritable` or `isFolder`; what was at the path before is still there then.
  func replace(with pieces: [ArraySlice<UInt8>]) throws(ArrayFileError) {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw FileProblem.folder(path) }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileProblem.writing(path, code: errno) }
      defer { close(descriptor) }
      guard append(pieces, to: descriptor) else { throw FileProblem.writing(path, code: errno) }
      return
    }
    let target = resolved
    let (descriptor, temporary) = try openTemporary(beside: target)
    var isDone = append(pieces, to: descriptor) && fsync(descriptor) == 0
    // The new file keeps the permissions of the one that it replaces.
    if isDone, exists { isDone = fchmod(descriptor, status.st_mode & 0o7777) == 0 }
    var code = errno
    if close(descriptor) != 0, isDone {
      isDone = false
      code = errno
    }
    if isDone, rename(temporary, target) != 0 {
      isDone = false
      code = errno
    }
    guard isDone else {
      unlink(temporary)
      throw FileProblem.writing(path, code: code)
    }
    syncFolder(of: target)
  }

  /// The file that the path stands for, all links followed; the path itself if there is none yet.
  private var resolved: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The folder of a file, with a slash at its end.
  private func folder(of file: String) -> String {
    file.lastIndex(of: "/").map { String(file[...$0]) } ?? "./"
  }

  private func openTemporary(beside target: String) throws(ArrayFileError) -> (Int32, String) {
    // A name of its own length: one made from the target's could be too long.
    while true {
      let temporary = folder(of: target) + ".\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, temporary) }
      guard errno == EEXIST else { throw FileProblem.writing(path, code: errno) }
    }
  }

  /// Writes everything; `false` with `errno` set if that fails.
  private func append(_ pieces: [ArraySlice<UInt8>], to descriptor: Int32) -> Bool {
    pieces.allSatisfy { piece in
      piece.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
          let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
          if count >= 0 {
            rest = rest.dropFirst(count)
          } else if errno != EINTR {
            return false
          }
        }
        return true
      }
    }
  }

  /// Makes the new name last; not every file system can do that for a folder, and the file itself is safe.
  private func syncFolder(of target: String) {
    let descriptor = open(folder(of: target), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
