import Tensors

/// Some of the samples of a dataset, in an order of its own.
public struct Subset<Base: Dataset>: Dataset {
  public let base: Base
  /// The places of the samples in the base, counted from 0.
  public let places: [Int]

  /// - Precondition: every place is below the base's `count`.
  public init(_ base: Base, places: [Int]) {
    require(
      places.allSatisfy { $0 >= 0 && $0 < base.count }, "places outside a dataset of \(base.count)")
    self.base = base
    self.places = places
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { places.count }
  public subscript(position: Int) -> Base.Element { base[base.startIndex + places[position]] }

  public func batch(at places: [Int], workers: Int) throws(Base.Element.Failure) -> Batch {
    try base.batch(at: places.map { self.places[$0] }, workers: workers)
  }
}

extension Dataset {
  /// Splits the samples at random into a part with the given share of them and the rest.
  ///
  /// With `stratified` every class is split by that share, so that both parts have the classes in the same
  /// proportion; samples without a class count as one class.
  /// - Precondition: a share from 0 to 1.
  public func split(
    _ share: Double, stratified: Bool = true, seed: UInt64
  ) -> (first: Subset<Self>, second: Subset<Self>) {
    require((0...1).contains(share), "a share from 0 to 1, not \(share)")
    var random = RandomSource(seed: seed)
    var groups: [Int: [Int]] = [:]
    for place in 0..<count {
      groups[stratified ? self[startIndex + place].classIndex ?? -1 : -1, default: []].append(place)
    }
    var first: [Int] = []
    var second: [Int] = []
    for label in groups.keys.sorted() {
      let shuffled = groups[label, default: []].shuffled(using: &random)
      let size = Int((Double(shuffled.count) * share).rounded())
      first += shuffled[..<size]
      second += shuffled[size...]
    }
    return (Subset(self, places: first.sorted()), Subset(self, places: second.sorted()))
  }

  /// The first so many samples.
  public func first(_ count: Int) -> Subset<Self> {
    Subset(self, places: Array(0..<Swift.min(count, self.count)))
  }
}
