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

  /// Writes pieces one after the other; folders on the way are made where there are none.
  ///
  /// - Parameter survivesPowerLoss: Whether to wait until the disk has the bytes, as for what cannot be made again.
  /// - Throws: ``SystemError``, `EISDIR` for a folder; what was at the path before is still there then.
  package func replace(
    with pieces: [ArraySlice<UInt8>], survivesPowerLoss: Bool = true
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
    try FolderPath(of: target).create()
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

  private func openTemporary(beside target: String) throws(SystemError) -> (OpenFile, String) {
    let folder = FolderPath(of: target)
    // A name of its own length: one made from the target's could be too long.
    while true {
      let temporary = folder.path + ".\(String(UInt64.random(in: 0 ... .max), radix: 36)).tmp"
      do {
        return (try OpenFile(temporary, O_WRONLY | O_CREAT | O_EXCL), temporary)
      } catch {
        guard error.code == EEXIST else { throw error }
      }
    }
  }

  /// Makes the new name last; not every file system can do that for a folder, and the file itself is safe.
  private func syncFolder(of target: String) {
    guard let folder = try? OpenFile(FolderPath(of: target).path, O_RDONLY) else { return }
    fsync(folder.descriptor)
    close(folder.descriptor)
  }
}
