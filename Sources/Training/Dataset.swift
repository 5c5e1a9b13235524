import Dispatch
import Synchronization
import Tensors

/// Samples that can be had by their place: any collection of them.
///
/// An array of ``Sample`` is a dataset. A type of one's own conforms by being a collection with whole numbers as
/// indices, whose elements are samples or can give one.
public protocol Dataset: RandomAccessCollection, Sendable where Element: SampleSource, Index == Int {
  /// The samples at given places, counted from 0, as a batch; decoded by up to `workers` threads.
  ///
  /// - Precondition: at least one place, each below `count`.
  func batch(at places: [Int], workers: Int) throws(Element.Failure) -> Batch
}

extension Dataset {
  public func batch(at places: [Int], workers: Int) throws(Element.Failure) -> Batch {
    Batch(try samples(at: places, workers: workers))
  }

  /// The targets of all samples, `[samples, ...]`, where they are known without decoding: the numbers of their classes, or
  /// the values of samples that are in memory.
  var knownTargets: TensorData? {
    guard !isEmpty else { return nil }
    let classes = compactMap(\.classIndex)
    guard classes.count < count else { return TensorData(classes.map { Float($0) }, shape: [count]) }
    let targets = compactMap { ($0 as? Sample)?.target }
    guard targets.count == count, let shape = targets.first?.shape, targets.allSatisfy({ $0.shape == shape })
    else { return nil }
    return TensorData(targets.flatMap(\.elements), shape: Shape([count] + shape))
  }

  private func samples(at places: [Int], workers: Int) throws(Element.Failure) -> [Sample] {
    guard workers > 1, places.count > 1 else {
      var samples: [Sample] = []
      samples.reserveCapacity(places.count)
      for place in places { samples.append(try self[startIndex + place].sample()) }
      return samples
    }
    let results = Mutex([Result<Sample, Element.Failure>?](repeating: nil, count: places.count))
    let threads = Swift.min(workers, places.count)
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for position in stride(from: thread, to: places.count, by: threads) {
        let result: Result<Sample, Element.Failure>
        do throws(Element.Failure) {
          result = .success(try self[startIndex + places[position]].sample())
        } catch {
          result = .failure(error)
        }
        results.withLock { $0[position] = result }
      }
    }
    var samples: [Sample] = []
    samples.reserveCapacity(places.count)
    for case let result? in results.withLock({ $0 }) { samples.append(try result.get()) }
    return samples
  }
}

extension Array: Dataset where Element: SampleSource {}
