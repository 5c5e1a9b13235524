#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension MatrixKernels {
  /// The variable of the environment that OpenBLAS reads while it is loaded.
  private static let variable = "OPENBLAS_CORETYPE"

  /// Starts the command anew in the same process, told to use better kernels, where there are any and nobody has named
  /// others; goes on where that fails.
  ///
  /// For the beginning of a command, before it has read or written anything.
  package static func restartWithBetter() {
    guard let better, getenv(variable) == nil, setenv(variable, better.rawValue, 0) == 0 else { return }
    #if os(Linux)
      execv("/proc/self/exe", CommandLine.unsafeArgv)
    #endif
    unsetenv(variable)
  }
}
