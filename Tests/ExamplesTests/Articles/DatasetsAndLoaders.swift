import ATMLTrain
import Foundation
import PetDrawing
import TestSupport
import Testing

/// Points on a parabola, computed when they are asked for.
struct Parabola: Dataset {
  let startIndex = 0
  let endIndex: Int

  subscript(position: Int) -> Sample {
    let x = Float(position) / Float(endIndex)
    return Sample(input: TensorData([x], shape: [1]), target: TensorData([x * x], shape: [1]))
  }
}

/// The code of the article of that name.
@Suite struct DatasetsAndLoaders {
  private let scratch: ScratchFolder
  private var folder: String { scratch.path }

  init() throws {
    scratch = try ScratchFolder()
  }

  @Test func `a collection of samples is a dataset, and a loader cuts it into batches`() {
    let parabola = Parabola(endIndex: 100)
    print(parabola.count, parabola[50].target)  // 100 [0.25]
    let loader = DataLoader(parabola, batchSize: 32, shuffleSeed: 1)
    for batch in loader {
      print(batch.inputs.shape, batch.targets.shape)  // [32, 1] [32, 1]; at last [4, 1] [4, 1]
    }
    #expect(parabola[50].target.elements == [0.25])
    #expect(loader.map(\.count) == [32, 32, 32, 4])

    let inputs = Tensor([[0, 0], [0, 1], [1, 0], [1, 1]])
    let classes = Tensor([0, 1, 1, 0])
    let exclusiveOr = TensorDataset(inputs: inputs, targets: classes)
    #expect(exclusiveOr.count == 4)

    let (training, validation) = parabola.split(0.8, seed: 1)
    let few = training.first(10)
    print(training.count, validation.count, few.count)  // 80 20 10
    #expect(training.count == 80 && validation.count == 20 && few.count == 10)
  }

  @Test func `images are decoded once, or when a batch needs them`() throws {
    try PetDrawing(seed: 1).writeFolder(scratch("pets"), training: 3, validation: 1, size: 32)
    let size = ImageSize(width: 32, height: 32)
    let images = try ImageFolder("\(folder)/pets/train", size: size).decoded()
    print(images.classNames, images.inputShape)  // ["cat", "dog"] [3, 32, 32]
    #expect(images.classNames == ["cat", "dog"])
    #expect(images.inputShape == [3, 32, 32])

    let files = try ImageFolder("\(folder)/pets/train", size: size, fit: .cropToFill, scaling: .unit)
    let loader = DataLoader(files, batchSize: 4, shuffleSeed: 1, workers: 2)
    var batches = loader.batches()
    while let batch = try batches.next() {
      print(batch.inputs.shape)  // [4, 3, 32, 32], then [2, 3, 32, 32]
    }
    #expect(loader.batchCount == 2)
  }

  @Test func `tables and arrays are read from files`() throws {
    try scratch.write("width,length,kind\n1,2,lily\n3,4,iris\n".utf8, to: "flowers.csv")
    try scratch.write("kind,length,width\nlily,1,2\niris,3,4\n".utf8, to: "more-flowers.csv")
    try scratch.write("area,rooms,price\n80,3,210\n120,5,340\n".utf8, to: "houses.csv")
    for (fixture, name) in [
      ("npz/dataset.npz", "data.npz"), ("idx/images-idx3-ubyte.gz", "train-images-idx3-ubyte.gz"),
    ] {
      try FileManager.default.copyItem(
        atPath: Fixtures.path("arrays/\(fixture)"), toPath: scratch(name))
    }
    // Labels of four images, as MNIST's are kept: a header, then a byte for each.
    try scratch.write([0, 0, 8, 1, 0, 0, 0, 4, 3, 1, 0, 2], to: "train-labels-idx1-ubyte")

    // A column of words or numbers is the class; all others are inputs.
    let flowers = try TensorDataset(table: "\(folder)/flowers.csv", target: "kind")
    // A column of numbers to predict.
    let houses = try TensorDataset(table: "\(folder)/houses.csv", target: "price", kind: .values)
    // Two arrays of an archive that numpy wrote.
    let arrays = try TensorDataset(npz: "\(folder)/data.npz", inputs: "x", targets: "y")
    // MNIST as it is distributed, packed or not: images become numbers from 0 to 1.
    let digits = try TensorDataset(
      inputs: "\(folder)/train-images-idx3-ubyte.gz", targets: "\(folder)/train-labels-idx1-ubyte")
    #expect(flowers.classNames == ["iris", "lily"])
    #expect(houses.targets.shape == [2, 1])
    #expect(arrays.inputs.shape == [6, 2] && arrays.classNames == ["0", "1", "2"])
    #expect(digits.inputs.shape == [4, 1, 7, 5] && digits.classNames?.count == 4)

    let moreFlowers = try TensorDataset(table: "\(folder)/more-flowers.csv", target: "kind", like: flowers)
    try moreFlowers.checkClasses(of: "more-flowers.csv")
    #expect(moreFlowers.inputs.elements == [2, 1, 4, 3] && moreFlowers.targets.elements == [1, 0])
  }

  @Test func `what cannot be read names the file and the place`() throws {
    try scratch.write("width,kind\n1,lily\nwide,iris\n".utf8, to: "flowers.csv")
    do {
      _ = try TensorDataset(table: "\(folder)/flowers.csv", target: "kind")
      Issue.record("a word was read as a number")
    } catch {
      print(error)
      #expect("\(error)".contains("flowers.csv") && "\(error)".contains("line 3"))
    }
  }
}
