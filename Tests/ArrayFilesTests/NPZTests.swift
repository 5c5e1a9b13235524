import CDeflate
import TestSupport
import Testing

@testable import ArrayFiles

struct NPZTests {
  private static let weights = NumericArray([1, 2, 3] as [Float], shape: [3])

  @Test func `names come in the order of the file`() throws {
    let archive = try NPZArchive(contentsOf: Fixtures.path("arrays/npz/stored.npz"))
    #expect(archive.names == ["weights", "labels", "nested/name"])
  }

  @Test func `an unknown name is answered by the names that there are`() throws {
    let archive = try NPZArchive(contentsOf: Fixtures.path("arrays/npz/stored.npz"))
    let error = #expect(throws: ArrayFileError.self) { try archive.array(named: "x_train") }
    #expect(error?.kind == .unknownName)
    #expect(error?.expected == "one of weights, labels, nested/name")
  }

  @Test func `one damaged array does not hide the others`() throws {
    let whole = Zip(entries: [.init("a", Self.weights), .init("b", Self.weights)])
    var bytes = whole.bytes
    bytes[whole.dataOffsets[0] + 100] ^= 1
    let archive = try NPZArchive(bytes: bytes, path: "x.npz")
    let error = #expect(throws: ArrayFileError.self) { try archive.array(named: "a") }
    #expect(error?.problem == "the check sum of the entry is wrong")
    #expect(error?.member == "a")
    #expect(try archive.array(named: "b").floats() == [1, 2, 3])
  }

  @Test func `an encrypted entry and another method are refused`() throws {
    var encrypted = Zip.Entry("a", Self.weights)
    encrypted.flags = 1
    expect(encrypted, .unsupported, "encrypted")
    var packed = Zip.Entry("a", Self.weights)
    packed.method = 12
    expect(packed, .unsupported, "packed by a method")
  }

  @Test func `a size that the array's header does not confirm is not believed`() {
    // Ten megabytes of zeros pack into ten kilobytes; the header speaks of three numbers.
    let content = Self.weights.npyBytes() + [UInt8](repeating: 0, count: 10 << 20)
    expect(Zip.Entry("a", deflating: content), .malformed, "not of the size")
  }

  @Test func `more than deflate can hold is not believed`() {
    var entry = Zip.Entry(
      "a", deflating: NumericArray([UInt8](repeating: 0, count: 100), shape: [100]).npyBytes())
    entry.size = 1 << 30
    expect(entry, .malformed, "not of the size")
  }

  @Test func `a stored entry has one size`() {
    var entry = Zip.Entry("a", Self.weights)
    entry.size += 1
    expect(entry, .malformed, "not of the size")
  }

  @Test func `packed data of another length than announced are refused`() {
    let header = NPYHeader.encode(shape: [200_000], typeCode: "|u1")
    var short = Zip.Entry("a", deflating: header + [UInt8](repeating: 7, count: 199_999))
    short.size += 1
    expect(short, .malformed, "not of the size")
    var long = Zip.Entry("a", deflating: header + [UInt8](repeating: 7, count: 200_001))
    long.size -= 1
    expect(long, .malformed, "not of the size")
  }

  @Test func `an entry that is no array is refused`() {
    expect(Zip.Entry("readme.txt", deflating: Array("some text".utf8)), .malformed, "no .npy file")
    expect(Zip.Entry("empty", deflating: []), .truncated, "ends inside")
  }

  @Test func `two arrays of one name are refused`() {
    let bytes = Zip(entries: [.init("a.npy", Self.weights), .init("a", Self.weights)]).bytes
    let error = #expect(throws: ArrayFileError.self) { try NPZArchive(bytes: bytes, path: "x.npz") }
    #expect(error?.problem.contains("two arrays of one name") == true)
  }

  @Test func `folders are passed over and a comment at the end is allowed`() throws {
    let entries = [Zip.Entry("folder/", deflating: []), .init("folder/a.npy", Self.weights)]
    let bytes = Zip(entries: entries, comment: "PK\u{5}\u{6} written by hand").bytes
    #expect(try NPZArchive(bytes: bytes, path: "x.npz").names == ["folder/a"])
  }

  @Test func `blocks that are not packed fill the beginning as well`() throws {
    // Noise makes deflate store blocks of up to 65,535 bytes as they are.
    var random = SeededGenerator(seed: 5)
    let noise = (0..<300_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let entry = Zip.Entry("a", deflating: NumericArray(noise, shape: [300_000]).npyBytes())
    let array = try NPZArchive(bytes: Zip(entries: [entry]).bytes, path: "x.npz").array(named: "a")
    #expect(array.integers() == noise.map { Int($0) })
  }

  private func expect(
    _ entry: Zip.Entry, _ kind: ArrayFileError.Kind, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: ArrayFileError.self, sourceLocation: sourceLocation) {
      try NPZArchive(bytes: Zip(entries: [entry]).bytes, path: "x.npz").array(named: entry.name)
    }
    #expect(error?.kind == kind, sourceLocation: sourceLocation)
    #expect(
      error?.description.contains(message) == true, "\(error?.description ?? "")",
      sourceLocation: sourceLocation)
  }
}
