/// Data seen as `outer` blocks of `extent` rows of `inner` numbers: one axis, what is before it and after it.
struct AxisView {
  let outer: Int
  let extent: Int
  let inner: Int

  init(_ shape: Shape, axis: Int) {
    outer = shape[..<axis].reduce(1, *)
    extent = shape[axis]
    inner = shape[(axis + 1)...].reduce(1, *)
  }
}

extension TensorData {
  /// The sum of numbers that lie side by side, in double precision and in a fixed order.
  static func sum(_ source: UnsafePointer<Float>, count: Int) -> Float {
    // Four sums side by side wait less on one another.
    var sums = (0.0, 0.0, 0.0, 0.0)
    var i = 0
    while i + 4 <= count {
      sums.0 += Double(source[i])
      sums.1 += Double(source[i + 1])
      sums.2 += Double(source[i + 2])
      sums.3 += Double(source[i + 3])
      i += 4
    }
    while i < count {
      sums.0 += Double(source[i])
      i += 1
    }
    return Float((sums.0 + sums.1) + (sums.2 + sums.3))
  }

  /// The largest of numbers that lie side by side, among those that are numbers; minus infinity where there are none.
  static func largest(_ source: UnsafePointer<Float>, count: Int) -> Float {
    // Four side by side wait less on one another.
    var best = SIMD4<Float>(repeating: -.infinity)
    var i = 0
    while i + 4 <= count {
      let next = SIMD4(source[i], source[i + 1], source[i + 2], source[i + 3])
      best.replace(with: next, where: next .> best)
      i += 4
    }
    while i < count {
      if source[i] > best[0] { best[0] = source[i] }
      i += 1
    }
    return best.max()
  }

  /// The sum of all numbers.
  package var total: Float {
    withElements { elements in
      elements.baseAddress.map { Self.sum($0, count: elements.count) } ?? 0
    }
  }

  /// The sum along one axis, which is left out of the shape; added up in double precision and in a fixed order.
  package func sum(axis: Int) -> TensorData {
    let view = AxisView(shape, axis: axis)
    return TensorData(shape: shape.removing(axis: axis)) { target in
      withElements { source in
        guard let target = target.baseAddress, let source = source.baseAddress else { return }
        guard view.inner > 1 else {
          for block in 0..<view.outer * view.inner {
            target[block] = Self.sum(source + block * view.extent, count: view.extent)
          }
          return
        }
        Self.sumColumns(source, view, to: target)
      }
    }
  }

  /// The sums of columns, a strip of them at a time: what is added up stays in the nearest cache.
  private static func sumColumns(
    _ source: UnsafePointer<Float>, _ view: AxisView, to target: UnsafeMutablePointer<Float>
  ) {
    let widest = Swift.min(view.inner, 1024)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: widest) { strip in
      guard let sums = strip.baseAddress else { return }
      for block in 0..<view.outer {
        for start in stride(from: 0, to: view.inner, by: widest) {
          let width = Swift.min(widest, view.inner - start)
          sums.initialize(repeating: 0, count: width)
          let first = source + block * view.extent * view.inner + start
          var row = 0
          // Four rows at a time, so that the sums are fetched and stored less often.
          while row + 4 <= view.extent {
            let a = first + row * view.inner
            let (b, c, d) = (a + view.inner, a + 2 * view.inner, a + 3 * view.inner)
            var i = 0
            while i < width {
              sums[i] += (Double(a[i]) + Double(b[i])) + (Double(c[i]) + Double(d[i]))
              i += 1
            }
            row += 4
          }
          while row < view.extent {
            let a = first + row * view.inner
            var i = 0
            while i < width {
              sums[i] += Double(a[i])
              i += 1
            }
            row += 1
          }
          let out = target + block * view.inner + start
          for i in 0..<width { out[i] = Float(sums[i]) }
        }
      }
    }
  }

  /// The place along one axis of the first best number, by a comparison; the axis is left out of the shape.
  ///
  /// - Precondition: the axis is not empty.
  @inline(__always)
  func place(axis: Int, isBetter: (Float, Float) -> Bool) -> [Int] {
    let view = AxisView(shape, axis: axis)
    require(view.extent > 0, "no largest or smallest number along the empty axis \(axis) of \(shape)")
    return withElements { source in
      var places = [Int](repeating: 0, count: view.outer * view.inner)
      for block in 0..<view.outer {
        for column in 0..<view.inner {
          let start = block * view.extent * view.inner + column
          var best = source[start]
          var place = 0
          for row in 1..<Swift.max(view.extent, 1) {
            let value = source[start + row * view.inner]
            // A number that is none is the result wherever it stands, as it would be of a sum.
            if isBetter(value, best) || (value.isNaN && !best.isNaN) {
              best = value
              place = row
            }
          }
          places[block * view.inner + column] = place
        }
      }
      return places
    }
  }

  /// The numbers at given places along one axis, one for each of the other axes' positions.
  func picking(_ places: [Int], axis: Int) -> TensorData {
    let view = AxisView(shape, axis: axis)
    return TensorData(shape: shape.removing(axis: axis)) { target in
      withElements { source in
        for block in 0..<view.outer {
          for column in 0..<view.inner {
            let position = block * view.inner + column
            target[position] = source[(block * view.extent + places[position]) * view.inner + column]
          }
        }
      }
    }
  }

  /// Zeros of a shape, with these numbers at given places along one axis: the gradient of ``picking(_:axis:)``.
  func scattered(to shape: Shape, places: [Int], axis: Int) -> TensorData {
    let view = AxisView(shape, axis: axis)
    var result = TensorData(repeating: 0, shape: shape)
    result.withMutableElements { target in
      withElements { source in
        for block in 0..<view.outer {
          for column in 0..<view.inner {
            let position = block * view.inner + column
            target[(block * view.extent + places[position]) * view.inner + column] = source[position]
          }
        }
      }
    }
    return result
  }
}
