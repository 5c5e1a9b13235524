import Foundation
import TestSupport
import Testing

/// A server that a script of `Fixtures/` in Python is; it ends with its last user.
///
/// The script prints the server's address once it is ready, and kills it when its standard input ends: also when the
/// tests crash.
final class ScriptServer {
  let address: String
  private let folder: ScratchFolder
  private let process = Process()
  private let input = Pipe()

  /// - Parameters:
  ///   - folder: What the script gets as its last argument.
  init(_ script: String, _ arguments: [String] = [], python: String, folder: ScratchFolder) throws {
    self.folder = folder
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python, Fixtures.path(script)] + arguments + [folder.path]
    process.standardInput = input
    process.standardOutput = output
    let errors = try folder.write([], to: "errors.log")
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
    try process.run()
    let printed = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    address = printed.filter { !$0.isNewline }
    let words = try String(contentsOfFile: errors, encoding: .utf8)
    try #require(!address.isEmpty, "\(script) prints no address: \(words.suffix(2_000))")
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
