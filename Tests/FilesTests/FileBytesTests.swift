import Foundation
import TestSupport
import Testing

@testable import Files

struct FileBytesTests {
  private func problem(_ path: String) throws -> FileProblem {
    try #require(throws: FileProblem.self) { try FileBytes.contents(of: path) }
  }

  @Test(arguments: [0, 1, 70_000])
  func `a file is read whole`(count: Int) throws {
    let folder = try ScratchFolder()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
    #expect(try FileBytes.contents(of: try folder.write(bytes, to: "a")) == bytes)
  }

  @Test func `what cannot be read is told apart`() throws {
    let folder = try ScratchFolder()
    #expect(try problem(folder("none")).kind == .notFound)
    #expect(try problem(folder.path) == .folder)
    let device = try problem("/dev/zero")
    #expect(device.kind == .unreadable)
    #expect(device.problem == "this is a device, not a file")
    let file = try folder.write([], to: "file")
    #expect(try problem(file + "/inside").kind == .notFound)
  }

  @Test func `a name that was no text is told from one that is wrong`() throws {
    #expect(try problem("/no/a\u{FFFD}").advice?.contains("UTF-8") == true)
    #expect(try problem("/no/a").advice == "Check the name and the folder it is in.")
  }

  @Test func `reading that fails is told from opening`() {
    #expect(FileProblem.reading(SystemError(code: EIO)).kind == .interrupted)
    #expect(FileProblem.opening("a", SystemError(code: EIO)).kind == .unreadable)
    #expect(FileProblem.reading(SystemError(code: EISDIR)) == .folder)
  }
}
