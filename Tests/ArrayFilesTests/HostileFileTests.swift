import Foundation
import TestSupport
import Testing

@testable import ArrayFiles

/// Files that are cut off or damaged anywhere are read or refused, and never crash.
struct HostileFileTests {
  enum Kind: String, CaseIterable {
    case npy = "npy/fortran-big.npy"
    case storedNPZ = "npz/stored.npz"
    case deflatedNPZ = "npz/deflated.npz"
    case streamedNPZ = "npz/streamed.npz"
    case zip64NPZ = "npz/zip64.npz"
    case idx = "idx/i2-idx3"
    case gzip = "idx/images-idx3-ubyte.gz"
    case safetensors = "safetensors/all-types.safetensors"

    var bytes: [UInt8] {
      get throws { try Fixtures.bytes("arrays/" + rawValue) }
    }

    /// Reads everything in the file; the sum keeps the values from being passed over.
    func read(_ bytes: [UInt8]) throws(ArrayFileError) -> Double {
      switch self {
      case .npy: return sum(try NumericArray(npy: bytes, path: "x"))
      case .idx, .gzip: return sum(try NumericArray(idx: bytes, path: "x"))
      case .safetensors:
        return try SafetensorsFile(bytes: bytes, path: "x").entries.map { sum($0.array) }.reduce(0, +)
      case .storedNPZ, .deflatedNPZ, .streamedNPZ, .zip64NPZ:
        let archive = try NPZArchive(bytes: bytes, path: "x")
        var total = 0.0
        for name in archive.names { total += sum(try archive.array(named: name)) }
        return total
      }
    }

    private func sum(_ array: NumericArray) -> Double { array.doubles().reduce(0, +) }
  }

  @Test(arguments: Kind.allCases) func `cut off at every length`(kind: Kind) throws {
    let bytes = try kind.bytes
    _ = try kind.read(bytes)
    for length in 0..<bytes.count {
      #expect(throws: ArrayFileError.self, "\(length) bytes") { try kind.read(Array(bytes.prefix(length))) }
    }
  }

  @Test(arguments: Kind.allCases) func `bits turned at random`(kind: Kind) throws {
    var random = SeededGenerator(seed: 3)
    let whole = try kind.bytes
    var refused = 0
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
      }
      do { _ = try kind.read(bytes) } catch {
        refused += 1
        #expect(error.description.hasPrefix("x"))
        #expect(error.description.hasSuffix("."))
      }
    }
    // Most bytes of each file belong to a header or lie under a check sum.
    #expect(refused > 20)
  }

  @Test func `a table cut off anywhere is read as far as it goes or refused`() throws {
    let text = Array("a,b,kind\n1.5,-2e1,\"cat \"\"x\"\"\"\n3,4,dog\r\n5,6,cat\n".utf8)
    for length in 0..<text.count {
      let table = try? NumberTable(bytes: Array(text.prefix(length)), path: "x", TableOptions(label: "kind"))
      #expect((table?.rowCount ?? 0) <= 3)
      if length < 12 { #expect(table == nil) }
    }
  }

  @Test func `random text never crashes a table`() {
    var random = SeededGenerator(seed: 9)
    let alphabet = Array("0123456789.,;\t\"\r\n eE+-ab\u{0}é".utf8)
    var rows = 0
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      let label = Bool.random(using: &random) ? "1" : nil
      rows += (try? NumberTable(bytes: bytes, path: "x", TableOptions(label: label)))?.rowCount ?? 0
    }
    #expect(rows > 0)
  }
}
