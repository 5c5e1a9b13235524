import Foundation
import LogFormats
import RunRecords
import Testing

struct LogInputTests {
  private let text = "epoch,train_loss,val_loss\n1,0.5,0.6\n2,0.4,0.5\n"

  @Test func `a file is read from its path and keeps it as its source`() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("log-\(UUID().uuidString).csv")
      .path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let run = try FormatShelf.standard.read(path: path)
    #expect(run.source == path)
    #expect(run.name == path.split(separator: "/").last.map(String.init))
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
