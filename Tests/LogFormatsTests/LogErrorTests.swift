import Foundation
import LogFormats
import TestSupport
import Testing

struct LogErrorTests {
  @Test(arguments: [
    ("", LogError.Kind.empty), ("\n\n  \n", .empty), ("epoch,train_loss,val_loss\n", .empty),
    ("epoch,train_loss,val_loss", .empty),
    ("epoch,train_loss\n1,\n2,NA\n", .empty),
    ("epoch\n1\n2\n", .noLoss), ("a,b\n1,2\n", .noLoss), ("epoch,lr,time\n1,2,3\n", .noLoss),
    ("Epoch 1/30 - 3 seconds | 5 minutes left\n", .unrecognized),
    ("epoch,step,train_loss\n,1,2\n,2,1\n", .malformed),
    ("{\"users\": \"two\"}", .unrecognized), ("{\"users\": [1, 2]}", .noLoss), ("[1, 2]", .unrecognized),
    ("<html></html>", .unrecognized),
    ("1,2,3\n4,5,6\n", .unrecognized), ("param_a,param_b,train_score,val_score\n1,2,3,4\n", .unrecognized),
    ("epoch,train_loss\n1,oops\n", .malformed), ("epoch,train_loss\none,1\n2,1\n", .malformed),
    ("epoch,train_loss\n1,\"0.5\n2,3\n", .malformed),
    ("epoch,train_loss,val_loss\n1,2,1.000.5\n", .malformed),
  ])
  func `each fault has its kind`(text: String, kind: LogError.Kind) throws {
    #expect(try readError(text).kind == kind)
  }

  @Test(
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], "PNG"), ([0x80, 0x04, 0x95, 0, 0], "pickle"),
      ([0x50, 0x4B, 3, 4, 0, 0], "zip"), ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard"),
      ([0x61, 0x2C, 0, 1, 2, 0x0A], "binary"),
    ] as [([UInt8], String)])
  func `binary content is named`(bytes: [UInt8], word: String) throws {
    let error = try readError(bytes)
    #expect(error.kind == .unrecognized)
    #expect(error.problem.contains(word))
    #expect(error.advice != nil)
  }

  @Test(arguments: [
    "Epoch #%\tD loss: 2.3\tG loss: 2.1\n", "Epoch % | Generator Loss: 0.9 | Discriminator Loss: 0.5\n",
    "[%/25][0/1583]\tLoss_D: 0.6\tLoss_G: 1.0\tD(x): 0.7\n",
  ])
  func `a printed log of players says that their losses measure no fit`(line: String) throws {
    let error = try readError((1...5).map { line.replacing("%", with: "\($0)") }.joined(), name: "gan.txt")
    #expect(error.kind == .noLoss)
    #expect(error.problem.contains("a generator and a discriminator"), "\(error)")
    #expect(error.columns.count == 2)
  }

  @Test func `prose without a number has no columns to name`() throws {
    let error = try readError("Hello, this is my essay about training.\nIt has no numbers.\n", name: "a.txt")
    #expect(error.kind == .unrecognized)
    #expect(error.columns.isEmpty)
    #expect(error.advice?.contains("--train") == false)
  }

  @Test func `a name with blanks is quoted in advice for the shell`() throws {
    let error = try readError("a,training x\n1,2\n2,3\n")
    #expect(error.advice == "Name them: --train 'training x' --val COLUMN")
    let unknown = try readError(
      "epoch,train loss\n1,2\n2,3\n", ReadingOptions(training: "train los"))
    #expect(unknown.advice == "Did you mean --train 'train loss'?")
  }

  @Test func `an unreadable value says its place`() throws {
    let rows = (1...2000).map { "\($0),\(1 / Double($0)),0.5\n" }.joined()
    let error = try readError("epoch,train_loss,val_loss\n" + rows + "2001,0.1,bro ken\n2002,0.1,0.2\n")
    #expect(error.line == 2002)
    #expect(error.column == 3)
    #expect(error.columnName == "val_loss")
    #expect(error.found == "bro ken")
    #expect(
      error.description
        == "run.csv, line 2002, column 3 (val_loss): unreadable value: found \"bro ken\", expected a number.")
  }

  @Test func `a missing file, a folder and a file without permission are told apart`() throws {
    let folder = try ScratchFolder()
    func error(_ path: String) throws -> LogError {
      try #require(throws: LogError.self) { _ = try FormatShelf.standard.read(path: path) }
    }
    #expect(try error(folder("none.csv")).kind == .notFound)
    #expect(try error(folder.path).kind == .noRuns)
    #expect(try error(folder.path).problem.contains("folder"))
    #expect(try error(folder("a\u{FFFD}.csv")).advice?.contains("UTF-8") == true)
  }

  #if os(Linux)
    @Test func `a file that opens and cannot be read is told apart`() throws {
      let error = try #require(throws: LogError.self) {
        _ = try FormatShelf.standard.read(path: "/proc/self/mem")
      }
      #expect(error.kind == .interrupted)
    }
  #endif

  @Test func `nothing of a log reaches a terminal as a control code`() throws {
    let error = try readError("ep\u{1B}[31moch,b\u{7}el,\u{202E}x\n1,2,3\n", name: "a\u{1B}]0;b.csv")
    #expect(
      error.description.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x202E
      })
    let run = try read("epoch,train_\u{1B}[31mloss\n1,2\n")
    #expect(run.first(.loss, .training)?.values == [2])
    #expect(run.series.allSatisfy { !$0.name.unicodeScalars.contains("\u{1B}") })
  }

  @Test func `a long list of columns is cut in the message`() throws {
    let header = (1...500).map { "c\($0)" }.joined(separator: ",")
    let error = try readError(header + "\n" + header.replacing("c", with: "") + "\n")
    #expect(error.columns.count == 500)
    #expect(error.description.count < 1_000)
  }
}
