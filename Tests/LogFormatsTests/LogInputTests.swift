import Foundation
import LogFormats
import RunRecords
import TestSupport
import Testing

struct LogInputTests {
  private let text = "epoch,train_loss,val_loss\n1,0.5,0.6\n2,0.4,0.5\n"

  @Test func `a file is read from its path and keeps it as its source`() throws {
    let folder = try ScratchFolder()
    let path = try folder.write(text.utf8, to: "log.csv")
    let run = try FormatShelf.standard.read(path: path)
    #expect(run.source == path)
    #expect(run.name == "log.csv")
    #expect(run.first(.loss, .validation)?.values == [0.6, 0.5])
  }

  @Test func `a pipe is read in pieces`() throws {
    let pipe = Pipe()
    let rows = (1...5000).map { "\($0),\(1 / Double($0)),0.5\n" }
    let writer = Thread {
      pipe.fileHandleForWriting.write(Data("epoch,train_loss,val_loss\n".utf8))
      for row in rows { pipe.fileHandleForWriting.write(Data(row.utf8)) }
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    let run = try FormatShelf.standard.read(standardInput: pipe.fileHandleForReading.fileDescriptor)
    #expect(run.name == "stdin")
    #expect(run.first(.loss, .training)?.values == (1...5000).map { 1 / Double($0) })
  }

  /// The runs in bytes that come through a pipe.
  private func runs(piped bytes: [UInt8]) throws -> [RunLocation] {
    let pipe = Pipe()
    let writer = Thread {
      pipe.fileHandleForWriting.write(Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    return try FormatShelf.standard.runs(standardInput: pipe.fileHandleForReading.fileDescriptor)
  }

  @Test func `a pipe with several runs has them all`() throws {
    let log = "model A\nepoch 1 loss 2.0\nepoch 2 loss 1.0\nmodel B\nepoch 1 loss 2.1\nepoch 2 loss 0.5\n"
    let found = try runs(piped: Array(log.utf8))
    #expect(found.map(\.name) == ["model A", "model B"])
    #expect(try found.map { try $0.read().first(.loss, .training)?.values } == [[2, 1], [2.1, 0.5]])
    let histories = #"{"adam": {"loss": [2, 1]}, "sgd": {"loss": [4, 3]}}"#
    #expect(try runs(piped: Array(histories.utf8)).map { try $0.read().name } == ["adam", "sgd"])
  }

  @Test func `the names of runs in a pipe can be shown`() throws {
    let lines = ["1", "2"].enumerated().map { run, model in
      [2.0 + Double(run), 1.0, 0.5].enumerated().map {
        #"{"si\u001bze": \#(model), "epoch": \#($0.offset), "loss": \#($0.element)}"# + "\n"
      }.joined()
    }
    let names = try runs(piped: Array(lines.joined().utf8)).map(\.name)
    #expect(names.count == 2 && names.last?.hasSuffix("2") == true)
    #expect(!names.joined().unicodeScalars.contains { $0.value < 0x20 })
  }

  @Test func `what was repaired in a pipe is told`() throws {
    let log = Array("epoch,loss,Bemerkung\n1,0.5,gr".utf8) + [0xFC] + Array("n\n2,0.4,gelb\n".utf8)
    let found = try runs(piped: log)
    let run = try #require(found.first).read()
    #expect(run.first(.loss, .training)?.values == [0.5, 0.4])
    #expect(run.notes.contains { $0.text.contains("Windows-1252") })
  }

  @Test func `a pipe that is too large to be held is one run`() throws {
    let blank = String(repeating: " ", count: 900)
    let rows = (1...40_000).map { "\($0),\(1 / Double($0)),\(blank)\n" }.joined()
    let found = try runs(piped: Array(("epoch,loss,note\n" + rows).utf8))
    #expect(found.count == 1)
    #expect(try found.first?.read().first(.loss, .training)?.values == (1...40_000).map { 1 / Double($0) })
  }

  @Test func `values do not depend on where a buffer ends`() throws {
    // Rows of every length, so that cells fall across the ends of all buffers.
    var text = "epoch,note,train_loss\n"
    var expected: [Double] = []
    for epoch in 1...40_000 {
      let loss = 1 / Double(epoch)
      text += "\(epoch),\(String(repeating: "x", count: epoch % 37)),\(loss)\n"
      expected.append(loss)
    }
    #expect(try read(text).first(.loss, .training)?.values == expected)
  }
}
