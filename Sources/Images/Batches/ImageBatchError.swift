/// The images of a batch that could not be read.
public struct ImageBatchError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The most errors that are kept.
  public static let mostFailures = 10

  /// The first errors, in the order of the paths.
  public let failures: [ImageError]
  /// How many images could not be read.
  public let failureCount: Int
  /// How many images there are.
  public let imageCount: Int

  /// One line for how many, and one for each error.
  public var description: String {
    let rest = failureCount - failures.count
    let lines = failures.map { "  \($0)" } + (rest > 0 ? ["  and \(rest) more"] : [])
    return "\(failureCount) of \(imageCount) images could not be read:\n" + lines.joined(separator: "\n")
  }
}
