import Foundation
import TestSupport
import Testing

@testable import ArrayFiles

struct SafetensorsTests {
  @Test func `what is written is read`() throws {
    let entries = [
      SafetensorsFile.Entry(name: "0.weight", array: NumericArray([1, 2, 3, 4] as [Float], shape: [2, 2])),
      .init(name: "0.bias", array: NumericArray([0.5, -0.5] as [Float], shape: [2])),
      .init(name: "steps", array: NumericArray([7] as [Int64], shape: [])),
      .init(name: "größe \"\\\n\u{1F431}", array: NumericArray([true], shape: [1])),
    ]
    let metadata = ["format": "pt", "note": "a \"quote\", a\ttab, a \u{1}"]
    let folder = try ScratchFolder()
    let path = folder("model.safetensors")
    try SafetensorsFile(entries, metadata: metadata).write(to: path)
    let file = try SafetensorsFile(contentsOf: path)
    // By size of the elements, then as given.
    #expect(file.entries.map(\.name) == ["steps", "0.weight", "0.bias", "größe \"\\\n\u{1F431}"])
    #expect(file.metadata == metadata)
    for entry in entries {
      let array = try #require(file[entry.name])
      #expect(array.shape == entry.array.shape)
      #expect(array.elementType == entry.array.elementType)
      #expect(array.doubles() == entry.array.doubles())
    }
    let bytes = try Data(contentsOf: URL(filePath: path))
    let length = bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect((8 + length) % 8 == 0)
    #expect(try folder.names() == ["model.safetensors"])
  }

  @Test func `a file without arrays is read`() throws {
    #expect(try read("{}", []).entries.isEmpty)
    #expect(try read("{\"__metadata__\":{}}  ", []).metadata.isEmpty)
  }

  @Test func `big-endian elements are written with the low byte first`() throws {
    let array = NumericArray(
      shape: [2], elementType: .float32, byteOrder: .big, bytes: [63, 128, 0, 0, 64, 0, 0, 0])
    let folder = try ScratchFolder()
    try SafetensorsFile([.init(name: "a", array: array)]).write(to: folder("a"))
    #expect(try SafetensorsFile(contentsOf: folder("a"))["a"]?.floats() == [1, 2])
  }

  @Test func `arrays follow their offsets and not their names`() throws {
    let file = try read(
      #"{"b":{"dtype":"U8","shape":[1],"data_offsets":[2,3]},"a":{"dtype":"U16","data_offsets":[0,2],"shape":[1]}}"#,
      [1, 0, 9])
    #expect(file.entries.map(\.name) == ["a", "b"])
    #expect(file["a"]?.integers() == [1])
    #expect(file["b"]?.integers() == [9])
  }

  @Test(
    arguments: [
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[1,5]}}"#, 5, "leave a hole"),
      (
        #"{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}"#,
        3, "overlap"
      ),
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, 5, "bytes follow"),
      (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, 4, "ends inside the elements"),
      (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#, 4, "does not fit its shape"),
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#, 4, "does not fit its shape"),
      (
        #"{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,4]}}"#, 4,
        "does not fit its shape"
      ),
      (#"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#, 4, "does not describe"),
      (#"{"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}}"#, 4, "does not describe"),
      (#"{"a":{"dtype":"F32","shape":[1]}}"#, 4, "does not describe"),
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}"#, 4, "does not describe"),
      (#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"x":1}}"#, 4, "does not describe"),
      (#"{"a":[]}"#, 0, "does not describe"),
      (#"{"a":{"dtype":"F8_E4M3","shape":[1],"data_offsets":[0,1]}}"#, 1, "type that is not read"),
      (
        #"{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}}"#,
        0, "stands twice"
      ),
      (#"{"__metadata__":{"a":1}}"#, 0, "something else than texts"),
      (#"{"__metadata__":[]}"#, 0, "no object of texts"),
      (#"{"__metadata__":{"a":"b","a":"c"}}"#, 0, "stands twice"),
      (#" {}"#, 0, "no safetensors file"),
      ("", 0, "an empty header"),
      ("{} x", 0, "the end of the header"),
    ] as [(String, Int, String)])
  func `a wrong header is refused`(header: String, size: Int, message: String) {
    let error = #expect(throws: ArrayFileError.self) { try read(header, [UInt8](repeating: 0, count: size)) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func `a header beyond the limit is refused before it is looked for`() {
    var bytes: [UInt8] = [0, 0, 0, 0, 1, 0, 0, 0]
    #expect(throws: ArrayFileError.self) { try SafetensorsFile(bytes: bytes, path: "x") }
    bytes = [UInt8](repeating: 0xFF, count: 9)
    let error = #expect(throws: ArrayFileError.self) { try SafetensorsFile(bytes: bytes, path: "x") }
    #expect(error?.expected == "at most 100000000")
  }

  private func read(_ header: String, _ data: [UInt8]) throws -> SafetensorsFile {
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.utf8.count >> (8 * $0)) }
    return try SafetensorsFile(bytes: length + Array(header.utf8) + data, path: "x.safetensors")
  }
}
