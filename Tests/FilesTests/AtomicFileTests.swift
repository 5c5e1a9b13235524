import Foundation
import TestSupport
import Testing

@testable import Files

struct AtomicFileTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
  }

  private func write(_ text: String, to name: String) throws {
    let middle = text.utf8.count / 2
    let bytes = Array(text.utf8)
    try AtomicFile(path: folder(name)).replace(with: [bytes[..<middle], bytes[middle...]])
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder(name), encoding: .utf8)
  }

  private func failure(_ name: String) throws -> Int32 {
    try #require(throws: SystemError.self) { try write("new", to: name) }.code
  }

  @Test func `the pieces stand one after the other, and nothing else is left`() throws {
    try write("first and second", to: "a")
    #expect(try text("a") == "first and second")
    try write("", to: "a")
    #expect(try text("a") == "")
    #expect(try folder.names() == ["a"])
  }

  @Test func `a link stays a link and permissions stay as they were`() throws {
    try write("old", to: "real")
    #expect(chmod(folder("real"), 0o640) == 0)
    try folder.link("link", to: "real")
    try write("new", to: "link")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("link")) == "real")
    #expect(try text("real") == "new")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder("real"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func `a write that fails at the end leaves nothing behind`() throws {
    let longest = String(repeating: "a", count: 255)
    try write("old", to: longest)
    #expect(try failure(longest + "a") == ENAMETOOLONG)
    #expect(try folder.names() == [longest])
  }

  @Test func `a folder is not replaced`() throws {
    try folder.makeFolder("there")
    #expect(try failure("there") == EISDIR)
    #expect(try failure("there/") == EISDIR)
    #expect(try folder.names() == ["there"])
  }

  @Test(arguments: ["a/b/c", "a//b///c", "./a/../b/c"])
  func `folders on the way are made`(name: String) throws {
    if name.contains("..") { try folder.makeFolder("a") }
    try write("deep", to: name)
    #expect(try text(name) == "deep")
  }

  @Test func `a file in the place of a folder is left as it was`() throws {
    try write("precious", to: "a")
    #expect(try failure("a/b") == ENOTDIR)
    #expect(try failure("a/b/c") == ENOTDIR)
    #expect(try text("a") == "precious")
  }

  @Test func `a pipe is written to as it is, and read to its end`() throws {
    let path = folder("pipe")
    try #require(mkfifo(path, 0o600) == 0)
    let bytes = [UInt8](repeating: 3, count: 3_000_000)
    // A thread of its own: opening a pipe waits for the other side, which tasks must not.
    let writer = Thread { try? AtomicFile(path: path).replace(with: [bytes[...]]) }
    writer.start()
    #expect(try FileBytes.contents(of: path) == bytes)
    #expect(try folder.names() == ["pipe"])
  }

  #if os(Linux)
    @Test func `a full device is told`() throws {
      let error = try #require(throws: SystemError.self) {
        try AtomicFile(path: "/dev/full").replace(with: [[1]])
      }
      #expect(error.code == ENOSPC)
    }
  #endif
}
