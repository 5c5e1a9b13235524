import Tensors

/// The batches of one pass over a dataset.
public struct BatchIterator<Source: Dataset> {
  private let dataset: Source
  private let batches: [[Int]]
  private var position = 0
  private let prefetcher: Prefetcher<Batch, Source.Element.Failure>?

  init(_ dataset: Source, batches: [[Int]], workers: Int) {
    self.dataset = dataset
    self.batches = batches
    guard workers > 0 else {
      prefetcher = nil
      return
    }
    prefetcher = Prefetcher(count: batches.count) { index in
      do throws(Source.Element.Failure) {
        return .success(try dataset.batch(at: batches[index], workers: workers))
      } catch {
        return .failure(error)
      }
    }
  }

  /// The next batch; `nil` after the last.
  ///
  /// - Throws: what keeps a sample from being decoded.
  public mutating func next() throws(Source.Element.Failure) -> Batch? {
    if let prefetcher { return try prefetcher.next()?.get() }
    guard position < batches.count else { return nil }
    defer { position += 1 }
    return try dataset.batch(at: batches[position], workers: 1)
  }
}

/// The batches of one pass over samples that are in memory, where nothing can fail.
public struct InMemoryBatchIterator<Source: Dataset>: IteratorProtocol where Source.Element.Failure == Never {
  private var batches: BatchIterator<Source>

  init(_ batches: BatchIterator<Source>) {
    self.batches = batches
  }

  public mutating func next() -> Batch? { batches.next() }
}
