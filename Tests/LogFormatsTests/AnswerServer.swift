import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A server of HTTP on this computer that answers from a list, as long as the tests run.
final class AnswerServer: Sendable {
  typealias Answering = @Sendable (_ request: String) -> (status: Int, body: String)
  /// Sends whatever it likes; `send` gives `false` once nobody listens.
  typealias Sending = @Sendable (_ request: String, _ send: (String) -> Bool) -> Void

  let port: Int

  struct NoSocket: Error {}

  /// - Parameter answer: Gives the answer to a request: its first line, and its body.
  convenience init(_ answer: @escaping Answering) throws {
    try self.init(sending: { request, send in
      let (status, body) = answer(request)
      _ = send(Self.head(status, "Content-Length: \(body.utf8.count)") + body)
    })
  }

  /// The lines above the body of an answer.
  static func head(_ status: Int, _ headers: String...) -> String {
    (["HTTP/1.1 \(status) X"] + headers + ["Connection: close", "", ""]).joined(separator: "\r\n")
  }

  /// - Parameter answer: Sends the answer to a request, byte for byte.
  init(sending answer: @escaping Sending) throws {
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    let socket = Self.open(stream)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && listen(socket, 8) == 0 && getsockname(socket, $0, &length) == 0
      }
    }
    guard socket >= 0, isBound else { throw NoSocket() }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread {
      while true {
        let connection = accept(socket, nil, nil)
        guard connection >= 0 else { return }
        Self.serve(connection, answer)
      }
    }
  }

  private static func open(_ kind: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.socket(AF_INET, kind, 0)
    #else
      Darwin.socket(AF_INET, kind, 0)
    #endif
  }

  private static func serve(_ connection: Int32, _ answer: Sending) {
    defer { close(connection) }
    // A client that has gone away must not end the tests.
    #if canImport(Glibc)
      let flags = Int32(MSG_NOSIGNAL)
    #else
      let flags: Int32 = 0
      var isSet: Int32 = 1
      setsockopt(connection, SOL_SOCKET, SO_NOSIGPIPE, &isSet, socklen_t(MemoryLayout<Int32>.size))
    #endif
    var request = ""
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !isWhole(request) {
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return }
      request += String(decoding: buffer[..<count], as: UTF8.self)
    }
    answer(request) { text in
      let bytes = Array(text.utf8)
      var sent = 0
      while sent < bytes.count {
        let count = bytes[sent...].withUnsafeBytes { send(connection, $0.baseAddress, $0.count, flags) }
        guard count > 0 else { return false }
        sent += count
      }
      return true
    }
  }

  /// Whether the head of a request is there, and the body that it announces.
  private static func isWhole(_ request: String) -> Bool {
    guard let end = request.range(of: "\r\n\r\n") else { return false }
    let lengths = request.components(separatedBy: "\r\n").compactMap { line in
      line.lowercased().hasPrefix("content-length:") ? Int(line.dropFirst(15).drop { $0 == " " }) : nil
    }
    return request[end.upperBound...].utf8.count >= lengths.first ?? 0
  }
}
