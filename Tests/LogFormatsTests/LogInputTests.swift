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
