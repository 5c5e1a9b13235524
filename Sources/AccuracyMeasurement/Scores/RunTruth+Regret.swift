/// What keeping an epoch's weights costs, by the test loss that the run's user does not see.
extension RunTruth {
  /// The most that one run counts.
  static let worstRegret = 10.0

  /// The share by which the test loss of an epoch is above the lowest, at most 10.
  ///
  /// An epoch outside of the run stands for the nearest one of it, no epoch for the last. So does epoch 0, as the
  /// benchmark's own program takes it, since its epochs count from 1.
  /// - Returns: `nil` where no test loss is finite.
  package func regret(keeping epoch: Double?) -> Double? {
    guard let lowest = lowestTestLoss else { return nil }
    return min(Self.worstRegret, testLoss[index(of: epoch)] / max(lowest, 1e-12) - 1)
  }

  /// What an epoch's test loss is above the lowest as a share of what there was to learn, at most 10: fair where
  /// losses are near 0.
  ///
  /// - Returns: `nil` where no test loss is finite.
  package func excess(keeping epoch: Double?) -> Double? {
    guard let lowest = lowestTestLoss else { return nil }
    let learnable = max(chance - lowest, 0.05 * chance)
    return min(Self.worstRegret, (testLoss[index(of: epoch)] - lowest) / learnable)
  }

  /// By how much the test accuracy of an epoch is below the highest.
  ///
  /// - Returns: `nil` where there is no accuracy.
  package func accuracyRegret(keeping epoch: Double?) -> Double? {
    guard let testAccuracy, let highest = testAccuracy.max() else { return nil }
    return highest - testAccuracy[index(of: epoch)]
  }

  private var lowestTestLoss: Double? {
    testLoss.min().flatMap { $0.isFinite ? $0 : nil }
  }

  /// The place of an epoch in the test curves; epochs count from 1.
  private func index(of epoch: Double?) -> Int {
    guard let epoch, epoch.isFinite, epoch != 0 else { return epochs - 1 }
    return Int(min(max(epoch, 1), Double(epochs))) - 1
  }
}
