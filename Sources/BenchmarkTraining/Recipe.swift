import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A way to set a run up, well or badly, so that all that may go wrong with runs is frequent enough among them.
///
/// No label is taken from a recipe: what is true of a run is measured.
enum Recipe: CaseIterable {
  case good, large, tiny, overregularized, slow, fast, exploding, dead, unrelated, noisy, unscaled
  case smallValidation, leakedValidation, shiftedValidation, cleanValidation

  /// How frequent a recipe is, in hundredths.
  private var weight: Float {
    switch self {
    case .good: 23
    case .large: 9
    case .tiny: 17
    case .overregularized: 8
    case .slow: 6
    case .fast: 10
    case .exploding: 7
    case .dead: 3
    case .unrelated: 5
    case .noisy: 3
    case .unscaled: 1
    case .smallValidation: 3
    case .leakedValidation, .shiftedValidation: 2
    case .cleanValidation: 1
    }
  }

  static func draw(using random: inout RandomSource) -> Recipe {
    var place = random.uniform() * allCases.reduce(0) { $0 + $1.weight }
    for recipe in allCases {
      place -= recipe.weight
      if place < 0 { return recipe }
    }
    return .good
  }

  /// Settles what the recipe is about.
  func apply(to plan: inout RunPlan, _ flaws: inout DataFlaws, using random: inout RandomSource) {
    plan.width = Int(random.logUniform(8...64))
    plan.weightDecay = random.pick([0, 0, 1e-4, 1e-3])
    plan.dropout = random.pick([0, 0, 0, 0.1, 0.3])
    switch self {
    case .good:
      plan.weightDecay = random.pick([0, 1e-4, 1e-3, 3e-3])
    case .large:
      plan.width = Int(random.logUniform(32...128))
      plan.weightDecay = 0
      plan.dropout = 0
    case .tiny:
      plan.width = random.pick([1, 2, 2, 3, 4])
      plan.weightDecay = 0
      plan.dropout = 0
      plan.learningRate *= 2.5
    case .overregularized:
      if random.happens(0.6) {
        plan.weightDecay = random.logUniform(0.01...0.4) * (plan.optimizer == .adam ? 0.3 : 1)
      } else {
        plan.dropout = random.uniform(0.5...0.8)
      }
    case .slow: plan.learningRate *= random.logUniform(0.0005...0.05)
    case .fast: plan.learningRate *= random.logUniform(4...30)
    case .exploding: plan.learningRate *= random.logUniform(30...1_000)
    case .dead:
      if random.happens(0.5) {
        plan.firstBias = -random.uniform(2...8)
      } else {
        plan.weightScale = random.logUniform(0.003...0.1)
      }
    case .unrelated: flaws.isUnrelated = true
    case .noisy:
      plan.width = Int(random.logUniform(32...128))
      flaws.labelNoise = random.uniform(0.15...0.4)
      flaws.sparesOthers = random.happens(0.15)
    case .unscaled: flaws.inputScale = random.pick([0.03, 0.1, 10])
    case .smallValidation: flaws.validationSize = Int.random(in: 15...40, using: &random)
    case .leakedValidation: flaws.leakedShare = random.pick([0.5, 1])
    case .shiftedValidation: flaws.validationShift = random.uniform(0.5...2)
    case .cleanValidation:
      flaws.labelNoise = random.uniform(0.15...0.35)
      flaws.sparesValidation = true
    }
  }
}
