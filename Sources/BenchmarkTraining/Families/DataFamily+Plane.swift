import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension DataFamily {
  /// Classes that lie in a plane or in few dimensions, some with inputs beside it that say nothing.
  static let plane = [spirals, checkerboard, bands, sectors, cells]

  /// Arms that wind around one another.
  private static let spirals = DataFamily("spirals") { random in
    let arms = random.pick([2, 3])
    let turns = random.uniform(0.6...1.6)
    let noise = random.uniform(0.03...0.12)
    let nuisance = random.pick([0, 0, 4])
    return DataSource(arms == 2 ? .binary : .classes(arms)) { random in
      let arm = Int.random(in: 0..<arms, using: &random)
      let radius = random.uniform().squareRoot()
      let angle = 2 * Float.pi * (turns * radius + Float(arm) / Float(arms))
      let point = [
        radius * cosf(angle) + noise * random.normal(), radius * sinf(angle) + noise * random.normal(),
      ]
      return Row(inputs: point + random.normals(nuisance), target: Float(arm))
    }
  }

  /// Squares of two colours.
  private static let checkerboard = DataFamily("checkerboard") { random in
    let squares = random.pick([2, 3, 4])
    let nuisance = random.pick([0, 0, 6])
    return DataSource(random.happens(0.5) ? .binary : .classes(2)) { random in
      let (x, y) = (random.uniform(), random.uniform())
      let column = Int(x * Float(squares))
      let row = Int(y * Float(squares))
      return Row(inputs: [x, y] + random.normals(nuisance), target: Float((column + row) % 2))
    }
  }

  /// Wavy bands, of several classes in turn.
  private static let bands = DataFamily("bands") { random in
    let classes = random.pick([3, 4, 6])
    let frequency = random.uniform(1...3)
    let width = random.uniform(0.5...1.2)
    return DataSource(.classes(classes)) { random in
      let (x, y) = (random.normal(), random.normal())
      let height = y + 0.6 * sinf(frequency * x)
      let band = Int((height / width + 8 * Float(classes)).rounded(.down))
      return Row(inputs: [x, y], target: Float(band % classes))
    }
  }

  /// Slices of a cake, of several classes in turn.
  private static let sectors = DataFamily("sectors") { random in
    let classes = random.pick([2, 3, 5])
    let slices = classes * random.pick([1, 2])
    let nuisance = random.pick([0, 0, 3])
    return DataSource(.classes(classes)) { random in
      let point = random.normals(2)
      let slice = Int((atan2f(point[1], point[0]) / (2 * .pi) + 0.5) * Float(slices))
      return Row(inputs: point + random.normals(nuisance), target: Float(slice % classes))
    }
  }

  /// The class of the nearest of some points, in two to five dimensions.
  private static let cells = DataFamily("cells") { random in
    let classes = random.pick([2, 3, 4])
    let dimensions = random.pick([2, 3, 5])
    let centers = (0..<classes * random.pick([2, 4])).map { _ in random.normals(dimensions) }
    return DataSource(.classes(classes)) { random in
      let point = random.normals(dimensions)
      let distances = centers.map { center in
        zip(center, point).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      }
      let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
      return Row(inputs: point, target: Float(nearest % classes))
    }
  }
}
