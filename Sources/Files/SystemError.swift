#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An error of the operating system by its number, described in the system's words.
package struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
  package let code: Int32

  package init(code: Int32) {
    self.code = code
  }

  /// The error of the call that has just failed.
  package static var last: SystemError { SystemError(code: errno) }

  package var description: String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
  }
}
