extension MeasuredCurve {
  /// The course of the curve for a figure: the running median, then a running mean of the same width.
  ///
  /// The median takes the spikes, the mean the steps that a median leaves (Tukey, Exploratory Data
  /// Analysis, 1977). Windows shrink at the start, where a run is steep; at the end they reach back only,
  /// so that the last value is not one of pure noise.
  public var course: [Double] {
    let half = smoothingWidth / 2
    guard half > 0, count > smoothingWidth else { return smoothed }
    var medians = smoothed
    for index in (count - half)..<count {
      medians[index] = values[(index - half)...].median() ?? medians[index]
    }
    var sums = [0.0]
    for value in medians { sums.append(sums[sums.count - 1] + value) }
    return medians.indices.map { index in
      let first = index - min(half, index)
      let last = min(index + min(half, index), count - 1)
      return (sums[last + 1] - sums[first]) / Double(last + 1 - first)
    }
  }
}
