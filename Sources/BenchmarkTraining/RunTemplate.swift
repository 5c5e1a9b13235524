import Tensors

/// What is drawn for several runs together: the population, and what a user settles before the first run.
struct RunTemplate: Sendable {
  /// Sizes that a small study has, and for how many epochs it trains.
  private static let sizes: [(trainingSize: Int, epochs: [Int], batchSize: Int)] = [
    (64, [60, 100, 200], 16), (160, [25, 40, 60, 150], 16), (384, [25, 30, 40, 80], 32),
    (960, [20, 30, 40, 60], 32), (1_920, [20, 30, 40], 32),
  ]

  let source: DataSource
  let validationSize: Int
  let plan: RunPlan

  init(_ family: DataFamily, using random: inout RandomSource) {
    source = family.make(&random).standardized(using: &random)
    validationSize = random.pick([100, 150, 200, 200, 300, 600, 1_500])
    let size = random.pick(Self.sizes)
    plan = RunPlan(
      trainingSize: size.trainingSize, epochs: random.pick(size.epochs), batchSize: size.batchSize,
      hiddenLayers: random.pick([1, 2]), activation: random.happens(0.2) ? .tanh : .relu,
      optimizer: random.pick([.sgd, .sgd, .adam]), logsRunningMean: random.happens(0.5))
  }

  /// A run by a recipe that is drawn.
  func draw(using random: inout RandomSource) -> (plan: RunPlan, flaws: DataFlaws) {
    var plan = plan
    plan.seed = random.next()
    let usual: Float
    switch plan.optimizer {
    case .adam: usual = random.logUniform(0.0015...0.015)
    case .sgd:
      plan.momentum = random.pick([0, 0.9])
      usual = random.logUniform(0.03...0.3) * (plan.momentum > 0 ? 0.15 : 1)
    }
    plan.learningRate = usual
    plan.schedule = random.pick([.constant, .constant, .constant, .cosine, .step, .warmUp])
    var flaws = DataFlaws(validationSize: validationSize)
    if random.happens(0.5) { flaws.labelNoise = random.uniform(0...0.2) }
    Recipe.draw(using: &random).apply(to: &plan, &flaws, using: &random)
    return (plan, flaws)
  }
}
