import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension DataFamily {
  /// Values in the order of time or place.
  static let sequences = [motif, bumps, trends, decay]

  /// Whether a short word of four letters occurs in a text, or which of two does.
  private static let motif = DataFamily("motif") { random in
    let length = random.pick([10, 16])
    let classes = random.pick([2, 3])
    let words = (1..<classes).map { _ in (0..<4).map { _ in Int.random(in: 0..<4, using: &random) } }
    return DataSource(classes == 2 ? .binary : .classes(3)) { random in
      let target = Int.random(in: 0..<classes, using: &random)
      var letters = (0..<length).map { _ in Int.random(in: 0..<4, using: &random) }
      if target > 0 {
        let start = Int.random(in: 0...(length / 4), using: &random)
        letters.replaceSubrange(start..<start + 4, with: words[target - 1])
      }
      var inputs = [Float](repeating: 0, count: 4 * length)
      for (place, letter) in letters.enumerated() { inputs[4 * place + letter] = 1 }
      return Row(inputs: inputs, target: Float(target))
    }
  }

  /// In which part of a noisy series a bump lies.
  private static let bumps = DataFamily("bumps") { random in
    let classes = random.pick([2, 4, 5])
    let noise = random.uniform(0.3...1.2)
    let width = random.uniform(1...2.5)
    return DataSource(.classes(classes)) { random in
      let place = 30 * random.uniform()
      let height = random.uniform(0.7...1.5)
      let inputs = (0..<30).map { x -> Float in
        let distance = (Float(x) - place) / width
        return height * expf(-0.5 * distance * distance) + noise * random.normal()
      }
      return Row(inputs: inputs, target: Float(min(Int(place * Float(classes) / 30), classes - 1)))
    }
  }

  /// Whether a walk at random drifts, turns back, or does neither.
  private static let trends = DataFamily("trends") { random in
    let drift = random.uniform(0.15...0.6)
    let pull = random.uniform(0.2...0.6)
    return DataSource(.classes(3)) { random in
      let target = Int.random(in: 0..<3, using: &random)
      var place: Float = 0
      let inputs = (0..<20).map { _ -> Float in
        place += (target == 1 ? drift : target == 2 ? -pull * place : 0) + random.normal()
        return place
      }
      return Row(inputs: inputs, target: Float(target))
    }
  }

  /// How fast an oscillation dies away, from noisy samples of it.
  private static let decay = DataFamily("decay") { random in
    let samples = random.pick([10, 20])
    let noise = random.uniform(0.02...0.3)
    return DataSource(.regression) { random in
      let (rate, frequency) = (random.uniform(0.05...0.6), random.uniform(0.5...1.5))
      let phase = random.uniform(0...0.8)
      let inputs = (0..<samples).map { step -> Float in
        let time = 10 * Float(step) / Float(samples)
        return expf(-rate * time) * cosf(frequency * time + phase) + noise * random.normal()
      }
      return Row(inputs: inputs, target: rate)
    }
  }
}
