/// Tells the bar over the validation data from that over the training data, where neither says which it is.
///
/// Loops draw one bar for each: where a second one begins within an epoch, over another number of batches or from the
/// start again, its values are those of the validation data.
struct EpochBars {
  private var epoch: Double?
  private var first: (count: Double, total: Double)?
  private var isSecond = false
  /// Whether values of such a bar were found.
  private(set) var hasFound = false

  /// Takes the state of a bar.
  ///
  /// - Returns: Whether the bar is the second of its epoch.
  mutating func take(_ count: Double, of total: Double, epoch: Double?) -> Bool {
    if epoch != self.epoch { (self.epoch, first, isSecond) = (epoch, nil, false) }
    guard epoch != nil else { return false }
    if let first, !isSecond, first.count == first.total, total != first.total || count < first.count {
      isSecond = true
    }
    if !isSecond { first = (count, total) }
    if isSecond { hasFound = true }
    return isSecond
  }
}
