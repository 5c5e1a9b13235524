import Tensors

/// One thing changed about a run, to see what it does, on the same data.
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

  /// The plan with the change, trained with the random numbers of a repetition.
  ///
  /// The repetition 0 has the run's own numbers. In others the first weights, the order of the batches and what is
  /// dropped are drawn anew. More epochs at a constant rate still go on from the run itself, with other batches.
  func applied(to plan: RunPlan, repetition: UInt64) -> RunPlan {
    var changed = applied(to: plan)
    guard repetition > 0 else { return changed }
    var random = RandomSource(seed: plan.seed &+ repetition)
    let seed = random.next()
    if self == .longer && plan.schedule == .constant {
      changed.laterOrders = (plan.epochs, seed)
    } else {
      changed.seed = seed
    }
    return changed
  }

  /// The epochs after which a retraining is measured on the test rows: about 24, and the last ones.
  static func testEpochs(_ epochs: Int) -> Set<Int> {
    let places = (1...24).map { max(1, ($0 * epochs + 12) / 24) }
    return Set(places).union(TrainedRun.end(of: epochs).map { $0 + 1 })
  }
}
