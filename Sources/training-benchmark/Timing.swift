/// Times what is called again and again.
enum Timing {
  /// The best mean time of a call over blocks of about 10 ms, within a window.
  static func best(seconds: Double, _ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let begin = clock.now
    try body()
    let first = max((clock.now - begin) / .seconds(1), 1e-7)
    let calls = max(Int(0.01 / first), 1)
    var best = Double.infinity
    while (clock.now - begin) / .seconds(1) < seconds {
      let start = clock.now
      for _ in 0..<calls { try body() }
      best = min(best, (clock.now - start) / .seconds(1) / Double(calls))
    }
    return best
  }
}
