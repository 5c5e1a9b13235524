import Foundation
import RunRecords
import TestSupport
import Testing

@testable import LogFormats

struct PickledHistoryTests {
  private static let files = try? FileManager.default.contentsOfDirectory(
    atPath: Fixtures.path("runs/pickle")
  ).filter { $0.hasSuffix(".pkl") }.sorted()

  private func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: Fixtures.path("runs/pickle/\(file)"))))
  }

  private func training(_ n: Int) -> Double { 2.3 * pow(0.8, Double(n)) }
  private func validation(_ n: Int) -> Double { 2.4 * pow(0.85, Double(n)) + 0.01 * Double(n * n) }

  @Test(arguments: ["plain", "numpy"], 0...5)
  func `every protocol gives the values that were pickled`(kind: String, protocol version: Int) throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/pickle/\(kind)-\(version).pkl"))
    #expect(run.format == "pickle")
    let losses = try #require(run.first(.loss, .training)?.values)
    let others = try #require(run.first(.loss, .validation)?.values)
    #expect(losses.count == 10 && others.count == 10)
    #expect(losses.indices.allSatisfy { abs(losses[$0] - training($0)) < 1e-7 })
    #expect(
      others.indices.allSatisfy { others[$0] == validation($0) || abs(others[$0] - validation($0)) < 1e-15 })
    if kind == "numpy" {
      #expect(run.first(.learningRate, .run)?.values == Array(repeating: Double(Float(0.01)), count: 10))
      #expect(run.notes.contains { $0.text.hasPrefix("confusion: left out") })
    }
  }

  @Test(arguments: [
    ("records.pkl", "train_loss", "val_loss"), ("boosting.pkl", "train-logloss", "valid-logloss"),
  ])
  func `records and results of boosting are read as those of JSON`(
    file: String, training: String, validation: String
  ) throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/pickle/\(file)"))
    #expect(run.first(.loss, .training)?.name == training)
    #expect(run.first(.loss, .validation)?.name == validation)
    #expect(run.first(.loss, .validation)?.count == 10)
  }

  @Test func `the history of Keras has the losses that the run reported`() throws {
    let run = try FormatShelf.standard.read(path: Fixtures.path("runs/pickle/keras-overfit.pkl"))
    #expect(run.names == ["loss", "val_loss", "accuracy", "val_accuracy"])
    let losses = try #require(run.series("val_loss")).values
    #expect(losses.count == 50)
    #expect(abs((losses.first ?? 0) - 1.974) < 1e-3 && abs((losses.last ?? 0) - 1.008) < 1e-3)
  }

  @Test func `pickles in a folder are runs where they hold a history`() throws {
    let folder = try ScratchFolder()
    try folder.write(try bytes("keras-overfit.pkl"), to: "history.pkl")
    try folder.write(
      [0x80, 2] + Array("X\u{4}\0\0\0nameX\u{4}\0\0\0loss\u{2E}".utf8.dropLast(11)), to: "name.pkl")
    try folder.write([0x80, 2] + Array("csklearn.svm\nSVC\n.".utf8), to: "model.pkl")
    #expect(try FormatShelf.standard.runs(at: folder.path).map(\.name) == ["history.pkl"])
  }

  // MARK: Hostile

  @Test(arguments: [
    ("cos\nsystem\n(S'id'\ntR.", "os.system"), ("cposix\nsystem\n.", "posix.system"),
    ("cbuiltins\neval\n(Vloss\ntR.", "builtins.eval"), ("cnumpy\nload\n.", "numpy.load"),
    ("(Vos\nVsystem\n\u{93}.", ""), ("(i__main__\nHistory\n.", ""),
    ("ckeras.src.callbacks.history\nHistory\n)\u{81}}b.", "keras.src.callbacks.history.History"),
  ])
  func `code is named with its place and never run`(pickle: String, name: String) throws {
    let bytes = [0x80, 2] + pickle.unicodeScalars.map { UInt8($0.value) }
    let error = try readError(bytes, name: "loss.pkl")
    #expect(error.kind == .unrecognized || error.kind == .malformed)
    #expect(error.problem.contains("byte "))
    #expect(error.advice?.contains("CSV") == true)
    if !name.isEmpty { #expect(error.found == name) }
  }

  @Test func `known names are not called with anything else`() throws {
    for pickle in [
      "cbuiltins\nlist\n(ltR.", "cnumpy\nndarray\n(K\u{1}tR.", "c_codecs\nencode\n(K\u{1}tR.",
      "cnumpy\ndtype\n(VO8\ntR}b.", "}(K\u{1}R.", "(lp0\n(dbs.",
      "cnumpy.core.multiarray\nscalar\n(K\u{1}K\u{2}tR.",
    ] {
      let bytes = [0x80, 2] + pickle.unicodeScalars.map { UInt8($0.value) }
      #expect(throws: LogError.self) { _ = try FormatShelf.standard.read(bytes: bytes, name: "loss.pkl") }
    }
  }

  @Test(
    arguments: [
      // Texts, bytes and numbers that say to be longer than the file.
      [0x8D, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
      [0x8D, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
      [0x58, 0xFF, 0xFF, 0xFF, 0xFF], [0x8E, 0, 0, 0, 0, 0, 1, 0, 0], [0x8B, 0xFF, 0xFF, 0xFF, 0x7F],
      [0x8B, 0xFF, 0xFF, 0xFF, 0xFF], [0x96, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
      // A place in the memo that was never filled, an empty stack, marks that are not there.
      [0x6A, 0xFF, 0xFF, 0xFF, 0xFF], [0x30], [0x74], [0x65], [0x87], [0x73], [0x62], [0x52], [0x94], [0x32],
      [0x2E],
    ] as [[UInt8]])
  func `counts that lie and an empty stack are refused`(operations: [UInt8]) throws {
    #expect(throws: LogError.self) {
      _ = try FormatShelf.standard.read(bytes: [0x80, 4] + operations + [0x2E], name: "loss.pkl")
    }
  }

  @Test func `a list that holds itself is refused`() throws {
    let error = try readError([0x80, 2] + Array("]q\0h\0a.".utf8), name: "loss.pkl")
    #expect(error.problem.contains("holds itself"))
    let dictionary = [0x80, 2] + Array("}q\0X\u{4}\0\0\0lossh\0s.".utf8)
    #expect(try readError(dictionary, name: "loss.pkl").problem.contains("holds itself"))
  }

  @Test func `lists of the same lists are refused before they fill the memory`() throws {
    var bytes: [UInt8] = [0x80, 2] + Array("](".utf8)
    bytes += [UInt8](repeating: 0x4E, count: 100) + [0x65]
    for _ in 0..<30 {
      bytes += Array("q\0](".utf8) + Array(String(repeating: "h\0", count: 100).utf8) + [0x65]
    }
    let error = try readError(bytes + [0x2E], name: "loss.pkl")
    #expect(error.kind == .malformed)
    #expect(error.problem.contains("more than a history does"))
    let deep =
      [0x80, 2] + [UInt8](repeating: 0x5D, count: 100_000) + [UInt8](repeating: 0x61, count: 99_999) + [0x2E]
    #expect(try readError(deep, name: "loss.pkl").problem.contains("deep"))
    let marks = [0x80, 2] + [UInt8](repeating: 0x28, count: PickleMachine.most + 2)
    #expect(try readError(marks, name: "loss.pkl").kind == .malformed)
  }

  @Test func `an array whose bytes do not fill its shape is refused`() throws {
    var bytes = try bytes("numpy-2.pkl")
    let range = try #require(
      bytes.firstRange(of: Array("K\u{A}\u{85}".unicodeScalars.map { UInt8($0.value) })))
    bytes[range.lowerBound + 1] = 0xFF
    #expect(try readError(bytes, name: "loss.pkl").problem.contains("do not fill its shape"))
  }

  @Test(arguments: files ?? [])
  func `a cut or damaged pickle is refused or read and never crashes`(file: String) throws {
    let bytes = try bytes(file)
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: LogError.self) {
        _ = try FormatShelf.standard.read(bytes: Array(bytes.prefix(length)), name: file)
      }
    }
    var random = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      var damaged = bytes
      for _ in 0..<4 {
        damaged[Int.random(in: damaged.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = try? FormatShelf.standard.read(bytes: damaged, name: file)
    }
  }
}
