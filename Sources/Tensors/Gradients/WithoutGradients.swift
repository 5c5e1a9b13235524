/// Runs a function in which operations keep no record for gradients, as for evaluation: it saves time and
/// memory, and the results require no gradient.
public func withoutGradients<Result, Failure: Error>(
  _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  try GradientRecording.off(body)
}

/// Whether operations keep a record for gradients, in this task.
enum GradientRecording {
  @TaskLocal static var isOn = true

  fileprivate static func off<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // The task-local scope rethrows untyped: the outcome is carried through it as a value.
    let outcome: Swift.Result<Result, Failure> = $isOn.withValue(false) {
      do throws(Failure) {
        return .success(try body())
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }
}
