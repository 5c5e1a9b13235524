import Testing

@testable import ArrayFiles

struct FileAccessTests {
  private static let array = NumericArray([1, 2] as [Float], shape: [2])

  @Test func `a file that is not there`() {
    let error = #expect(throws: ArrayFileError.self) { try NumericArray(npy: "/no/such/file.npy") }
    #expect(error?.kind == .notFound)
    #expect(error?.description.hasPrefix("/no/such/file.npy: there is no such file.") == true)
  }

  @Test func `a folder`() {
    let error = #expect(throws: ArrayFileError.self) { try NPZArchive(contentsOf: "/") }
    #expect(error?.kind == .isFolder)
    #expect(throws: ArrayFileError.self) { try Self.array.write(npy: "/") }
  }

  @Test func `a device is not read`() {
    let error = #expect(throws: ArrayFileError.self) { try NumberTable(contentsOf: "/dev/zero") }
    #expect(error?.kind == .unreadable)
  }

  @Test func `what lies behind a file is no place to write`() {
    let error = #expect(throws: ArrayFileError.self) { try Self.array.write(npy: "/dev/null/a.npy") }
    #expect(error?.kind == .unwritable)
    #expect(error?.advice == "Name another path: one of its folders cannot be made or is a file.")
  }

  #if os(Linux)
    @Test func `a full disk is told`() {
      let error = #expect(throws: ArrayFileError.self) { try Self.array.write(npy: "/dev/full") }
      #expect(error?.kind == .unwritable)
    }
  #endif
}
