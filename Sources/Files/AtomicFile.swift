#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a file that appears whole or not at all.
///
/// The bytes go to a file of another name in the same folder, which takes the place of the old one when it is
/// complete. A device or a pipe is written to as it is.
package struct AtomicFile: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// Writes pieces one after the other.
  ///
  /// - Parameters:
  ///   - createsFolders: Whether folders on the way are made where there are none.
  ///   - survivesPowerLoss: Whether to wait until the disk has the bytes, as for what cannot be made again.
  /// - Throws: ``SystemError``, `EISDIR` for a folder; what was at the path before is still there then.
  package func replace(
    with pieces: [ArraySlice<UInt8>], createsFolders: Bool = false, survivesPowerLoss: Bool = true
  ) throws(SystemError) {
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw SystemError(code: EISDIR) }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      let device = try OpenFile(path, O_WRONLY)
      defer { close(device.descriptor) }
      for piece in pieces { try device.writeAll(piece) }
      return
    }
    let target = resolved
    if createsFolders { try Self.createFolder(Self.folder(of: target)) }
    let (file, temporary) = try openTemporary(beside: target)
    do throws(SystemError) {
      // The new file keeps the permissions of the one that it replaces.
      try finish(
        file, pieces, permissions: exists ? status.st_mode & 0o7777 : nil,
        isSynchronized: survivesPowerLoss)
      guard rename(temporary, target) == 0 else { throw .last }
    } catch {
      unlink(temporary)
      throw error
    }
    if survivesPowerLoss { syncFolder(of: target) }
  }

  /// Writes and closes the file.
  private func finish(
    _ file: OpenFile, _ pieces: [ArraySlice<UInt8>], permissions: mode_t?, isSynchronized: Bool
  ) throws(SystemError) {
    do throws(SystemError) {
      for piece in pieces { try file.writeAll(piece) }
      if isSynchronized { try file.synchronize() }
      if let permissions, fchmod(file.descriptor, permissions) != 0 { throw .last }
    } catch {
      close(file.descriptor)
      throw error
    }
    guard close(file.descriptor) == 0 else { throw .last }
  }

  /// The file that the path stands for, all links followed; the path itself if there is none yet.
  private var resolved: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The folder of a file, with a slash at its end.
  private static func folder(of file: String) -> String {
    file.lastIndex(of: "/").map { String(file[...$0]) } ?? "./"
  }

  /// Makes a folder and those that it is in; one that is there already is left as it is.
  private static func createFolder(_ path: String) throws(SystemError) {
    if access(path, F_OK) == 0 || mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    let parent = folder(of: String(path.reversed().drop { $0 == "/" }.reversed()))
    guard errno == ENOENT, parent.count < path.count else { throw .last }
    try createFolder(parent)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last }
  }

  private func openTemporary(beside target: String) throws(SystemError) -> (OpenFile, String) {
    // A name of its own length: one made from the target's could be too long.
    while true {
      let temporary =
        Self.folder(of: target) + ".\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
      do {
        return (try OpenFile(temporary, O_WRONLY | O_CREAT | O_EXCL), temporary)
      } catch {
        guard error.code == EEXIST else { throw error }
      }
    }
  }

  /// Makes the new name last; not every file system can do that for a folder, and the file itself is safe.
  private func syncFolder(of target: String) {
    guard let folder = try? OpenFile(Self.folder(of: target), O_RDONLY) else { return }
    fsync(folder.descriptor)
    close(folder.descriptor)
  }
}
