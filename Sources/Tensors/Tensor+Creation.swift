extension Tensor {
  /// A tensor of numbers in row-major order.
  ///
  /// - Precondition: as many numbers as the shape has elements.
  public init(_ elements: [Float], shape: Shape, requiresGradient: Bool = false) {
    self.init(TensorData(elements, shape: shape), requiresGradient: requiresGradient)
  }

  /// A scalar.
  public init(_ value: Float, requiresGradient: Bool = false) {
    self.init([value], shape: [], requiresGradient: requiresGradient)
  }

  /// A vector.
  public init(_ elements: [Float], requiresGradient: Bool = false) {
    self.init(elements, shape: [elements.count], requiresGradient: requiresGradient)
  }

  /// A matrix of rows.
  ///
  /// - Precondition: all rows have the same length.
  public init(_ rows: [[Float]], requiresGradient: Bool = false) {
    let columns = rows.first?.count ?? 0
    require(
      rows.allSatisfy { $0.count == columns }, "a matrix of rows of different lengths \(rows.map(\.count))")
    self.init(rows.flatMap { $0 }, shape: [rows.count, columns], requiresGradient: requiresGradient)
  }

  public static func zeros(_ shape: Shape, requiresGradient: Bool = false) -> Tensor {
    Tensor(repeating: 0, shape: shape, requiresGradient: requiresGradient)
  }

  public static func ones(_ shape: Shape, requiresGradient: Bool = false) -> Tensor {
    Tensor(repeating: 1, shape: shape, requiresGradient: requiresGradient)
  }

  /// The same number everywhere.
  public init(repeating value: Float, shape: Shape, requiresGradient: Bool = false) {
    self.init(TensorData(repeating: value, shape: shape), requiresGradient: requiresGradient)
  }

  /// Numbers drawn evenly from a range.
  public static func uniform(
    _ shape: Shape, in range: Range<Float> = 0..<1, using random: inout RandomSource,
    requiresGradient: Bool = false
  ) -> Tensor {
    Tensor(.uniform(shape, in: range, using: &random), requiresGradient: requiresGradient)
  }

  /// Numbers drawn from a normal distribution.
  public static func normal(
    _ shape: Shape, mean: Float = 0, standardDeviation: Float = 1, using random: inout RandomSource,
    requiresGradient: Bool = false
  ) -> Tensor {
    let data = TensorData(shape: shape) { target in
      for i in target.indices {
        target.initializeElement(at: i, to: mean + standardDeviation * random.normal())
      }
    }
    return Tensor(data, requiresGradient: requiresGradient)
  }
}

extension TensorData {
  /// Numbers drawn evenly from a range.
  public static func uniform(
    _ shape: Shape, in range: Range<Float>, using random: inout RandomSource
  ) -> TensorData {
    let width = range.upperBound - range.lowerBound
    return TensorData(shape: shape) { target in
      for i in target.indices {
        target.initializeElement(at: i, to: range.lowerBound + width * random.uniform())
      }
    }
  }
}
