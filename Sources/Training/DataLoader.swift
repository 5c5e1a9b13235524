import Tensors

/// Gives the samples of a dataset in batches, pass after pass.
///
/// ```swift
/// let loader = DataLoader(dataset, batchSize: 32, shuffleSeed: 1)
/// for batch in loader { ... }
/// ```
///
/// Each pass is an epoch with an order of its own that follows from the seed and the epoch's number alone.
/// Where samples are decoded from files, which may fail, it is
///
/// ```swift
/// var batches = loader.batches()
/// while let batch = try batches.next() { ... }
/// ```
public final class DataLoader<Source: Dataset> {
  public let dataset: Source
  public let batchSize: Int
  /// The seed of the order of the samples; `nil` keeps that of the dataset.
  public let shuffleSeed: UInt64?
  /// Whether a last batch with fewer samples is left out.
  public let dropsLast: Bool
  /// How many threads prepare batches while others are used; 0 prepares each when it is asked for.
  public let workers: Int
  /// The number of the next pass, from 0; it decides the order.
  public var epoch = 0

  /// - Precondition: a batch size of at least 1; no negative number of workers.
  public init(
    _ dataset: Source, batchSize: Int, shuffleSeed: UInt64? = nil, dropsLast: Bool = false, workers: Int = 0
  ) {
    require(batchSize >= 1, "a batch size of at least 1, not \(batchSize)")
    require(workers >= 0, "a number of workers of at least 0, not \(workers)")
    self.dataset = dataset
    self.batchSize = batchSize
    self.shuffleSeed = shuffleSeed
    self.dropsLast = dropsLast
    self.workers = workers
  }

  /// Gives samples to be measured beside a training in batches of a size, in the dataset's own order.
  ///
  /// Small batches would take longer for nothing, so that there are up to 256 samples in one; but large samples come in
  /// no larger batches than they are trained in, as layers need a multiple of their memory.
  ///
  /// - Parameter sampleSize: how many numbers the input of a sample has.
  package convenience init(measuring dataset: Source, trainedInBatchesOf batchSize: Int, sampleSize: Int) {
    // As many as 256 colour images of 32 pixels have, and a little more.
    let most = Swift.min(256, (1 << 20) / Swift.max(sampleSize, 1))
    self.init(dataset, batchSize: Swift.max(batchSize, most))
  }

  /// The number of batches of a pass.
  public var batchCount: Int {
    dataset.count / batchSize + (dropsLast || dataset.count.isMultiple(of: batchSize) ? 0 : 1)
  }

  /// The number of samples of a pass.
  public var sampleCount: Int { dropsLast ? batchCount * batchSize : dataset.count }

  /// Begins a pass.
  public func batches() -> BatchIterator<Source> {
    defer { epoch += 1 }
    return BatchIterator(dataset, batches: cut(order(of: epoch), count: batchCount), workers: workers)
  }

  /// Begins a pass over all samples in the dataset's own order, as for measuring.
  public func orderedBatches() -> BatchIterator<Source> {
    let places = Array(0..<dataset.count)
    let count = places.count / batchSize + (places.count.isMultiple(of: batchSize) ? 0 : 1)
    return BatchIterator(dataset, batches: cut(places, count: count), workers: workers)
  }

  private func cut(_ places: [Int], count: Int) -> [[Int]] {
    (0..<count).map { Array(places.dropFirst($0 * batchSize).prefix(batchSize)) }
  }

  private func order(of epoch: Int) -> [Int] {
    let places = Array(0..<dataset.count)
    guard let shuffleSeed else { return places }
    var seeds = RandomSource(seed: shuffleSeed)
    var random = RandomSource(seed: seeds.next() &+ UInt64(epoch))
    return places.shuffled(using: &random)
  }
}

extension DataLoader: Sequence where Source.Element.Failure == Never {
  /// Begins a pass.
  public func makeIterator() -> InMemoryBatchIterator<Source> { InMemoryBatchIterator(batches()) }
}
