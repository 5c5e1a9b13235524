#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file, pipe or terminal that is open, by its descriptor; whoever opens it closes it.
///
/// Calls that a signal interrupts are made again.
package struct OpenFile: Sendable {
  package let descriptor: Int32

  /// A file that is open already.
  package init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - flags: how, such as `O_RDONLY`; a program that is started does not inherit the descriptor.
  ///   - permissions: those of a file that is created, less what the user's mask takes away.
  package init(_ path: String, _ flags: Int32, permissions: mode_t = 0o666) throws(SystemError) {
    descriptor = open(path, flags | O_CLOEXEC, permissions)
    guard descriptor >= 0 else { throw .last }
  }

  package func status() throws(SystemError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    return status
  }

  /// Reads what there is, up to the size of the buffer; 0 bytes at the end.
  package func readSome(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .last }
    }
  }

  /// Reads as many bytes as asked for, fewer only at the end.
  package func bytes(upTo most: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      let whole = UnsafeMutableRawBufferPointer(buffer)
      do throws(SystemError) {
        while count < most {
          let piece = try readSome(into: UnsafeMutableRawBufferPointer(rebasing: whole[count...]))
          if piece == 0 { break }
          count += piece
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Makes the next read begin at the first byte again.
  package func rewind() throws(SystemError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .last }
  }

  /// Writes everything.
  package func writeAll(_ bytes: ArraySlice<UInt8>) throws(SystemError) {
    let failure: SystemError? = bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          return .last
        }
      }
      return nil
    }
    if let failure { throw failure }
  }

  /// Waits until what was written has reached the disk; a device or a pipe has none to reach.
  package func synchronize() throws(SystemError) {
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw .last }
  }
}
