import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension DataFamily {
  /// Columns of different kinds, as in the tables of offices and laboratories.
  static let tables = [claims, grades, prices, doses]

  /// Some in a hundred who file a claim: numbers skewed to high values, kinds, and gaps that mean something.
  private static let claims = DataFamily("claims") { random in
    let rarity = random.uniform(1...3)
    let effects = random.normals(6, deviation: 0.7)
    let kinds = random.normals(5, deviation: 0.8)
    return DataSource(random.happens(0.5) ? .binary : .classes(2)) { random in
      let amounts = random.normals(6).map { expf(0.7 * $0) }
      let kind = Int.random(in: 0..<5, using: &random)
      let isMissing = random.happens(0.2)
      let risk = zip(effects, amounts).reduce(kinds[kind] - rarity) { $0 + $1.0 * logf($1.1) }
      let logit = risk + (isMissing ? 1 : 0) + 0.5 * min(amounts[0] * amounts[1], 3)
      let inputs =
        [isMissing ? 0 : amounts[0]] + amounts.dropFirst() + [isMissing ? 1 : 0]
        + (0..<5).map { $0 == kind ? 1 : 0 }
      return Row(inputs: inputs, target: random.happens(1 / (1 + expf(-logit))) ? 1 : 0)
    }
  }

  /// Grades in order, by how much of something there is, with doubt near the borders.
  private static let grades = DataFamily("grades") { random in
    let classes = random.pick([3, 5, 7])
    let dimensions = random.pick([5, 12])
    let weights = random.normals(dimensions)
    let length = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let doubt = random.uniform(0.05...0.6)
    return DataSource(.classes(classes)) { random in
      let inputs = random.normals(dimensions)
      let amount = zip(weights, inputs).reduce(Float(0)) { $0 + $1.0 * tanhf(2 * $1.1) } / length
      let place = (amount + doubt * random.normal() + 1.5) / 3
      return Row(
        inputs: inputs, target: max(0, min((place * Float(classes)).rounded(.down), Float(classes - 1))))
    }
  }

  /// Prices: size, age, quarter and state multiply one another.
  private static let prices = DataFamily("prices") { random in
    let quarters = random.normals(8, deviation: 0.4)
    let noise = random.uniform(0.1...0.5)
    return DataSource(.regression) { random in
      let (size, age) = (expf(0.4 * random.normal()), 60 * random.uniform())
      let quarter = Int.random(in: 0..<8, using: &random)
      let state = random.normals(4)
      let level =
        quarters[quarter] - 0.02 * age + (state[0] > 1 ? 0.5 : 0) + 0.15 * state[1] + noise * random.normal()
      return Row(
        inputs: [size, age] + state + (0..<8).map { $0 == quarter ? 1 : 0 }, target: size * expf(level))
    }
  }

  /// The effect of two drugs that saturates with the dose, and differs with the patient.
  private static let doses = DataFamily("doses") { random in
    let steepness = random.uniform(1...5)
    let synergy = random.uniform(0...1.5)
    let noise = random.uniform(0.03...0.25)
    let nuisance = random.pick([0, 5, 20])
    return DataSource(.regression) { random in
      let doses = [random.logUniform(0.05...20), random.logUniform(0.05...20)]
      let patient = random.normals(2)
      let half = expf(0.5 * patient[0])
      let effects = doses.map { 1 / (1 + expf(-steepness * (logf($0) - logf(half)))) }
      let effect =
        effects[0] + 0.5 * effects[1] + synergy * effects[0] * effects[1] * (patient[1] > 0 ? 1 : 0)
      return Row(
        inputs: doses.map { logf($0) } + patient + random.normals(nuisance),
        target: effect + noise * random.normal())
    }
  }
}
