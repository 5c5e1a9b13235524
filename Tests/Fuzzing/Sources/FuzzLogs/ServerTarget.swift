import Foundation
import Synchronization

/// Reads runs from a server on this computer that answers with the input.
///
/// The first line of an input is the path of the address. The answers follow, each behind a line `---`; one that begins
/// with `!` has an error's status. The last one is given again, as long as there are questions.
final class ServerTarget: FuzzTarget {
  static let separator = Array("---\n".utf8)
  private static let mostQuestions = 64

  private let socket: Int32
  private let port: Int
  private let answers = Mutex<(bodies: [[UInt8]], given: Int)>(([], 0))

  init() {
    socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { [socket] pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && listen(socket, 8) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard isListening else { FuzzLogs.refuse("there is no socket to listen at") }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in serve() }
  }

  func read(_ input: UnsafeBufferPointer<UInt8>) {
    let line = input.prefix { $0 != 0x0A }
    let bodies = Self.bodies(Array(input.dropFirst(line.count + 1)))
    answers.withLock { $0 = (bodies, 0) }
    // Behind the slash nothing can name another server.
    let path = String(decoding: line.filter { $0 != 0 }, as: UTF8.self)
    Promise.read("mlflow:http://127.0.0.1:\(port)/\(path)", size: input.count * Self.mostQuestions, growth: 2)
  }

  private static func bodies(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: separator, maxSplits: mostQuestions).map(Array.init)
  }

  private func serve() {
    while case let connection = accept(socket, nil, nil), connection >= 0 {
      var request = [UInt8](repeating: 0, count: 1 << 16)
      // A question of this size comes in one piece.
      if recv(connection, &request, request.count, 0) > 0 { answer(connection) }
      close(connection)
    }
  }

  private func answer(_ connection: Int32) {
    let body = answers.withLock { answers in
      answers.given += 1
      // Pages without end would never be read to their end.
      guard answers.given <= Self.mostQuestions else { return Array("!{}".utf8) }
      return answers.bodies.indices.contains(answers.given - 1)
        ? answers.bodies[answers.given - 1] : answers.bodies.last ?? []
    }
    let isError = body.first == UInt8(ascii: "!")
    let head =
      "HTTP/1.1 \(isError ? 500 : 200) X\r\nContent-Length: \(body.count)\r\nConnection: close\r\n\r\n"
    let bytes = Array(head.utf8) + body
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }
}
