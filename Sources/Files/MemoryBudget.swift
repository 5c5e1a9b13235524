#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps a size that a file announces from ending the program for lack of memory.
package enum MemoryBudget {
  /// Whether so many bytes fit the machine's memory at all.
  package static func holds(_ byteCount: Int) -> Bool { byteCount <= machine }

  private static let machine: Int = {
    let (bytes, overflows) = sysconf(Int32(_SC_PHYS_PAGES))
      .multipliedReportingOverflow(by: sysconf(Int32(_SC_PAGESIZE)))
    // Where the system does not tell, nothing is refused.
    return overflows || bytes <= 0 ? .max : bytes
  }()
}
