extension Tensor {
  /// The sum of all numbers, a scalar.
  public func sum() -> Tensor {
    let shape = shape
    return Tensor(TensorData([data.total], shape: []), from: self) { upstream, inputs in
      inputs.receive(0) { TensorData(repeating: upstream.withElements { $0[0] }, shape: shape) }
    }
  }

  /// The sum along axes, which are left out of the result or kept with extent 1.
  public func sum(along axes: Int..., keepingDimensions: Bool = false) -> Tensor {
    sum(along: axes, keepingDimensions: keepingDimensions)
  }

  public func sum(along axes: [Int], keepingDimensions: Bool = false) -> Tensor {
    let shape = shape
    let axes = Set(axes.map(shape.axis)).sorted()
    var kept = shape
    var result = data
    for axis in axes.reversed() {
      kept = kept.replacing(axis: axis, with: 1)
      result = result.sum(axis: axis)
    }
    let keptShape = kept
    if keepingDimensions { result = result.reshaped(to: keptShape) }
    return Tensor(result, from: self) { upstream, inputs in
      inputs.receive(0) { upstream.reshaped(to: keptShape).stretched(to: shape) }
    }
  }

  /// The mean of all numbers, a scalar; NaN where there are none.
  public func mean() -> Tensor { sum() / Float(count) }

  /// The mean along axes.
  public func mean(along axes: Int..., keepingDimensions: Bool = false) -> Tensor {
    mean(along: axes, keepingDimensions: keepingDimensions)
  }

  public func mean(along axes: [Int], keepingDimensions: Bool = false) -> Tensor {
    let size = Set(axes.map(shape.axis)).reduce(1) { $0 * shape[$1] }
    return sum(along: axes, keepingDimensions: keepingDimensions) / Float(size)
  }

  /// The variance of all numbers: the mean squared distance from their mean, with `n − 1` in place of `n`
  /// where it is `unbiased`; NaN where that is none.
  public func variance(unbiased: Bool = true) -> Tensor {
    variance(along: Array(0..<shape.rank), unbiased: unbiased)
  }

  /// The variance along axes.
  public func variance(along axes: Int..., unbiased: Bool = true, keepingDimensions: Bool = false) -> Tensor {
    variance(along: axes, unbiased: unbiased, keepingDimensions: keepingDimensions)
  }

  public func variance(along axes: [Int], unbiased: Bool = true, keepingDimensions: Bool = false) -> Tensor {
    let size = Set(axes.map(shape.axis)).reduce(1) { $0 * shape[$1] }
    // No gradient through the mean: the distances from it add up to 0.
    let distances = self - detached.mean(along: axes, keepingDimensions: true)
    return distances.squared().sum(along: axes, keepingDimensions: keepingDimensions)
      / Float(unbiased ? Swift.max(size - 1, 0) : size)
  }

  /// The largest number along an axis; the gradient goes to the first place where it stands.
  public func max(along axis: Int, keepingDimensions: Bool = false) -> Tensor {
    picking(
      data.place(axis: shape.axis(axis), isBetter: >), along: axis, keepingDimensions: keepingDimensions)
  }

  /// The smallest number along an axis; the gradient goes to the first place where it stands.
  public func min(along axis: Int, keepingDimensions: Bool = false) -> Tensor {
    picking(
      data.place(axis: shape.axis(axis), isBetter: <), along: axis, keepingDimensions: keepingDimensions)
  }

  /// The largest of all numbers, a scalar; where several are equal, each gets an even share of the gradient.
  public func max() -> Tensor { best(at: data.reshaped(to: [count]).place(axis: 0, isBetter: >)[0]) }

  /// The smallest of all numbers, a scalar; where several are equal, each gets an even share of the gradient.
  public func min() -> Tensor { best(at: data.reshaped(to: [count]).place(axis: 0, isBetter: <)[0]) }

  /// The number at a place, which stands for all that are equal to it.
  private func best(at place: Int) -> Tensor {
    let data = data
    let best = data.withElements { $0[place] }
    return Tensor(TensorData([best], shape: []), from: self) { upstream, inputs in
      inputs.receive(0) {
        var shares = data.map { $0 == best || ($0.isNaN && best.isNaN) ? 1 : 0 }
        shares.scale(by: upstream.withElements { $0[0] } / shares.total)
        return shares
      }
    }
  }

  /// The place of the largest number along an axis, the first where several are equal.
  public func argmax(along axis: Int = -1) -> [Int] {
    data.place(axis: shape.axis(axis), isBetter: >)
  }

  /// `log Σ eˣ` along an axis, without overflow.
  public func logSumExp(along axis: Int = -1, keepingDimensions: Bool = false) -> Tensor {
    let axis = shape.axis(axis)
    let largest = Tensor(max(along: axis, keepingDimensions: true).data.map { $0.isFinite ? $0 : 0 })
    let sum = (self - largest).exp().sum(along: axis, keepingDimensions: true).log() + largest
    return keepingDimensions ? sum : sum.reshaped(to: shape.removing(axis: axis))
  }

  /// One number for each position of the other axes: the one at a given place along an axis.
  ///
  /// - Precondition: a place within the axis for every position, in row-major order.
  public func picking(_ places: [Int], along axis: Int = -1, keepingDimensions: Bool = false) -> Tensor {
    let shape = shape
    let axis = shape.axis(axis)
    let rest = shape.removing(axis: axis)
    require(
      places.count == rest.elementCount && places.allSatisfy { $0 >= 0 && $0 < shape[axis] },
      "\(places.count) places along axis \(axis) of shape \(shape), for \(rest.elementCount) positions")
    var result = data.picking(places, axis: axis)
    if keepingDimensions { result = result.reshaped(to: shape.replacing(axis: axis, with: 1)) }
    return Tensor(result, from: self) { upstream, inputs in
      inputs.receive(0) { upstream.reshaped(to: rest).scattered(to: shape, places: places, axis: axis) }
    }
  }
}

extension TensorData {
  /// The numbers repeated along axes of extent 1.
  package func stretched(to shape: Shape) -> TensorData {
    self.shape == shape ? self : zipStretched(TensorData(repeating: 0, shape: shape)) { a, _ in a }
  }
}
