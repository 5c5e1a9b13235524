import CDeflate
import Testing

@testable import ArrayFiles

struct IDXTests {
  private static let plain: [UInt8] = [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 2, 1, 2, 3, 4]

  @Test(
    arguments: [
      ([1, 0, 8, 1, 0, 0, 0, 0], "no IDX file"), ([0, 0, 7, 1, 0, 0, 0, 0], "no IDX file"),
      ([0, 0, 8, 65], "too many axes"), (plain + [5], "bytes follow"),
      (Array(plain.dropLast()), "ends inside"),
      ([0, 0, 14, 3, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255], "no array of this shape"),
      ([], "ends inside"),
    ] as [([UInt8], String)])
  func refuse(bytes: [UInt8], message: String) {
    let error = #expect(throws: ArrayFileError.self) { try NumericArray(idx: bytes, path: "x") }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func `packed data are recognised by content`() throws {
    #expect(try NumericArray(idx: gzip(Self.plain), path: "no-suffix").integers() == [1, 2, 3, 4])
  }

  @Test(
    arguments: [
      ([0, 0, 8, 2, 127, 255, 255, 255, 127, 255, 255, 255, 1, 2, 3, 4], "announces more"),
      (plain + [5], "hold more"), (Array(plain.dropLast()), "ends inside"), ([9, 9, 9, 9, 9], "no IDX file"),
    ] as [([UInt8], String)])
  func `packed data that do not fit their header are refused`(content: [UInt8], message: String) {
    let error = #expect(throws: ArrayFileError.self) { try NumericArray(idx: gzip(content), path: "x") }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func `bytes behind the packed data are refused`() {
    let error = #expect(throws: ArrayFileError.self) {
      try NumericArray(idx: gzip(Self.plain) + gzip(Self.plain), path: "x")
    }
    #expect(error?.problem == "bytes follow the packed data")
  }

  private func gzip(_ content: [UInt8]) -> [UInt8] {
    let compressor = libdeflate_alloc_compressor(6)
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_gzip_compress_bound(compressor, content.count)
    return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_gzip_compress(compressor, content, content.count, buffer.baseAddress, bound)
    }
  }
}
