#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The whole content of a file, by one read.
///
/// Not mapped: a file that another process cuts short while it is mapped would end the program.
package enum FileBytes {
  /// The most that is read from a pipe, whose size nobody knows beforehand.
  private static let longestPipe = 4 << 30

  /// - Throws: ``FileProblem`` `notFound`, `unreadable`, `interrupted` or `isFolder`.
  package static func contents(of path: String) throws(FileProblem) -> [UInt8] {
    let file: OpenFile
    do {
      file = try OpenFile(path, O_RDONLY)
    } catch {
      throw .opening(path, error)
    }
    defer { close(file.descriptor) }
    let status: stat
    do {
      status = try file.status()
    } catch {
      throw .reading(error)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      let size = Int(status.st_size)
      guard MemoryBudget.holds(size) else {
        throw FileProblem(.unreadable, "the file is larger than the memory", found: "\(size) bytes")
      }
      return try bytes(of: file, upTo: size)
    case S_IFDIR: throw .folder
    case S_IFIFO: return try drain(file)
    default: throw FileProblem(.unreadable, "this is a device, not a file")
    }
  }

  private static func bytes(of file: OpenFile, upTo size: Int) throws(FileProblem) -> [UInt8] {
    do {
      return try file.bytes(upTo: size)
    } catch {
      throw .reading(error)
    }
  }

  private static func drain(_ file: OpenFile) throws(FileProblem) -> [UInt8] {
    var whole: [UInt8] = []
    while true {
      let piece = try bytes(of: file, upTo: 1 << 20)
      if piece.isEmpty { return whole }
      guard whole.count + piece.count <= longestPipe else {
        throw FileProblem(
          .unreadable, "the pipe brings more than 4 GiB", advice: "Write it to a file first.")
      }
      whole += piece
    }
  }
}
