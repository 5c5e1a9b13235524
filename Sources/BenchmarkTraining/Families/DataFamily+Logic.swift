import Tensors

extension DataFamily {
  /// Classes that follow from how inputs stand to one another.
  static let logic = [multiplexer, majority, comparison, matching]

  /// The sign of the one input that the signs of two or three others point to.
  private static let multiplexer = DataFamily("multiplexer") { random in
    let addressBits = random.pick([2, 2, 3])
    let blur = random.uniform(0...0.5)
    return DataSource(random.happens(0.5) ? .binary : .classes(2)) { random in
      let signs = (0..<(addressBits + (1 << addressBits))).map { _ -> Float in random.happens(0.5) ? 1 : -1 }
      let address = signs.prefix(addressBits).reduce(0) { 2 * $0 + ($1 > 0 ? 1 : 0) }
      return Row(
        inputs: signs.map { $0 + blur * random.normal() }, target: signs[addressBits + address] > 0 ? 1 : 0)
    }
  }

  /// Whether most of some inputs among others are positive, or which third of them is.
  private static let majority = DataFamily("majority") { random in
    let voters = random.pick([5, 9, 15])
    let nuisance = random.pick([0, 10])
    let classes = random.pick([2, 3])
    return DataSource(classes == 2 ? .binary : .classes(3)) { random in
      let votes = random.normals(voters)
      let positive = votes.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
      return Row(inputs: votes + random.normals(nuisance), target: Float(positive * classes / (voters + 1)))
    }
  }

  /// Whether one sum of products is larger than another.
  private static let comparison = DataFamily("comparison") { random in
    let pairs = random.pick([1, 2, 3])
    let nuisance = random.pick([0, 0, 5])
    let doubt = random.uniform(0...0.5)
    return DataSource(random.happens(0.5) ? .binary : .classes(2)) { random in
      let inputs = random.normals(4 * pairs)
      var difference: Float = 0
      for start in stride(from: 0, to: inputs.count, by: 4) {
        difference += inputs[start] * inputs[start + 1]
        difference -= inputs[start + 2] * inputs[start + 3]
      }
      return Row(
        inputs: inputs + random.normals(nuisance), target: difference + doubt * random.normal() > 0 ? 1 : 0)
    }
  }

  /// Whether two noisy patterns are of the same of several kinds.
  private static let matching = DataFamily("matching") { random in
    let length = random.pick([4, 8])
    let kinds = (0..<random.pick([2, 3, 5])).map { _ in random.normals(length) }
    let noise = random.uniform(0.2...0.9)
    return DataSource(.binary) { random in
      let one = Int.random(in: 0..<kinds.count, using: &random)
      let other =
        random.happens(0.5)
        ? one : (one + Int.random(in: 1..<kinds.count, using: &random)) % kinds.count
      let inputs = (kinds[one] + kinds[other]).map { $0 + noise * random.normal() }
      return Row(inputs: inputs, target: one == other ? 1 : 0)
    }
  }
}
