/// How two shapes run beside each other when one or both are stretched.
///
/// Axes of extent 1 are left out and neighbours that run alike are merged, so that equal shapes become one
/// run, and a matrix with a row two nested ones.
private struct StretchPlan {
  /// The extents of the merged axes, outermost first; never empty.
  private(set) var extents: [Int] = []
  /// How far each operand moves along each merged axis; 0 where it is stretched.
  private(set) var steps: [(a: Int, b: Int)] = []

  init(_ a: Shape, _ b: Shape, result: Shape) {
    let aSteps = a.steps(stretchedTo: result)
    let bSteps = b.steps(stretchedTo: result)
    for axis in 0..<result.rank where result[axis] != 1 {
      let step = (a: aSteps[axis], b: bSteps[axis])
      if let last = steps.last, last.a == step.a * result[axis], last.b == step.b * result[axis] {
        extents[extents.count - 1] *= result[axis]
        steps[steps.count - 1] = step
      } else {
        extents.append(result[axis])
        steps.append(step)
      }
    }
    if extents.isEmpty {
      extents = [1]
      steps = [(0, 0)]
    }
  }

  /// Calls a function for every innermost run with where it begins in both operands.
  @inline(__always)
  func forEachRun(_ body: (_ a: Int, _ b: Int) -> Void) {
    if extents.contains(0) { return }
    let outer = extents.count - 1
    var counters = [Int](repeating: 0, count: outer)
    var a = 0
    var b = 0
    while true {
      body(a, b)
      var axis = outer - 1
      while axis >= 0 {
        counters[axis] += 1
        a += steps[axis].a
        b += steps[axis].b
        if counters[axis] < extents[axis] { break }
        a -= steps[axis].a * extents[axis]
        b -= steps[axis].b * extents[axis]
        counters[axis] = 0
        axis -= 1
      }
      if axis < 0 { return }
    }
  }

  var runLength: Int { extents[extents.count - 1] }
  var runSteps: (a: Int, b: Int) { steps[steps.count - 1] }
}

extension Shape {
  /// How far the elements lie apart along each axis of the shape that this one is stretched to; 0 along the
  /// axes that are stretched.
  fileprivate func steps(stretchedTo result: Shape) -> [Int] {
    var steps = [Int](repeating: 0, count: result.rank)
    var step = 1
    for place in stride(from: rank - 1, through: 0, by: -1) {
      if self[place] != 1 { steps[place + result.rank - rank] = step }
      step *= self[place]
    }
    return steps
  }
}

extension TensorData {
  /// A function of the pairs of numbers of two data, stretched to a common shape.
  ///
  /// - Precondition: the shapes stretch to one another.
  @inline(__always)
  func zipStretched(_ other: TensorData, _ combine: (Float, Float) -> Float) -> TensorData {
    if shape == other.shape { return zip(other, combine) }
    guard let result = shape.broadcast(with: other.shape) else {
      fatalError("shapes \(shape) and \(other.shape) do not stretch to a common one")
    }
    let plan = StretchPlan(shape, other.shape, result: result)
    return TensorData(shape: result) { target in
      withElements { a in
        other.withElements { b in
          guard let a = a.baseAddress, let b = b.baseAddress, var out = target.baseAddress else { return }
          let length = plan.runLength
          let (aStep, bStep) = plan.runSteps
          plan.forEachRun { aStart, bStart in
            let a = a + aStart
            let b = b + bStart
            var i = 0
            switch (aStep, bStep) {
            case (1, 1):
              while i < length {
                out[i] = combine(a[i], b[i])
                i += 1
              }
            case (1, 0):
              let y = b[0]
              while i < length {
                out[i] = combine(a[i], y)
                i += 1
              }
            case (0, 1):
              let x = a[0]
              while i < length {
                out[i] = combine(x, b[i])
                i += 1
              }
            default:
              while i < length {
                out[i] = combine(a[i * aStep], b[i * bStep])
                i += 1
              }
            }
            out += length
          }
        }
      }
    }
  }

  /// Adds up the numbers along the axes that `shape` was stretched along to become this one: how the gradient
  /// of a stretched operand is made from that of the result.
  package func summed(to target: Shape) -> TensorData {
    if shape == target { return self }
    let plan = StretchPlan(target, shape, result: shape)
    var sum = reshaped(to: Shape(plan.extents))
    for axis in plan.extents.indices.reversed() where plan.steps[axis].a == 0 { sum = sum.sum(axis: axis) }
    return sum.reshaped(to: target)
  }
}
