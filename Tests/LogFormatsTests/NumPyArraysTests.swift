import ArrayFiles
import Foundation
import RunRecords
import TestSupport
import Testing

@testable import LogFormats

struct NumPyArraysTests {
  private func read(_ file: String, _ options: ReadingOptions = .init()) throws -> RunRecord {
    try FormatShelf.standard.read(path: Fixtures.path("runs/numpy/\(file)"), options: options)
  }

  private func error(_ bytes: [UInt8], _ name: String) throws -> LogError {
    try readError(bytes, name: name)
  }

  private func training(_ n: Int) -> Double { 2.3 * exp(-Double(n) / 6) + 0.05 }
  private func validation(_ n: Int) -> Double { 2.3 * exp(-Double(n) / 5) + 0.2 + 0.02 * Double(n) }

  @Test(arguments: ["history.npz", "losses-and-settings.npz"])
  func `an archive has a curve for each array of one axis`(file: String) throws {
    let run = try read(file)
    #expect(run.names == ["train_loss", "val_loss"])
    #expect(run.epochs == (1...20).map { Double($0) })
    let losses = try #require(run.series("val_loss")).values
    #expect(losses.indices.allSatisfy { abs(losses[$0] - validation($0)) < 1e-12 })
    #expect(run.notes.contains { $0.text.contains("left out, for only arrays of one axis") })
  }

  @Test func `a validation loss shorter by a whole factor was taken every few epochs`() throws {
    let run = try read("validated-every-5.npz")
    #expect(run.series("val_losses")?.epochs == [5, 10, 15, 20])
    #expect(run.series("train_losses")?.count == 20)
    #expect(run.notes.contains { $0.text.contains("one after every 5") })
  }

  @Test func `a history that was saved as an array is the dictionary in it`() throws {
    let run = try read("keras-history.npy")
    #expect(run.first(.loss, .training)?.values.last == 1.4268630743026733)
    #expect(run.first(.loss, .validation)?.values.last == 1.5064197778701782)
    #expect(run.first(.loss, .validation)?.count == 6)
    #expect(try read("pickled.npy").first(.loss, .training) != nil)
  }

  @Test func `big-endian floats named by their file are read`() throws {
    let losses = try #require(try read("val_loss.npy").first(.loss, .validation)).values
    #expect(losses.indices.allSatisfy { abs(losses[$0] - validation($0)) < 1e-6 })
  }

  @Test(arguments: [("val.npy", "val_loss"), ("train_losses.npy", "train_losses"), ("y_val.npy", "loss")])
  func `the name of a file says what its curve is`(file: String, name: String) throws {
    let bytes = NumericArray([2.0, 1], shape: [1, 2]).npyBytes()
    let run = try FormatShelf.standard.read(bytes: bytes, name: file)
    #expect(run.names == [name])
    #expect(run.notes.contains { $0.text.contains("read as the loss") } == (name == "loss"))
  }

  @Test func `arrays without names are read once they are named by hand`() throws {
    let path = Fixtures.path("runs/numpy/unnamed.npz")
    let error = try #require(throws: LogError.self) { _ = try FormatShelf.standard.read(path: path) }
    #expect(error.kind == .noLoss)
    #expect(error.columns == ["arr_0", "arr_1"])
    let run = try read("unnamed.npz", ReadingOptions(training: "arr_0", validation: "arr_1"))
    #expect(run.series.map(\.split) == [.training, .validation])
  }

  @Test(arguments: [
    ("pickled.npz", "Python objects"), ("structured.npy", "structured dtype"),
  ])
  func `what is no array of numbers is refused with advice`(file: String, problem: String) throws {
    let error = try #require(throws: LogError.self) { _ = try read(file) }
    #expect(error.kind == .unrecognized)
    #expect(error.problem.contains(problem))
    #expect(error.advice?.contains("numpy.savez") == true)
  }

  @Test(arguments: [[2, 3], [3, 2], [2, 1, 2]])
  func `columns without names are refused`(shape: [Int]) throws {
    let count = shape.reduce(1, *)
    let array = NumericArray([Double](repeating: 1, count: count), shape: shape)
    #expect(try error(array.npyBytes(), "loss.npy").problem.contains("no names"))
  }

  @Test func `of losses of batches beside those of epochs the means are read`() throws {
    let run = try read("losses-of-batches.npz")
    #expect(run.first(.loss, .training)?.values == [3, 2, 1.5, 1.25])
    #expect(run.first(.loss, .validation)?.values == [3.5, 2.5, 2, 2.25])
    #expect(run.notes.contains { $0.text.contains("the means over the second are read") })
  }

  @Test func `an array of two axes is refused where they may be anything`() throws {
    let error = try #require(throws: LogError.self) { _ = try read("two-axes.npz") }
    #expect(error.kind == .unrecognized)
    #expect(error.found == "the shape [4, 2]")
    #expect(EpochRows.names(in: [("train_loss", [5, 30]), ("val_loss", [5, 30])]) == [])
    #expect(EpochRows.names(in: [("train_loss", [30, 30]), ("val_loss", [30])]) == [])
    #expect(EpochRows.names(in: [("train_loss", [30, 9]), ("val_loss", [15])]) == [])
    #expect(EpochRows.names(in: [("x", [30, 9]), ("val_loss", [30])]) == [])
    #expect(EpochRows.names(in: [("loss", [30, 9]), ("val_loss", [30, 4])]) == ["loss", "val_loss"])
  }

  @Test func `arrays of data are no logs of a folder`() throws {
    let folder = try ScratchFolder()
    let labels = NumericArray([1.0, 0, 1], shape: [3])
    for name in ["data/y_train.npy", "data/train.npy", "labels.npy"] {
      try folder.write(labels.npyBytes(), to: name)
    }
    try folder.write("epoch,loss\n1,2\n".utf8, to: "run.csv")
    #expect(try FormatShelf.standard.runs(at: folder.path).map(\.name) == ["run.csv"])
  }

  @Test(arguments: ["history.npz", "validated-every-5.npz", "val_loss.npy", "structured.npy"])
  func `a cut or damaged file is refused or read and never crashes`(file: String) throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: Fixtures.path("runs/numpy/\(file)"))))
    for length in stride(from: 0, to: bytes.count, by: 7) {
      let prefix = Array(bytes.prefix(length))
      #expect(throws: LogError.self) { _ = try FormatShelf.standard.read(bytes: prefix, name: file) }
    }
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      var damaged = bytes
      for _ in 0..<4 {
        damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = try? FormatShelf.standard.read(bytes: damaged, name: file)
    }
  }
}
