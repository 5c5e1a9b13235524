/// The course of one loss over the epochs that are judged, on the logarithm, and what was measured on it once.
struct LossCourse: Sendable {
  /// The loss, one value an epoch.
  let values: [Double]
  /// The logarithms of the values plus a floor.
  let logs: [Double]
  /// The centred running mean of the logarithms, over about a twentieth of the epochs.
  let smoothed: [Double]
  /// How many values make the end.
  let endCount: Int
  /// The mean of the last values.
  let endValue: Double
  /// The logarithm of ``endValue`` plus the floor.
  let end: Double
  /// The standard deviation of the noise of the late logarithms.
  let noise: Double
  /// The index of the lowest smoothed value.
  let bestIndex: Int
  /// What the steps of the second half do.
  let steps: Steps

  /// How the logarithms go up from one epoch to the next in the second half.
  struct Steps: Sendable {
    /// The share of the steps that go up.
    let upShare: Double
    /// The highest step up.
    let highest: Double
    /// The mean of the steps, those down counted as none.
    let climb: Double
  }

  /// Measures at least three positive values.
  init(_ values: [Double], floor: Double) {
    let count = values.count
    self.values = values
    logs = values.map { ($0 + floor).naturalLog }
    let smoothed = Self.runningMean(logs)
    self.smoothed = smoothed
    endCount = min(max((count + 10) / 20, 3), 8, count)
    endValue = values.suffix(endCount).mean()
    end = (endValue + floor).naturalLog
    noise = NoiseEstimate.deviation(of: logs[(count >= 10 ? count / 2 : count / 4)...])
    bestIndex = smoothed.lowestIndex ?? 0
    var ups = 0
    var highest = -Double.infinity
    var climb = 0.0
    let start = count / 2
    for index in (start + 1)..<count {
      let step = logs[index] - logs[index - 1]
      if step > 0 {
        ups += 1
        climb += step
      }
      highest = max(highest, step)
    }
    let size = Double(count - start - 1)
    steps = Steps(upShare: Double(ups) / size, highest: highest, climb: climb / size)
  }

  var count: Int { values.count }
  var lowest: Double { smoothed[bestIndex] }

  /// The mean size of the late bends, which a smooth course has none of.
  var bend: Double {
    var sum = 0.0
    let start = count / 2 + 1
    guard start + 1 < count else { return 0 }
    for index in start..<(count - 1) { sum += abs(logs[index - 1] - 2 * logs[index] + logs[index + 1]) }
    return sum / Double(count - 1 - start) / 1.95
  }

  /// The change over the last `length` epochs, see ``change(over:)``.
  func trend(over length: Int) -> Double { Self.change(over: logs[max(0, count - length)...]) ?? 0 }

  /// The change over some values: twice that from the median of their first to that of their last half; `nil` for
  /// fewer than two.
  static func change(over values: ArraySlice<Double>) -> Double? {
    let half = values.count / 2
    guard let before = values.prefix(half).median(), let after = values.suffix(half).median() else {
      return nil
    }
    return 2 * (after - before)
  }

  /// How much lower the end lies than the smoothed course after a share of the epochs.
  func gain(since share: Double) -> Double {
    smoothed[min(Int(Double(count) * share), count - 1)] - smoothed.suffix(endCount).mean()
  }

  /// The share of the epochs after which nine tenths of the whole fall were done; 1 where nothing fell.
  var pace: Double {
    let fall = logs[0] - lowest
    guard fall > 0, let index = smoothed.firstIndex(where: { $0 <= logs[0] - 0.9 * fall }) else { return 1 }
    return Double(index + 1) / Double(count)
  }

  /// The logarithm of the noise of the last fifth over that of the epochs before, after the first third.
  var calming: Double {
    let last = max(5, count / 5)
    guard count - last - count / 3 >= 5 else { return 0 }
    let before = NoiseEstimate.deviation(of: logs[(count / 3)..<(count - last)])
    let after = NoiseEstimate.deviation(of: logs[(count - last)...])
    return ((after + 1e-3) / (before + 1e-3)).naturalLog
  }

  /// The change of the smoothed course over the last fifth.
  var lastStep: Double { smoothed[count - 1] - smoothed[max(0, count - 1 - max(5, count / 5))] }

  /// The centred mean of a twentieth of the values, three to nine; the window shrinks towards both ends.
  static func runningMean(_ values: [Double]) -> [Double] {
    let half = min(max((values.count + 10) / 20, 3), 9) / 2
    let count = values.count
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: count + 1) { sums in
      sums.initializeElement(at: 0, to: 0)
      for index in 0..<count { sums.initializeElement(at: index + 1, to: sums[index] + values[index]) }
      return (0..<count).map { index in
        let reach = min(half, index, count - 1 - index)
        return (sums[index + reach + 1] - sums[index - reach]) / Double(2 * reach + 1)
      }
    }
  }
}
