import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension DataFamily {
  /// Classes of small pictures, words and waves.
  static let shapes = [glyphs, topics, waves, waveform, gratings]

  /// Pictures of 8 by 8 points of bars, crosses, rings and corners, moved about and blurred by noise.
  private static let glyphs = DataFamily("glyphs") { random in
    let classes = random.pick([4, 6])
    let noise = random.uniform(0.2...0.8)
    return DataSource(.classes(classes)) { random in
      let shape = Int.random(in: 0..<classes, using: &random)
      let (column, row) = (random.uniform(2.5...4.5), random.uniform(2.5...4.5))
      let size = random.uniform(1.5...3)
      let inputs = (0..<64).map { place -> Float in
        let (x, y) = (Float(place % 8) - column, Float(place / 8) - row)
        let isInside = max(abs(x), abs(y)) <= size
        let isInked =
          switch shape {
          case 0: abs(x) <= 0.6 && isInside
          case 1: abs(y) <= 0.6 && isInside
          case 2: min(abs(x), abs(y)) <= 0.6 && isInside
          case 3: abs((x * x + y * y).squareRoot() - size) <= 0.7
          case 4: min(abs(x + size), abs(y + size)) <= 0.6 && isInside
          default: abs(abs(x) - abs(y)) <= 0.6 && isInside
          }
        return (isInked ? 1 : 0) + noise * random.normal()
      }
      return Row(inputs: inputs, target: Float(shape))
    }
  }

  /// Texts by how often they have each of sixty words; each topic has its own frequent words.
  private static let topics = DataFamily("topics") { random in
    let classes = random.pick([3, 5])
    let length = random.pick([15, 40, 80])
    let contrast = random.uniform(0.4...1)
    let common = random.normals(60)
    let frequencies = (0..<classes).map { _ in
      let weights = zip(common, random.normals(60)).map { expf($0 + contrast * $1) }
      var sum: Float = 0
      return weights.map { weight -> Float in
        sum += weight
        return sum
      }
    }
    return DataSource(.classes(classes)) { random in
      let topic = Int.random(in: 0..<classes, using: &random)
      let sums = frequencies[topic]
      var counts = [Float](repeating: 0, count: 60)
      for _ in 0..<length {
        let place = random.uniform() * sums[59]
        counts[sums.firstIndex { $0 > place } ?? 59] += 1
      }
      return Row(inputs: counts.map { logf(1 + $0) }, target: Float(topic))
    }
  }

  /// Which of some frequencies a noisy wave has, whatever its phase.
  private static let waves = DataFamily("waves") { random in
    let classes = random.pick([2, 3, 4])
    let noise = random.uniform(0.2...1)
    return DataSource(.classes(classes)) { random in
      let target = Int.random(in: 0..<classes, using: &random)
      let frequency = 0.35 * (1 + 0.6 * Float(target)) * random.uniform(0.95...1.05)
      let phase = 2 * Float.pi * random.uniform()
      return Row(
        inputs: (0..<24).map { sinf(frequency * Float($0) + phase) + noise * random.normal() },
        target: Float(target))
    }
  }

  /// Mixtures of two of three triangular waves with noise, at 21 points (Breiman et al. 1984).
  private static let waveform = DataFamily("waveform") { random in
    let nuisance = random.pick([0, 19])
    let peaks: [Float] = [7, 15, 11]
    return DataSource(.classes(3)) { random in
      let target = Int.random(in: 0..<3, using: &random)
      let share = random.uniform()
      let (one, other) = (peaks[target], peaks[(target + 1) % 3])
      let inputs = (1...21).map { place -> Float in
        let (x, noise) = (Float(place), random.normal())
        return share * max(6 - abs(x - one), 0) + (1 - share) * max(6 - abs(x - other), 0) + noise
      }
      return Row(inputs: inputs + random.normals(nuisance), target: Float(target))
    }
  }

  /// Pictures of 8 by 8 points of stripes, by the direction in which they run.
  private static let gratings = DataFamily("gratings") { random in
    let classes = random.pick([2, 4, 6])
    let noise = random.uniform(0.2...1)
    return DataSource(.classes(classes)) { random in
      let target = Int.random(in: 0..<classes, using: &random)
      let angle = Float.pi * (Float(target) + random.uniform(-0.2...0.2)) / Float(classes)
      let frequency = random.uniform(0.7...1.4)
      let phase = 2 * Float.pi * random.uniform()
      let inputs = (0..<64).map { place -> Float in
        let along = cosf(angle) * Float(place % 8) + sinf(angle) * Float(place / 8)
        return sinf(frequency * along + phase) + noise * random.normal()
      }
      return Row(inputs: inputs, target: Float(target))
    }
  }
}
