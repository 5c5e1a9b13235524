import Foundation
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

  @Test func `a pipe is read to its end`() throws {
    try inTemporaryFolder { folder in
      let path = folder + "/pipe"
      try #require(mkfifo(path, 0o600) == 0)
      let bytes = NumericArray([UInt8](repeating: 3, count: 300_000), shape: [300_000]).npyBytes()
      let writer = Thread {
        let handle = FileHandle(forWritingAtPath: path)
        try? handle?.write(contentsOf: Data(bytes))
        try? handle?.close()
      }
      writer.start()
      #expect(try NumericArray(npy: path).count == 300_000)
    }
  }

  @Test func `a folder that is not there is no place to write`() {
    let error = #expect(throws: ArrayFileError.self) { try Self.array.write(npy: "/no/such/folder/a.npy") }
    #expect(error?.kind == .unwritable)
    #expect(error?.advice == "Create the folder first.")
  }

  #if os(Linux)
    @Test func `a full disk is told`() {
      let error = #expect(throws: ArrayFileError.self) { try Self.array.write(npy: "/dev/full") }
      #expect(error?.kind == .unwritable)
    }
  #endif

  @Test func `a write that fails at the end leaves nothing behind`() throws {
    try inTemporaryFolder { folder in
      let longest = String(repeating: "a", count: 255)
      try Self.array.write(npy: "\(folder)/\(longest)")
      let error = #expect(throws: ArrayFileError.self) { try Self.array.write(npy: "\(folder)/\(longest)a") }
      #expect(error?.kind == .unwritable)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [longest])
    }
  }

  @Test func `a link stays a link and permissions stay as they were`() throws {
    try inTemporaryFolder { folder in
      try Self.array.write(npy: folder + "/real.npy")
      #expect(chmod(folder + "/real.npy", 0o640) == 0)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link.npy", withDestinationPath: folder + "/real.npy")
      try NumericArray([5] as [Int32], shape: [1]).write(npy: folder + "/link.npy")
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link.npy").hasSuffix("real.npy"))
      #expect(try NumericArray(npy: folder + "/real.npy").integers() == [5])
      let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/real.npy")
      #expect(attributes[.posixPermissions] as? Int == 0o640)
    }
  }
}
