/// One thing changed about a run, to see what it does: the same seed, the same data.
package enum Retraining: CaseIterable, Sendable {
  case tenthRate, thirdRate, fivefoldRate, moreDecay, moreDropout, noRegularization, narrower, wider, longer
  case moreData

  /// The plan with the change.
  func applied(to plan: RunPlan) -> RunPlan {
    var plan = plan
    switch self {
    case .tenthRate: plan.learningRate /= 10
    case .thirdRate: plan.learningRate /= 3
    case .fivefoldRate: plan.learningRate *= 5
    case .moreDecay: plan.weightDecay = max(10 * plan.weightDecay, 3e-3)
    case .moreDropout: plan.dropout = plan.dropout > 0 ? min(plan.dropout + 0.2, 0.9) : 0.5
    case .noRegularization:
      plan.weightDecay = 0
      plan.dropout = 0
    case .narrower: plan.width = max(plan.width / 4, 1)
    case .wider: plan.width = max(plan.width * 4, 48)
    case .longer: plan.epochs *= 3
    case .moreData: plan.trainingSize *= 3
    }
    return plan
  }

  /// The epochs after which a retraining is measured on the test rows: about 24, and the last ones.
  static func testEpochs(_ epochs: Int) -> Set<Int> {
    let places = (1...24).map { max(1, ($0 * epochs + 12) / 24) }
    return Set(places).union(TrainedRun.end(of: epochs).map { $0 + 1 })
  }
}
