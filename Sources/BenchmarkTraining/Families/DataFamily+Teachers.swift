import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension DataFamily {
  /// Classes that a rule decides.
  static let teachers = [linear, parity, tree, categories]

  /// A logistic regression on a few of many inputs.
  private static let linear = DataFamily("linear") { random in
    let dimensions = random.pick([10, 30, 60])
    let weights = random.normals(5, deviation: random.uniform(0.6...2))
    let bias = random.pick([0, 0, -1.5])
    return DataSource(.binary) { random in
      let inputs = random.normals(dimensions)
      let logit = zip(weights, inputs).reduce(Float(bias)) { $0 + $1.0 * $1.1 }
      return Row(inputs: inputs, target: random.happens(1 / (1 + expf(-logit))) ? 1 : 0)
    }
  }

  /// Whether the number of positive signs among some inputs is odd.
  private static let parity = DataFamily("parity") { random in
    let bits = random.pick([2, 2, 3, 4])
    let nuisance = random.pick([0, 4, 10])
    let blur = random.uniform(0...0.4)
    return DataSource(random.happens(0.5) ? .binary : .classes(2)) { random in
      let signs = (0..<bits).map { _ -> Float in random.happens(0.5) ? 1 : -1 }
      let inputs = signs.map { $0 + blur * random.normal() } + random.normals(nuisance)
      return Row(inputs: inputs, target: signs.reduce(1, *) > 0 ? 1 : 0)
    }
  }

  /// A decision tree of random splits.
  private static let tree = DataFamily("tree") { random in
    let depth = random.pick([3, 4, 5])
    let dimensions = random.pick([6, 12])
    let classes = random.pick([2, 3, 5])
    let splits = (0..<(1 << depth)).map { _ in
      (axis: Int.random(in: 0..<dimensions, using: &random), threshold: 0.7 * random.normal())
    }
    let leaves = (0..<(1 << depth)).map { _ in Int.random(in: 0..<classes, using: &random) }
    return DataSource(.classes(classes)) { random in
      let inputs = random.normals(dimensions)
      var node = 1
      for _ in 0..<depth {
        node = 2 * node + (inputs[splits[node].axis] > splits[node].threshold ? 1 : 0)
      }
      return Row(inputs: inputs, target: Float(leaves[node - (1 << depth)]))
    }
  }

  /// Inputs that name categories, an input for each; pairs of them decide.
  private static let categories = DataFamily("categories") { random in
    let fields = random.pick([4, 6])
    let levels = 4
    let classes = random.pick([2, 4])
    let effects = (0..<classes).map { _ in random.normals(fields * levels, deviation: 1) }
    let pairs = (0..<classes).map { _ in random.normals(levels * levels, deviation: 1.5) }
    return DataSource(.classes(classes)) { random in
      let chosen = (0..<fields).map { _ in Int.random(in: 0..<levels, using: &random) }
      let scores = (0..<classes).map { label in
        chosen.enumerated().reduce(pairs[label][chosen[0] * levels + chosen[1]]) {
          $0 + effects[label][$1.offset * levels + $1.element]
        } - logf(-logf(max(random.uniform(), 1e-7)))
      }
      var inputs = [Float](repeating: 0, count: fields * levels)
      for (field, level) in chosen.enumerated() { inputs[field * levels + level] = 1 }
      let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
      return Row(inputs: inputs, target: Float(best))
    }
  }
}
