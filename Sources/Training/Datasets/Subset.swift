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
  /// Splits the samples at random into a part with the given share of them, to the nearest whole number, and the rest.
  ///
  /// With `stratified` every class is split by that share, so that both parts have the classes in the same proportion;
  /// where a class does not split evenly, chance decides which part gets one sample more. Samples without a class
  /// count as one class, and so do all where there are not two for a class on average: what is taken for classes then
  /// are values.
  /// - Precondition: a share from 0 to 1.
  public func split(
    _ share: Double, stratified: Bool = true, seed: UInt64
  ) -> (first: Subset<Self>, second: Subset<Self>) {
    require((0...1).contains(share), "a share from 0 to 1, not \(share)")
    var random = RandomSource(seed: seed)
    let groups = strata(stratified).map { $0.shuffled(using: &random) }
    var first: [Int] = []
    var second: [Int] = []
    for (group, size) in zip(groups, ShareAllocation.sizes(of: share, groups.map(\.count), using: &random)) {
      first += group[..<size]
      second += group[size...]
    }
    return (Subset(self, places: first.sorted()), Subset(self, places: second.sorted()))
  }

  /// The places of the samples class by class, or all in one where they are not told apart.
  private func strata(_ stratified: Bool) -> [[Int]] {
    guard stratified else { return [Array(0..<count)] }
    var groups: [Int: [Int]] = [:]
    for place in 0..<count { groups[self[startIndex + place].classIndex ?? -1, default: []].append(place) }
    guard groups.count * 2 <= count else { return [Array(0..<count)] }
    return groups.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The first so many samples.
  public func first(_ count: Int) -> Subset<Self> {
    Subset(self, places: Array(0..<Swift.min(count, self.count)))
  }
}
