import TestSupport
import Testing

@testable import ArrayFiles

/// Files written by numpy and by the Python package safetensors are read as Python reads them.
struct PythonFilesTests {
  @Test(arguments: try ReferenceArray.all("npy")) func npy(_ reference: ReferenceArray) throws {
    reference.expectSame(try NumericArray(npy: reference.path))
  }

  @Test(arguments: try ReferenceArray.all("npz")) func npz(_ reference: ReferenceArray) throws {
    let archive = try NPZArchive(contentsOf: reference.path)
    let name = try #require(reference.name)
    #expect(archive.names.contains(name))
    reference.expectSame(try archive.array(named: name))
    reference.expectSame(try archive.array(named: name + ".npy"))
  }

  @Test(arguments: try ReferenceArray.all("idx")) func idx(_ reference: ReferenceArray) throws {
    reference.expectSame(try NumericArray(idx: reference.path))
  }

  @Test(arguments: try ReferenceArray.all("safetensors")) func safetensors(_ reference: ReferenceArray) throws
  {
    let file = try SafetensorsFile(contentsOf: reference.path)
    let name = try #require(reference.name)
    reference.expectSame(try #require(file[name]))
  }

  @Test func `metadata of a safetensors file`() throws {
    let file = try SafetensorsFile(contentsOf: Fixtures.path("arrays/safetensors/all-types.safetensors"))
    #expect(file.metadata == ["format": "np", "remark": "line\nbreak"])
    #expect(file["no such"] == nil)
  }

  @Test(arguments: [
    ("object", "Python objects"), ("structured", "structured dtype"), ("complex", "complex numbers"),
    ("text", "text"), ("date", "dates"),
  ])
  func `what is no array of numbers is refused by its name`(file: String, message: String) {
    let error = #expect(throws: ArrayFileError.self) {
      try NumericArray(npy: Fixtures.path("arrays/refused/\(file).npy"))
    }
    #expect(error?.kind == .unsupported)
    #expect(error?.problem.contains(message) == true)
  }
}
