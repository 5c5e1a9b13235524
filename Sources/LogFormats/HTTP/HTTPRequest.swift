import CHTTP
import Texts

/// A question to a server, answered in JSON.
struct HTTPRequest {
  let url: String
  /// What is sent by POST; `nil` for GET.
  var body: String?
  /// The line `Authorization: ...`.
  var authorization: String?
  var trust = HTTPTrust()
  var limits = HTTPLimits()

  /// Gathers an answer while it arrives.
  private final class Answer {
    let longest: Int
    var bytes: [UInt8] = []

    init(longest: Int) { self.longest = longest }
  }

  /// Sends the request and returns the status and the body of the answer.
  func send() throws(HTTPFailure) -> (status: Int, body: [UInt8]) {
    let answer = Answer(longest: limits.bytes)
    var status = 0
    var message = [CChar](repeating: 0, count: Int(HTTP_MESSAGE_SIZE))
    let result = http_request(
      url, body, authorization, trust.certificates, trust.isUnchecked ? 1 : 0, limits.standstill,
      limits.answer,
      { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        let answer = Unmanaged<Answer>.fromOpaque(context).takeUnretainedValue()
        let (length, overflows) = size.multipliedReportingOverflow(by: count)
        guard !overflows, length <= answer.longest - answer.bytes.count else { return 0 }
        answer.bytes += UnsafeRawBufferPointer(start: bytes, count: length)
        return length
      }, Unmanaged.passUnretained(answer).toOpaque(), &status, &message)
    guard result != 0 else { return (status, answer.bytes) }
    let text = String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let words = text.isEmpty ? "error \(result) of libcurl" : PrintableText.masked(text)
    throw switch Int(result) {
    case Int(HTTP_NO_LIBRARY): .noLibrary
    case HTTP_STOPPED_TAKING: .tooLong(limits.bytes)
    case HTTP_TIMED_OUT: .timedOut(words)
    case HTTP_TOO_MANY_REDIRECTS: .redirected
    case HTTP_UNTRUSTED: .untrusted(words)
    case HTTP_NO_CERTIFICATES: .noCertificates
    default: .noAnswer(words)
    }
  }
}
