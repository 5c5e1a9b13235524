/// How long a server may take to answer, and how much it may say.
struct HTTPLimits: Sendable {
  /// How many seconds an answer may stand still, or do no more than drip.
  var standstill = 60
  /// How many seconds an answer may take as a whole.
  var answer = 600
  /// The most bytes of an answer.
  var bytes = 128 << 20
}
