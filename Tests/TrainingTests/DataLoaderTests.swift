import Tensors
import Testing
import Training

@Suite struct DataLoaderTests {
  /// Samples that are their own numbers.
  private let numbers = (0..<10).map {
    Sample(input: TensorData([Float($0)], shape: [1]), classIndex: $0 % 2)
  }

  private func order(_ loader: DataLoader<[Sample]>) -> [Float] {
    loader.map { $0.inputs.elements }.flatMap { $0 }
  }

  @Test func `a pass without a seed keeps the order and gives the rest as a smaller batch`() {
    let loader = DataLoader(numbers, batchSize: 4)
    #expect(loader.map(\.count) == [4, 4, 2])
    #expect(loader.batchCount == 3)
    #expect(order(loader) == (0..<10).map(Float.init))
  }

  @Test func `a last batch with fewer samples can be dropped`() {
    let loader = DataLoader(numbers, batchSize: 4, dropsLast: true)
    #expect(loader.map(\.count) == [4, 4])
    #expect(loader.sampleCount == 8)
  }

  @Test func `every shuffled pass has all samples once, in an order of its own`() {
    let loader = DataLoader(numbers, batchSize: 3, shuffleSeed: 1)
    let first = order(loader)
    let second = order(loader)
    #expect(first.sorted() == (0..<10).map(Float.init))
    #expect(second.sorted() == first.sorted())
    #expect(first != second)
  }

  @Test func `the order follows from the seed and the number of the pass alone`() {
    let loader = DataLoader(numbers, batchSize: 3, shuffleSeed: 1)
    _ = order(loader)
    let second = order(loader)
    let other = DataLoader(numbers, batchSize: 3, shuffleSeed: 1)
    other.epoch = 1
    #expect(order(other) == second)
    #expect(order(DataLoader(numbers, batchSize: 3, shuffleSeed: 2)) != second)
  }

  @Test(arguments: [1, 2, 3]) func `workers change nothing`(workers: Int) {
    let alone = DataLoader(numbers, batchSize: 3, shuffleSeed: 5)
    let shared = DataLoader(numbers, batchSize: 3, shuffleSeed: 5, workers: workers)
    for _ in 0..<3 { #expect(order(alone) == order(shared)) }
  }

  @Test(arguments: [
    (32, 4, 256), (512, 4, 512), (32, 3 * 32 * 32, 256), (32, 3 * 128 * 128, 32), (2, 3 * 256 * 256, 5),
    (4, 3 * 1024 * 1024, 4), (1, 0, 256),
  ])
  func `samples are measured in large batches unless they are large`(trained: Int, sample: Int, size: Int) {
    let loader = DataLoader(measuring: numbers, trainedInBatchesOf: trained, sampleSize: sample)
    #expect(loader.batchSize == size)
    #expect(loader.shuffleSeed == nil)
  }

  @Test func `a pass may be left early`() {
    let loader = DataLoader(numbers, batchSize: 1, workers: 2)
    for batch in loader where batch.inputs.item == 2 { break }
    #expect(order(loader).count == 10)
  }

  private struct Unreadable: SampleSource {
    struct Problem: Error, Equatable { let place: Int }
    let place: Int
    var classIndex: Int? { nil }
    func sample() throws(Problem) -> Sample {
      if place == 5 { throw Problem(place: place) }
      return Sample(input: TensorData([0], shape: [1]), classIndex: 0)
    }
  }

  @Test(arguments: [0, 2]) func `what cannot be decoded is thrown when its batch is asked for`(workers: Int)
    throws
  {
    let loader = DataLoader((0..<8).map(Unreadable.init), batchSize: 4, workers: workers)
    var batches = loader.batches()
    #expect(try batches.next()?.count == 4)
    #expect(throws: Unreadable.Problem(place: 5)) { try batches.next() }
  }

  @Test func `a stratified split keeps the classes in proportion`() {
    let samples = (0..<100).map {
      Sample(input: TensorData([Float($0)], shape: [1]), classIndex: $0 < 80 ? 0 : 1)
    }
    let (first, second) = samples.split(0.75, seed: 3)
    #expect(first.count { $0.classIndex == 0 } == 60)
    #expect(first.count { $0.classIndex == 1 } == 15)
    #expect(Set(first.places).isDisjoint(with: second.places))
    #expect(first.count + second.count == 100)
    #expect(samples.split(0.75, seed: 3).first.places == first.places)
    #expect(samples.split(0.75, seed: 4).first.places != first.places)
  }

  private func samples(_ classes: [Int]) -> [Sample] {
    classes.enumerated().map { Sample(input: TensorData([Float($0)], shape: [1]), classIndex: $1) }
  }

  @Test(arguments: [(20, 5, 0.9, 90), (20, 5, 0.1, 10), (3, 30, 0.8, 72), (10, 7, 0.5, 35), (4, 3, 1, 12)])
  func `a stratified split has the size of its share, and each class nearly so`(
    classes: Int, each: Int, share: Double, size: Int
  ) {
    let samples = samples((0..<classes * each).map { $0 % classes })
    let (first, second) = samples.split(share, seed: 1)
    #expect(first.count == size)
    #expect(second.count == samples.count - size)
    for label in 0..<classes {
      let count = first.count { $0.classIndex == label }
      #expect(abs(Double(count) - Double(each) * share) < 1)
    }
  }

  @Test func `chance decides which classes have a sample more, not their numbers`() {
    let samples = samples((0..<100).map { $0 % 20 })
    let sums = (1...50).map { seed in
      samples.split(0.9, seed: seed).second.reduce(0) { $0 + ($1.classIndex ?? 0) }
    }
    // Ten numbers of 0...19 at random have the mean 9.5.
    #expect(abs(Double(sums.reduce(0, +)) / 500 - 9.5) < 0.5)
  }

  @Test func `values that are whole numbers are no classes to split by`() {
    let values = TensorDataset(
      inputs: TensorData(repeating: 0, shape: [40, 1]),
      targets: TensorData((0..<40).map(Float.init), shape: [40]))
    let (first, second) = values.split(0.75, seed: 2)
    #expect(first.count == 30)
    #expect(first.places == values.split(0.75, stratified: false, seed: 2).first.places)
    #expect(Set(first.places).isDisjoint(with: second.places))
  }

  @Test func `subsets of subsets give batches of the base`() {
    let loader = DataLoader(Toy.rings(20, seed: 1).first(10).first(4), batchSize: 8)
    #expect(loader.map { $0.inputs.shape } == [[4, 2]])
  }
}
