/// A state of a bar as Keras draws it.
///
/// `40/40 [=====] - 1s 5ms/step - loss: 1.79`, `40/40 - 1s - loss: 1.79` and, since Keras 3,
/// `40/40 1s 5ms/step - loss: 1.79`; a first epoch of unknown length has `40/Unknown` in the place of the count.
struct KerasBar {
  let count: Double
  /// Infinite where the length of the epoch is not known yet.
  let total: Double
  /// Whether the values are means over the batches so far, so that the last state of an epoch stands for it.
  let isRunning: Bool

  private static let unknown = Array("/Unknown".utf8)
  private static let rate = Array("/step".utf8)

  /// - Parameter line: The text of the tokens.
  init?(_ tokens: [LineTokens.Token], in line: [UInt8]) {
    guard tokens.count > 3 else { return nil }
    switch tokens[0] {
    case .ratio(let count, let total):
      (self.count, self.total) = (count, total)
    case .quantity:
      let text = line.drop { $0 == 0x20 }
      let digits = text.prefix { (0x30...0x39).contains($0) }
      guard text.dropFirst(digits.count).starts(with: Self.unknown),
        let count = Double(String(decoding: digits, as: UTF8.self))
      else { return nil }
      (self.count, total) = (count, .infinity)
    default: return nil
    }
    switch tokens[1] {
    case .mark(UInt8(ascii: "[")):
      isRunning = tokens[2].isMark("=") || tokens[2].isMark(">") || tokens[2].isMark(".")
    case .mark(UInt8(ascii: "-")): isRunning = total.isInfinite
    // A date and a time begin such lines, too.
    case .quantity where line.firstRange(of: Self.rate) != nil: isRunning = true
    default: return nil
    }
  }
}

/// Counts the epochs of bars where no line names them, as where `fit` is asked for one epoch again and again.
struct KerasEpochs {
  private var epochs = 0.0
  /// How many batches an epoch has; bars over another number are those of evaluations.
  private var batches: Double?
  private var latest: KerasBar?
  private var hasEnded = false

  /// Takes the next state.
  ///
  /// - Returns: The epoch that it is of, counted from 1.
  mutating func epoch(of bar: KerasBar, isDrawnOver: Bool) -> Double {
    if let latest, latest.total.isInfinite, bar.total.isFinite, bar.count >= latest.count {
      // The bar has come to its end, and knows its length now.
      if batches == latest.total { batches = bar.total }
    } else if hasEnded || latest.map({ bar.count < $0.count || bar.total != $0.total }) ?? true {
      batches = batches ?? bar.total
      if bar.total == batches { epochs += 1 }
    }
    latest = bar
    hasEnded = !isDrawnOver && bar.count == bar.total
    return epochs
  }
}
