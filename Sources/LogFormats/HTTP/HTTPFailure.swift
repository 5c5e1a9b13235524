/// Why there is no answer to a question.
enum HTTPFailure: Error, Sendable, Hashable {
  case noLibrary
  case noAnswer(String)
  case timedOut(String)
  /// The answer is longer than this many bytes.
  case tooLong(Int)
  case redirected
  case untrusted(String)
  case noCertificates
}
