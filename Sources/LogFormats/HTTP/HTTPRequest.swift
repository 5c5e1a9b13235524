import CHTTP
import Texts

/// A question to a server, answered in JSON.
struct HTTPRequest {
  let url: String
  /// What is sent by POST; `nil` for GET.
  var body: String?
  /// The line `Authorization: ...`.
  var authorization: String?
  /// What the user named, for messages.
  let source: String

  /// The longest answer that is taken.
  static let longestAnswer = 256 << 20

  /// Gathers an answer while it arrives.
  private final class Answer {
    var bytes: [UInt8] = []
  }

  /// Sends the request and returns the status and the body of the answer.
  ///
  /// - Throws: ``LogError`` `unavailable` if there is no answer.
  func send() throws(LogError) -> (status: Int, body: [UInt8]) {
    let answer = Answer()
    var status = 0
    var message = [CChar](repeating: 0, count: Int(HTTP_MESSAGE_SIZE))
    let result = http_request(
      url, body, authorization,
      { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        let answer = Unmanaged<Answer>.fromOpaque(context).takeUnretainedValue()
        let (length, overflows) = size.multipliedReportingOverflow(by: count)
        guard !overflows, length <= HTTPRequest.longestAnswer - answer.bytes.count else { return 0 }
        answer.bytes += UnsafeRawBufferPointer(start: bytes, count: length)
        return length
      }, Unmanaged.passUnretained(answer).toOpaque(), &status, &message)
    guard result != HTTP_NO_LIBRARY else {
      throw LogError(
        .unavailable, source: source, "servers are asked by libcurl, which is not installed",
        advice: "Install it: apt-get install libcurl4")
    }
    guard result == 0 else {
      let words = String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      throw LogError(
        .unavailable, source: source, "the server does not answer",
        found: words.isEmpty ? "error \(result) of libcurl" : PrintableText.masked(words),
        advice: "Is it running, and is the address right?")
    }
    return (status, answer.bytes)
  }
}
