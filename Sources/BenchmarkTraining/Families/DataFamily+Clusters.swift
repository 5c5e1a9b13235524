import Tensors

extension DataFamily {
  /// Classes that are clouds of points.
  static let clusters = [mixture, twonorm, rareClass, expressions]

  /// Each class several clouds of its own width.
  private static let mixture = DataFamily("mixture") { random in
    let classes = random.pick([3, 4, 6, 8])
    let dimensions = random.pick([4, 8, 12])
    let spread = random.uniform(0.8...1.6)
    let centers = (0..<classes * 2).map { _ in random.normals(dimensions, deviation: spread) }
    let widths = centers.map { _ in random.uniform(0.5...1.5) }
    return DataSource(.classes(classes)) { random in
      let cloud = Int.random(in: 0..<centers.count, using: &random)
      return Row(
        inputs: centers[cloud].map { $0 + widths[cloud] * random.normal() }, target: Float(cloud % classes))
    }
  }

  /// Two clouds in twenty dimensions that overlap (Breiman 1996), or one around the other.
  private static let twonorm = DataFamily("twonorm") { random in
    let isRing = random.happens(0.5)
    let offset = 2 / Float(20).squareRoot() * random.uniform(0.5...1)
    return DataSource(.binary) { random in
      let isSecond = random.happens(0.5)
      let center = isSecond ? offset : -offset
      let width: Float = isRing && isSecond ? 2 : 1
      return Row(inputs: random.normals(20).map { center + width * $0 }, target: isSecond ? 1 : 0)
    }
  }

  /// Some in a hundred that differ in a few of many inputs.
  private static let rareClass = DataFamily("rare-class") { random in
    let share = random.uniform(0.05...0.2)
    let dimensions = random.pick([8, 16])
    let shift = random.normals(4, deviation: random.uniform(0.8...1.6))
    return DataSource(.binary) { random in
      let isRare = random.happens(share)
      var inputs = random.normals(dimensions)
      if isRare {
        for place in shift.indices { inputs[place] += shift[place] }
      }
      return Row(inputs: inputs, target: isRare ? 1 : 0)
    }
  }

  /// Many more inputs than matter, in groups that move together, as in measurements of gene expression.
  private static let expressions = DataFamily("expressions") { random in
    let groups = random.pick([10, 20])
    let size = 8
    let classes = random.pick([2, 3])
    let effects = (0..<classes).map { _ in random.normals(3, deviation: random.uniform(0.5...1)) }
    return DataSource(classes == 2 ? .binary : .classes(classes)) { random in
      let target = Int.random(in: 0..<classes, using: &random)
      let inputs = (0..<groups).flatMap { group in
        let level = random.normal() + (group < 3 ? effects[target][group] : 0)
        return random.normals(size).map { 0.7 * level + 0.7 * $0 }
      }
      return Row(inputs: inputs, target: Float(target))
    }
  }
}
