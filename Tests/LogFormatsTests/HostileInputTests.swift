import RunRecords
import TestSupport
import Testing

@testable import LogFormats

/// Input that nobody means well with: it is read or refused, and never crashes.
struct HostileInputTests {
  @Test func `more columns than the bound are refused`() throws {
    let header = "epoch,train_loss" + String(repeating: ",x", count: 1_000_000)
    let error = try readError(header + "\n1,2\n")
    #expect(error.kind == .malformed)
    #expect(error.problem.contains("65536 columns"))
  }

  @Test func `as many columns as the bound are read`() throws {
    let count = 65_534
    let header = "epoch,train_loss" + String(repeating: ",x", count: count)
    let row = "1,0.5" + String(repeating: ",1", count: count)
    #expect(try read(header + "\n" + row + "\n").first(.loss, .training)?.values == [0.5])
  }

  @Test func `of thousands of losses some are left out with a note`() throws {
    let header = "epoch," + (1...5_000).map { "part\($0)x_loss" }.joined(separator: ",")
    let run = try read(header + "\n1" + String(repeating: ",2", count: 5_000) + "\n")
    #expect(run.series.count == 4_096)
    #expect(run.notes.contains { $0.text.hasPrefix("904 columns") })
    #expect(run.notes.allSatisfy { $0.text.count < 500 })
  }

  @Test func `a line beyond all bounds is refused`() throws {
    let line = [UInt8](repeating: UInt8(ascii: "7"), count: 18 << 20)
    let error = try readError(Array("epoch,train_loss\n1,".utf8) + line)
    #expect(error.kind == .malformed)
    #expect(error.line == 2)
    #expect(error.problem.contains("longer than 16 MiB"))
  }

  @Test func `a quote that is never closed is refused with its line`() throws {
    let error = try readError("epoch,note,train_loss\n1,a,2\n2,\"b,1\n3,c,1\n")
    #expect(error.line == 3)
    #expect(error.problem.contains("quote"))
  }

  @Test func `NUL bytes and broken UTF-8 are named or passed over`() throws {
    let broken = Array("epoch,na\u{0}".utf8) + [0xFF, 0xC3, 0x28] + Array(",train_loss\n1,2,3\n".utf8)
    #expect(try readError(broken).kind == .unrecognized)
    let invalid: [UInt8] = Array("epoch,n".utf8) + [0xFF, 0xC3, 0x28] + Array(",train_loss\n1,2,3\n".utf8)
    let run = try FormatShelf.standard.read(bytes: invalid, name: "run.csv")
    #expect(run.first(.loss, .training)?.values == [3])
  }

  @Test func `rows in no order are refused before they fill the memory`() throws {
    let rows = (0..<40_000).map { "\($0 % 2),1\n" }.joined()
    let error = try readError("epoch,train_loss\n" + rows)
    #expect(error.kind == .malformed)
    #expect(error.problem.contains("falls back"))
  }

  @Test(arguments: ["1e300", "-1.7e308", "1e300/30"])
  func `an epoch that nothing counts to is refused`(epoch: String) throws {
    let error = try readError("epoch,train_loss\n1,2\n\(epoch),1\n")
    #expect(error.kind == .malformed)
    #expect(error.line == 3)
    #expect(error.found == epoch)
  }

  @Test func `a step of 64 bits is read`() throws {
    let run = try read("step,train_loss\n1,2\n18446744073709551615,1\n")
    #expect(run.epochs == [1, 0x1p64])
  }

  @Test func `random bytes never crash`() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("epoch,train_loss;val\t\"\n\r#|-. 0123456789e+nainfNA%\u{0}\u{1B}é".utf8)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      let run = try? FormatShelf.standard.read(
        bytes: Array("epoch,train_loss\n".utf8) + bytes, name: "run.csv")
      for series in run?.series ?? [] {
        #expect(zip(series.epochs, series.epochs.dropFirst()).allSatisfy { $0 < $1 })
      }
      _ = try? FormatShelf.standard.read(bytes: bytes, name: "run.csv")
    }
  }

  @Test func `a log cut anywhere loses no more than the last digits of its last value`() throws {
    let header = "epoch,train_loss,val_loss\n"
    let text = header + "1,0.912,0.951\n2,0.523,0.752\n3,0.314,0.663\n"
    for length in header.utf8.count..<text.utf8.count {
      let prefix = Array(text.utf8.prefix(length))
      // Before the first line is whole there may be nothing to read.
      if length < header.utf8.count + 14,
        (try? FormatShelf.standard.read(bytes: prefix, name: "run.csv")) == nil
      {
        continue
      }
      let run = try FormatShelf.standard.read(bytes: prefix, name: "run.csv")
      let training = run.first(.loss, .training)?.values ?? []
      #expect(training.elementsEqual([0.912, 0.523, 0.314].prefix(training.count)), "\(length)")
      for (value, whole) in zip(run.first(.loss, .validation)?.values ?? [], [0.951, 0.752, 0.663])
      where length > 40 {
        #expect(abs(value - whole) < 0.005, "\(length)")
      }
    }
  }
}
