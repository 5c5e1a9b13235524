import Foundation

/// PyTorch in a process of its own, that measures a window whenever it is asked to.
final class Peer {
  /// The versions of what answers.
  private(set) var version: String
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  enum Problem: Error {
    case noAnswer
  }

  init(python: String, script: String, arguments: [String] = []) throws {
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python, script] + arguments
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    version = ""
    version = try answer()
  }

  /// The best time of a step within a window, over the peer's own settings.
  func best(_ workload: Workload, threads: Int, seconds: Double) throws -> Double {
    struct Question: Encodable {
      let workload: Workload
      let threads: Int
      let seconds: Double
    }
    return try ask(Question(workload: workload, threads: threads, seconds: seconds))
  }

  /// Sends a line of JSON and reads a number.
  func ask(_ question: some Encodable) throws -> Double {
    input.fileHandleForWriting.write(try JSONEncoder().encode(question) + [UInt8(ascii: "\n")])
    guard let seconds = Double(try answer()) else { throw Problem.noAnswer }
    return seconds
  }

  private func answer() throws -> String {
    var line = Data()
    while let byte = try output.fileHandleForReading.read(upToCount: 1), byte.first != UInt8(ascii: "\n") {
      if byte.isEmpty { throw Problem.noAnswer }
      line += byte
    }
    guard !line.isEmpty else { throw Problem.noAnswer }
    return String(decoding: line, as: UTF8.self)
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.terminate()
  }
}
