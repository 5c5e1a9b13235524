import ArrayFiles
import Foundation
import Images
import Tensors
import TestSupport
import Testing
import Training

@Suite struct DatasetTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func write(_ text: String, to name: String) throws -> String {
    try text.write(toFile: folder(name), atomically: true, encoding: .utf8)
    return folder(name)
  }

  private func message(_ body: () throws -> Void) throws -> String {
    "\(try #require(#expect(throws: DatasetError.self, performing: body)))"
  }

  @Test func `a table gives its other columns as inputs and numbers its classes by name`() throws {
    let path = try write("a,kind,b\n1,owl,2\n3,cat,4\n5,owl,6\n", to: "t.csv")
    let data = try TensorDataset(table: path, target: "kind")
    #expect(data.inputs == TensorData([1, 2, 3, 4, 5, 6], shape: [3, 2]))
    #expect(data.targets.elements == [1, 0, 1])
    #expect(data.classNames == ["cat", "owl"])
    let other = try TensorDataset(
      table: try write("kind,b,a,note\nowl,8,7,x\n", to: "o.csv"), target: "kind", like: data)
    #expect(other.inputs == TensorData([7, 8], shape: [1, 2]))
    #expect(other.targets.elements == [1])
  }

  @Test func `a target of values is a column`() throws {
    let data = try TensorDataset(
      table: try write("x,y\n1,2.5\n3,4.5\n", to: "v.csv"), target: "y", kind: .values)
    #expect(data.targets == TensorData([2.5, 4.5], shape: [2, 1]))
    #expect(data.classNames == nil)
  }

  @Test(arguments: [TargetKind.classes, .values])
  func `columns with numbers for names are found by them`(kind: TargetKind) throws {
    let path = try write("2019,2020,2021\n5,6,0\n7,8,1\n", to: "y.csv")
    let data = try TensorDataset(table: path, target: "2021", kind: kind)
    #expect(data.inputs.elements == [5, 6, 7, 8])
    #expect(data.targets.elements == [0, 1])
    #expect(data.featureNames == ["2019", "2020"])
    let other = try TensorDataset(
      table: try write("2021,2020,2019\n1,6,5\n", to: "z.csv"), target: "2021", kind: kind, like: data)
    #expect(other.inputs.elements == [5, 6])
  }

  @Test func `a NaN in a table is an error with its line and column`() throws {
    let path = try write("x,y\n1,a\nNaN,b\n", to: "n.csv")
    let text = try message { _ = try TensorDataset(table: path, target: "y") }
    #expect(text.contains("n.csv, line 3, column 1 (x)"))
    #expect(text.contains("\"NaN\""))
  }

  @Test func `an unknown target column is an error that lists the columns`() throws {
    let path = try write("x,y\n1,a\n", to: "u.csv")
    let text = try message { _ = try TensorDataset(table: path, target: "z") }
    #expect(text.contains("x") && text.contains("y") && text.contains("z"))
  }

  @Test func `classes that validation lacks are named`() throws {
    let training = try TensorDataset(table: try write("x,y\n1,a\n2,b\n", to: "1.csv"), target: "y")
    let path = try write("x,y\n1,a\n", to: "2.csv")
    let validation = try TensorDataset(table: path, target: "y", like: training)
    let text = try message { try validation.checkClasses(of: path) }
    #expect(text.hasSuffix("2.csv: the classes differ from those of the training data: missing b"))
  }

  @Test func `arrays of bytes become images with a channel axis, from 0 to 1`() throws {
    let images = NumericArray((0..<24).map { UInt8($0 * 10) }, shape: [2, 3, 4])
    try images.write(npy: folder("x.npy"))
    try NumericArray([Int64(1), 0], shape: [2]).write(npy: folder("y.npy"))
    let data = try TensorDataset(inputs: folder("x.npy"), targets: folder("y.npy"))
    #expect(data.inputs.shape == [2, 1, 3, 4])
    #expect(abs(data.inputs.elements[23] - 230.0 / 255) < 1e-6)
    #expect(data.targets.elements == [1, 0])
    #expect(data.classNames == ["0", "1"])
  }

  @Test func `bytes and other numbers do not mix, as only bytes are scaled`() throws {
    let bytes = NumericArray([UInt8(0), 255, 128, 64], shape: [2, 2])
    let floats = NumericArray([Float(0), 255, 128, 64], shape: [2, 2])
    try bytes.write(npy: folder("b.npy"))
    try floats.write(npy: folder("f.npy"))
    try NumericArray([Int64(0), 1], shape: [2]).write(npy: folder("y.npy"))
    for (one, other, type) in [
      ("b.npy", "f.npy", "float32, but those of the training data are uint8"),
      ("f.npy", "b.npy", "uint8, but those of the training data are not uint8"),
    ] {
      let training = try TensorDataset(inputs: folder(one), targets: folder("y.npy"))
      let text = try message {
        _ = try TensorDataset(inputs: folder(other), targets: folder("y.npy"), like: training)
      }
      #expect(text.contains("\(other): inputs of type \(type)"), "\(text)")
      let same = try TensorDataset(inputs: folder(one), targets: folder("y.npy"), like: training)
      #expect(same.inputs == training.inputs)
    }
  }

  @Test func `arrays that do not belong together are refused with both shapes`() throws {
    try NumericArray([Float](repeating: 0, count: 6), shape: [3, 2]).write(npy: folder("x.npy"))
    try NumericArray([Float(0), 1], shape: [2]).write(npy: folder("y.npy"))
    let text = try message { _ = try TensorDataset(inputs: folder("x.npy"), targets: folder("y.npy")) }
    #expect(text.contains("[2]") && text.contains("[3, 2]"))
  }

  @Test(arguments: [Float.nan, .infinity]) func `arrays with numbers that are not finite are refused`(
    value: Float
  ) throws {
    try NumericArray([0, 1, value, 3], shape: [2, 2]).write(npy: folder("x.npy"))
    try NumericArray([Float(0), 1], shape: [2]).write(npy: folder("y.npy"))
    let text = try message { _ = try TensorDataset(inputs: folder("x.npy"), targets: folder("y.npy")) }
    #expect(text.contains("in row 1; expected finite numbers"))
  }

  @Test(arguments: [Float(0.5), -1]) func `targets that are no classes are refused`(value: Float) throws {
    try NumericArray([Float](repeating: 0, count: 4), shape: [2, 2]).write(npy: folder("x.npy"))
    try NumericArray([0, value], shape: [2]).write(npy: folder("y.npy"))
    let text = try message { _ = try TensorDataset(inputs: folder("x.npy"), targets: folder("y.npy")) }
    #expect(text.contains("found \(value) in row 1; expected the number of a class"))
  }

  @Test func `labels from 1 are told, and do not miss a class that training has not either`() throws {
    try NumericArray([Float](repeating: 1, count: 6), shape: [3, 2]).write(npy: folder("x.npy"))
    try NumericArray([Int64(1), 2, 3], shape: [3]).write(npy: folder("y.npy"))
    try NumericArray([Int64(1), 2, 1], shape: [3]).write(npy: folder("z.npy"))
    let training = try TensorDataset(inputs: folder("x.npy"), targets: folder("y.npy"))
    #expect(training.classNames == ["0", "1", "2", "3"])
    #expect(training.notes.count == 1)
    #expect(training.notes[0].hasPrefix("\(folder("y.npy")): classes count from 0, and 0 never occurs"))
    let same = try TensorDataset(inputs: folder("x.npy"), targets: folder("y.npy"), like: training)
    try same.checkClasses(of: "y.npy")
    #expect(same.notes.isEmpty)
    let fewer = try TensorDataset(inputs: folder("x.npy"), targets: folder("z.npy"), like: training)
    let text = try message { try fewer.checkClasses(of: "z.npy") }
    #expect(text == "z.npy: the classes differ from those of the training data: missing 3")
  }

  private func imageFolder(_ classes: [String: [String]]) throws -> String {
    let root = folder("images-\(UUID().uuidString)")
    for (name, files) in classes {
      try FileManager.default.createDirectory(atPath: "\(root)/\(name)", withIntermediateDirectories: true)
      for file in files {
        try FileManager.default.copyItem(
          atPath: Fixtures.path("images/\(file)"), toPath: "\(root)/\(name)/\(file)")
      }
    }
    return root
  }

  @Test func `a folder of images gives the same samples lazily and decoded`() throws {
    let path = try imageFolder(["a": ["rgb.png", "baseline.jpg"], "b": ["gray.png"]])
    let lazy = try ImageFolder(path, size: ImageSize(width: 6, height: 4))
    let decoded = try lazy.decoded(workers: 2)
    #expect(lazy.classNames == ["a", "b"])
    #expect(decoded.inputShape == [3, 4, 6])
    for place in 0..<3 { #expect(try lazy[place].sample() == decoded[place]) }
    var batches = DataLoader(lazy, batchSize: 2, workers: 2).batches()
    #expect(try batches.next()?.inputs.shape == [2, 3, 4, 6])
    #expect(try batches.next()?.targets.elements == [1])
    #expect(decoded[0].input.elements.allSatisfy { (-1...1).contains($0) })
  }

  @Test func `corrupt images are all named`() throws {
    let path = try imageFolder(["a": ["rgb.png", "truncated.jpg"], "b": ["damaged.png"]])
    let images = try ImageFolder(path, size: ImageSize(square: 4))
    let text = try message { _ = try images.decoded() }
    #expect(text.contains("2 of 3 images could not be read"))
    #expect(text.contains("truncated.jpg") && text.contains("damaged.png"))
  }

  @Test func `an empty folder and missing classes are errors`() throws {
    let empty = try imageFolder([:])
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: true)
    #expect(
      try message { _ = try ImageFolder(empty, size: ImageSize(square: 4)) }.contains(
        "no folder for any class"))
    let cats = try ImageFolder(try imageFolder(["cat": ["rgb.png"]]), size: ImageSize(square: 4))
    let text = try message { try cats.checkClasses(["cat", "dog"]) }
    #expect(text.hasSuffix("missing dog"))
  }

  @Test(arguments: [
    ("a,c,kind\n1,2,owl\n", "found \"b\", expected one of a, c, kind"),
    ("a,b,kind\n1,2,emu\n", "this is none of the classes"),
  ])
  func `validation data need the columns and classes of the training data`(
    text: String, problem: String
  ) throws {
    let training = try TensorDataset(
      table: try write("a,b,kind\n1,2,owl\n3,4,cat\n", to: "t.csv"), target: "kind")
    let path = try write(text, to: "v.csv")
    #expect(
      try message { _ = try TensorDataset(table: path, target: "kind", like: training) }.contains(problem))
  }

  @Test func `columns can be left out, whatever they hold`() throws {
    let path = try write("id,a,y\nx7,1,p\nx8,2,q\n", to: "i.csv")
    #expect(try message { _ = try TensorDataset(table: path, target: "y") }.contains("(--ignore)"))
    let data = try TensorDataset(table: path, target: "y", ignoring: ["id"])
    #expect(data.featureNames == ["a"])
  }

  @Test func `values taken for classes are refused`() throws {
    let rows = (0..<40).map { "\($0),\(Double($0) / 7)\n" }.joined()
    let path = try write("x,y\n" + rows, to: "v.csv")
    let text = try message { _ = try TensorDataset(table: path, target: "y") }
    #expect(text.contains("found 40 classes for 40 samples") && text.contains("(--regression)"))
    #expect(try TensorDataset(table: path, target: "y", kind: .values).count == 40)
  }

  @Test(arguments: [
    ([3, 0], [3], "expected at least one number in each sample"),
    ([3, 1, 1, 1, 1, 1, 1, 1, 1], [3], "no tensor has the shape of this array"),
    ([3, 2], [3, 2], "targets.argmax(1)"),
  ])
  func `arrays of a shape that cannot be trained on are refused`(
    inputs: [Int], targets: [Int], problem: String
  ) throws {
    for (shape, name) in [(inputs, "x.npy"), (targets, "y.npy")] {
      try NumericArray([Float](repeating: 0, count: shape.reduce(1, *)), shape: shape).write(
        npy: folder(name))
    }
    let text = try message { _ = try TensorDataset(inputs: folder("x.npy"), targets: folder("y.npy")) }
    #expect(text.contains(problem), "\(text)")
  }

  @Test func `values of any shape become rows, and validation data need as many`() throws {
    try NumericArray([Float](repeating: 1, count: 6), shape: [2, 3]).write(npy: folder("x.npy"))
    try NumericArray([Float](repeating: 1, count: 8), shape: [2, 2, 2]).write(npy: folder("y.npy"))
    try NumericArray([Float](repeating: 1, count: 2), shape: [2]).write(npy: folder("z.npy"))
    let data = try TensorDataset(inputs: folder("x.npy"), targets: folder("y.npy"), kind: .values)
    #expect(data.targets.shape == [2, 4])
    let text = try message {
      _ = try TensorDataset(inputs: folder("x.npy"), targets: folder("z.npy"), kind: .values, like: data)
    }
    #expect(text.hasSuffix("targets of shape [1] each; expected [4], as in the training data"))
  }

  @Test func `statistics are those of the samples asked for, and 1 for what never changes`() {
    let data = TensorDataset(
      inputs: TensorData([1, 7, 3, 7, 100, 7], shape: [3, 2]),
      targets: TensorData([0, 10, 1], shape: [3, 1]))
    #expect(data.inputStatistics(at: [0, 1]).mean.elements == [2, 7])
    #expect(data.inputStatistics(at: [0, 1]).deviation.elements == [1, 1])
    #expect(data.targetStatistics(at: [0, 1]).deviation.elements == [5])
    let huge = TensorDataset(
      inputs: TensorData([-1e30, 1e30, 0.1, 0.1], shape: [4, 1]),
      targets: TensorData([0, 0, 0, 0], shape: [4]))
    #expect(huge.inputStatistics(at: [0, 1]).deviation.elements == [1e30])
    #expect(huge.inputStatistics(at: [2, 3]).deviation.elements == [1])
  }
}
