/// The number of threads that large matrix products run on.
///
/// One by default: on a machine with other work, two were measured to be slower. The results are the same bits
/// with any number.
public enum ComputeThreads {
  @TaskLocal static var count = 1

  /// Runs a function whose matrix products use up to `count` threads.
  ///
  /// - Precondition: at least one.
  public static func with<Result, Failure: Error>(
    _ count: Int, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    require(count >= 1, "at least one thread, not \(count)")
    return try $count.scoped(to: count, body)
  }
}
