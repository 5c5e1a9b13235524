// Loops over the numbers of data of one shape. Plain `while` loops: the optimiser turns them into vector
// instructions, and without it they are the fastest there are.

extension TensorData {
  /// A function of every number.
  @inline(__always)
  func map(_ transform: (Float) -> Float) -> TensorData {
    TensorData(shape: shape) { target in
      withElements { source in
        guard let source = source.baseAddress, let target = target.baseAddress else { return }
        let count = count
        var i = 0
        while i < count {
          target[i] = transform(source[i])
          i += 1
        }
      }
    }
  }

  /// A function of the pairs of numbers of two data of one shape.
  @inline(__always)
  func zip(_ other: TensorData, _ combine: (Float, Float) -> Float) -> TensorData {
    require(shape == other.shape, "shapes \(shape) and \(other.shape) differ")
    return TensorData(shape: shape) { target in
      withElements { a in
        other.withElements { b in
          guard let a = a.baseAddress, let b = b.baseAddress, let target = target.baseAddress else { return }
          let count = count
          var i = 0
          while i < count {
            target[i] = combine(a[i], b[i])
            i += 1
          }
        }
      }
    }
  }

  /// Replaces every number by a function of it and the other's.
  @inline(__always)
  mutating func merge(_ other: TensorData, _ combine: (Float, Float) -> Float) {
    require(shape == other.shape, "shapes \(shape) and \(other.shape) differ")
    let count = count
    withMutableElements { target in
      other.withElements { source in
        guard let source = source.baseAddress, let target = target.baseAddress else { return }
        var i = 0
        while i < count {
          target[i] = combine(target[i], source[i])
          i += 1
        }
      }
    }
  }

  /// Adds the other's numbers.
  package mutating func add(_ other: TensorData) {
    merge(other) { $0 + $1 }
  }

  /// Adds the other's numbers times a factor.
  package mutating func addScaled(_ other: TensorData, by factor: Float) {
    merge(other) { $0 + factor * $1 }
  }

  /// Multiplies every number by `factor`.
  package mutating func scale(by factor: Float) {
    let count = count
    withMutableElements { target in
      guard let target = target.baseAddress else { return }
      var i = 0
      while i < count {
        target[i] *= factor
        i += 1
      }
    }
  }

  /// The sum of the squares of the numbers.
  package var squaredNorm: Double {
    withElements { elements in
      // Four sums side by side wait less on one another.
      var sums = (0.0, 0.0, 0.0, 0.0)
      var i = 0
      let square = { (place: Int) -> Double in
        let value = Double(elements[place])
        return value * value
      }
      while i + 4 <= elements.count {
        sums.0 += square(i)
        sums.1 += square(i + 1)
        sums.2 += square(i + 2)
        sums.3 += square(i + 3)
        i += 4
      }
      while i < elements.count {
        sums.0 += square(i)
        i += 1
      }
      return (sums.0 + sums.1) + (sums.2 + sums.3)
    }
  }

  /// The number of values that are not finite.
  package var nonFiniteCount: Int {
    withElements { elements in
      var count = 0
      for element in elements where !element.isFinite { count += 1 }
      return count
    }
  }
}
