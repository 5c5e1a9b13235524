import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension DataFamily {
  /// Numbers that are a function of the inputs, with noise.
  static let functions = [polynomial, steps, smooth, sparse, chirp, hinges, terrain, uneven]

  /// A polynomial of the third degree with random terms.
  private static let polynomial = DataFamily("polynomial") { random in
    let dimensions = random.pick([3, 6])
    let terms = (0..<8).map { _ in
      (
        weight: random.normal(),
        factors: (0..<random.pick([1, 2, 3])).map { _ in Int.random(in: 0..<dimensions, using: &random) }
      )
    }
    let noise = random.uniform(0.1...1)
    return DataSource(.regression) { random in
      let inputs = (0..<dimensions).map { _ in random.uniform(-1.5...1.5) }
      let value = terms.reduce(Float(0)) { sum, term in
        sum + term.weight * term.factors.reduce(1) { $0 * inputs[$1] }
      }
      return Row(inputs: inputs, target: value + noise * random.normal())
    }
  }

  /// A sum of steps at random places of several inputs.
  private static let steps = DataFamily("steps") { random in
    let dimensions = random.pick([2, 5, 8])
    let edges = (0..<3 * dimensions).map {
      (axis: $0 % dimensions, place: random.normal(), height: random.normal())
    }
    let noise = random.uniform(0.1...0.8)
    return DataSource(.regression) { random in
      let inputs = random.normals(dimensions)
      let value = edges.reduce(Float(0)) { $0 + (inputs[$1.axis] > $1.place ? $1.height : 0) }
      return Row(inputs: inputs, target: value + noise * random.normal())
    }
  }

  /// A draw from a smooth random process, by random waves (Rahimi and Recht 2007).
  private static let smooth = DataFamily("smooth") { random in
    let dimensions = random.pick([1, 2, 4])
    let scale = random.uniform(0.7...2)
    let waves = (0..<40).map { _ in
      (
        direction: random.normals(dimensions, deviation: scale), phase: 2 * Float.pi * random.uniform(),
        height: random.normal()
      )
    }
    let noise = random.uniform(0.2...2)
    return DataSource(.regression) { random in
      let inputs = random.normals(dimensions)
      let value = waves.reduce(Float(0)) { sum, wave in
        sum + wave.height * cosf(zip(wave.direction, inputs).reduce(wave.phase) { $0 + $1.0 * $1.1 })
      }
      return Row(inputs: inputs, target: value + noise * random.normal())
    }
  }

  /// A linear function of a few of many inputs; the noise of some has heavy tails.
  private static let sparse = DataFamily("sparse") { random in
    let dimensions = random.pick([10, 30, 60])
    let weights = random.normals(4)
    let noise = random.uniform(0.3...2)
    let hasOutliers = random.happens(0.4)
    return DataSource(.regression) { random in
      let inputs = random.normals(dimensions)
      let value = zip(weights, inputs).reduce(Float(0)) { $0 + $1.0 * $1.1 }
      let isOutlier = hasOutliers && random.happens(0.04)
      return Row(inputs: inputs, target: value + noise * (isOutlier ? 5 : 1) * random.normal())
    }
  }

  /// A wave in one input that turns faster and faster.
  private static let chirp = DataFamily("chirp") { random in
    let speed = random.uniform(3...9)
    let noise = random.uniform(0.05...0.5)
    return DataSource(.regression) { random in
      let x = 2 * random.uniform()
      return Row(inputs: [x], target: sinf(speed * x * x) + noise * random.normal())
    }
  }

  /// The highest of some planes.
  private static let hinges = DataFamily("hinges") { random in
    let dimensions = random.pick([2, 4, 10])
    let planes = (0..<random.pick([3, 6])).map { _ in random.normals(dimensions + 1) }
    let noise = random.uniform(0.1...1)
    return DataSource(.regression) { random in
      let inputs = random.normals(dimensions)
      let heights = planes.map { plane in zip(plane, inputs + [1]).reduce(Float(0)) { $0 + $1.0 * $1.1 } }
      return Row(inputs: inputs, target: (heights.max() ?? 0) + noise * random.normal())
    }
  }

  /// Hills and hollows on a plane.
  private static let terrain = DataFamily("terrain") { random in
    let hills = (0..<random.pick([4, 10])).map { _ in
      (place: random.normals(2), width: random.uniform(0.3...1), height: random.normal())
    }
    let noise = random.uniform(0.02...0.3)
    return DataSource(.regression) { random in
      let point = random.normals(2)
      let value = hills.reduce(Float(0)) { sum, hill in
        let distance = zip(hill.place, point).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        return sum + hill.height * expf(-distance / (2 * hill.width * hill.width))
      }
      return Row(inputs: point, target: value + noise * random.normal())
    }
  }

  /// A line whose noise is as large as another input says.
  private static let uneven = DataFamily("uneven") { random in
    let dimensions = random.pick([3, 8])
    let weights = random.normals(dimensions)
    let noise = random.uniform(0.3...1.2)
    return DataSource(.regression) { random in
      let inputs = random.normals(dimensions)
      let value = zip(weights, inputs).reduce(Float(0)) { $0 + $1.0 * $1.1 }
      return Row(inputs: inputs, target: value + noise * expf(0.8 * inputs[0]) * random.normal())
    }
  }
}
