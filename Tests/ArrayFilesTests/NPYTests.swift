import Foundation
import TestSupport
import Testing

@testable import ArrayFiles

struct NPYTests {
  @Test(arguments: [[], [3], [2, 3], [0], [2, 0, 4], Array(repeating: 1, count: 64)])
  func `an array of any shape comes back as it was written`(shape: [Int]) throws {
    let values = (0..<shape.reduce(1, *)).map { Float($0) * 0.25 - 1 }
    let array = NumericArray(values, shape: shape)
    let copy = try NumericArray(npy: array.npyBytes(), path: "a.npy")
    #expect(copy.shape == shape)
    #expect(copy.elementType == .float32)
    #expect(copy.floats() == values)
  }

  @Test func `numbers begin at a multiple of 64 bytes`() throws {
    for size in [1, 10, 1_000, 1_000_000] {
      let header = NPYHeader.encode(shape: [size, 1], typeCode: "<f4")
      #expect(header.count % 64 == 0)
      #expect(header.last == UInt8(ascii: "\n"))
    }
  }

  @Test func `a big-endian array and one of bfloat16 can be written`() throws {
    let big = NumericArray(shape: [2], elementType: .int16, byteOrder: .big, bytes: [0x01, 0x02, 0xFF, 0xFE])
    #expect(try NumericArray(npy: big.npyBytes(), path: "a").integers() == [258, -2])
    let brain = NumericArray(shape: [1], elementType: .bfloat16, byteOrder: .little, bytes: [0xC0, 0x3F])
    let copy = try NumericArray(npy: brain.npyBytes(), path: "a")
    #expect(copy.elementType == .float32)
    #expect(copy.floats() == [1.5])
  }

  @Test func `a file appears and is read`() throws {
    let folder = try ScratchFolder()
    let path = folder("a.npy")
    try NumericArray([1, 2, 3] as [Int64], shape: [3]).write(npy: path)
    #expect(try NumericArray(npy: path).integers() == [1, 2, 3])
    #expect(try folder.names() == ["a.npy"])
  }

  @Test(
    arguments: [
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)}", nil),
      ("{\"shape\":(2,),\"fortran_order\":False,\"descr\":\"<f4\"}   \n", nil),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (2L,), }", nil),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (2)}", "expected \",\""),
      ("{'descr': '<f4', 'fortran_order': 0, 'shape': (2,)}", "expected True or False"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (-2,)}", "expected a size"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,)}", "expected a size"),
      (
        "{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 8)}",
        "no array of this shape"
      ),
      ("{'descr': '<f4', 'fortran_order': False}", "expected the keys"),
      ("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2,)}", "each once"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'x': 1}", "expected the keys"),
      ("{'descr': '<f4', 'fortran_order': False, 'shape': (2,)} x", "expected the end of the header"),
      ("{'descr': '<f4, 'fortran_order': False, 'shape': (2,)}", "expected \""),
      ("{'descr': '<f16', 'fortran_order': False, 'shape': (2,)}", "unusual size"),
      ("{'descr': 'f4', 'fortran_order': False, 'shape': (2,)}", "dtype \"f4\""),
      ("", "the end of the header"),
    ] as [(String, String?)])
  func header(text: String, message: String?) throws {
    let bytes =
      NPYHeader.magic + [1, 0, UInt8(text.utf8.count), 0] + Array(text.utf8) + [0, 0, 128, 63, 0, 0, 0, 64]
    guard let message else {
      #expect(try NumericArray(npy: bytes, path: "a.npy").floats() == [1, 2])
      return
    }
    let error = #expect(throws: ArrayFileError.self) { try NumericArray(npy: bytes, path: "a.npy") }
    #expect(error.map { "\($0)" }?.contains(message) == true, "\(error.map { "\($0)" } ?? "")")
  }

  @Test func `the message says where, what and what else`() {
    let bytes = Array("PK\u{3}\u{4} this is a zip".utf8)
    let error = #expect(throws: ArrayFileError.self) { try NumericArray(npy: bytes, path: "data/x.npy") }
    #expect(
      error?.description == "data/x.npy, byte 0: this is no .npy file: found \"PK\u{FFFD}\u{FFFD} t\", "
        + "expected \"\\x93NUMPY\". Write it by numpy.save.")
  }

  @Test func `bytes behind the numbers are refused`() {
    let bytes = NumericArray([1] as [Float], shape: [1]).npyBytes()
    let error = #expect(throws: ArrayFileError.self) { try NumericArray(npy: bytes + bytes, path: "a.npy") }
    #expect(error?.place == .byte(bytes.count))
    #expect(error?.kind == .malformed)
  }

  @Test(arguments: [[4, 0], [1, 1], [0, 0]] as [[UInt8]]) func `unknown versions are refused`(
    version: [UInt8]
  ) {
    var bytes = NumericArray([1] as [Float], shape: [1]).npyBytes()
    bytes.replaceSubrange(6..<8, with: version)
    #expect(throws: ArrayFileError.self) { try NumericArray(npy: bytes, path: "a.npy") }
  }
}
