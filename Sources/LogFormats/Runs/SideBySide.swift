import Dispatch
import Synchronization

/// Work on many elements, several of them at the same time.
enum SideBySide {
  /// How many elements are taken at once.
  private static let portion = 32

  /// What becomes of each element, in their order.
  ///
  /// - Parameter jobs: How many elements are worked on at the same time.
  static func map<Element: Sendable, Value: Sendable>(
    _ elements: [Element], jobs: Int, _ transform: @Sendable (Element) -> Value
  ) -> [Value] {
    let starts = Array(stride(from: 0, to: elements.count, by: portion))
    guard jobs > 1, starts.count > 1 else { return elements.map(transform) }
    let next = Atomic(0)
    let values = Mutex([[Value]](repeating: [], count: starts.count))
    DispatchQueue.concurrentPerform(iterations: min(jobs, starts.count)) { _ in
      while case let index = next.wrappingAdd(1, ordering: .relaxed).oldValue, index < starts.count {
        let found = elements[starts[index]...].prefix(portion).map(transform)
        values.withLock { $0[index] = found }
      }
    }
    return values.withLock { $0.flatMap(\.self) }
  }
}
