import Synchronization

/// What the workers of one batch share: which image is next, and how it went so far.
final class DecodingProgress: Sendable {
  private struct State {
    var next = 0
    var done = 0
    var failures: [(index: Int, error: ImageError)] = []
  }

  private let state = Mutex(State())
  private let count: Int
  private let report: (@Sendable (_ done: Int, _ total: Int) -> Void)?

  init(count: Int, report: (@Sendable (_ done: Int, _ total: Int) -> Void)?) {
    self.count = count
    self.report = report
  }

  /// The index of an image that no other worker has.
  func claim() -> Int? {
    state.withLock { state in
      guard state.next < count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  /// Notes that an image is done with, and reports it before anybody else can report another.
  func finish(_ index: Int, error: ImageError? = nil) {
    state.withLock { state in
      if let error { state.failures.append((index, error)) }
      state.done += 1
      report?(state.done, count)
    }
  }

  /// All failures as one error, if there are any.
  var error: ImageBatchError? {
    state.withLock { state in
      guard !state.failures.isEmpty else { return nil }
      let first = state.failures.sorted { $0.index < $1.index }.prefix(ImageBatchError.mostFailures)
      return ImageBatchError(
        failures: first.map(\.error), failureCount: state.failures.count, imageCount: count)
    }
  }
}
