import Dispatch
import Synchronization

/// Computes results in the background, in order, a few ahead of whoever takes them.
final class Prefetcher<Value: Sendable, Failure: Error>: Sendable {
  /// How many results wait to be taken at most.
  private static var depth: Int { 2 }

  private let shared: Shared
  private let count: Int
  private let taken = Mutex(0)

  /// What the background shares with the one who takes; it outlives neither.
  private final class Shared: Sendable {
    let results = Mutex<[Result<Value, Failure>]>([])
    let isCancelled = Mutex(false)
    /// From 0, as a semaphore may not end below where it began.
    let room = DispatchSemaphore(value: 0)
    let filled = DispatchSemaphore(value: 0)
  }

  /// Begins to compute `count` results.
  init(count: Int, compute: @escaping @Sendable (Int) -> Result<Value, Failure>) {
    self.count = count
    let shared = Shared()
    self.shared = shared
    for _ in 0..<Self.depth { shared.room.signal() }
    DispatchQueue.global(qos: .userInitiated).async {
      for index in 0..<count {
        shared.room.wait()
        if shared.isCancelled.withLock({ $0 }) { return }
        let result = compute(index)
        shared.results.withLock { $0.append(result) }
        shared.filled.signal()
      }
    }
  }

  /// The next result, waited for; `nil` after the last.
  func next() -> Result<Value, Failure>? {
    let isOver = taken.withLock { taken in
      defer { taken += 1 }
      return taken >= count
    }
    if isOver { return nil }
    shared.filled.wait()
    let result = shared.results.withLock { $0.removeFirst() }
    shared.room.signal()
    return result
  }

  deinit {
    shared.isCancelled.withLock { $0 = true }
    shared.room.signal()
  }
}
