/// Runs a function in which operations keep no record for gradients, as for evaluation: it saves time and
/// memory, and the results require no gradient.
public func withoutGradients<Result, Failure: Error>(
  _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  try GradientRecording.$isOn.scoped(to: false, body)
}

/// Whether operations keep a record for gradients, in this task.
enum GradientRecording {
  @TaskLocal static var isOn = true
}

extension TaskLocal {
  /// Runs a function with another value.
  ///
  /// The standard library's scope throws untyped: the outcome is carried through it as a value.
  func scoped<Result, Failure: Error>(
    to value: Value, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outcome: Swift.Result<Result, Failure> = withValue(value) {
      do throws(Failure) {
        return .success(try body())
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }
}
