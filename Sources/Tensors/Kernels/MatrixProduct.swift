import Dispatch
import Synchronization

/// Matrix products, large ones shared among threads.
enum MatrixProduct {
  /// Adds the product of an `m` x `k` and a `k` x `n` matrix to what is there.
  ///
  /// A large product is cut into pieces by its shape alone, whoever computes them, so that the number of threads
  /// does not change a bit of the result.
  static func multiply(
    m: Int, n: Int, k: Int, _ a: MatrixView, _ b: MatrixView, addingTo target: UnsafeMutablePointer<Float>
  ) {
    guard m > 0, n > 0, k > 0 else { return }
    let product = PiecewiseProduct(m: m, n: n, k: k, a: a, b: b, target: target)
    let threads = min(ComputeThreads.count, product.pieceCount)
    if threads > 1 { product.compute(threads: threads) } else { product.compute() }
  }
}

/// A matrix product cut along its longest axis, where it is large.
///
/// Unchecked, because each piece writes to its own memory.
private struct PiecewiseProduct: @unchecked Sendable {
  /// Products with fewer multiplications than this are one piece: the hand-over to threads would cost more.
  private static let smallestShared = 1 << 22
  /// The extent of a piece; a smaller one costs more in what the BLAS prepares for each.
  private static let pieceExtent = 1024
  private static let mostPieces = 16

  private enum Axis { case rows, columns, inner }

  private let m: Int
  private let n: Int
  private let k: Int
  private let a: MatrixView
  private let b: MatrixView
  private let target: UnsafeMutablePointer<Float>
  private let axis: Axis
  private let length: Int
  let pieceCount: Int

  init(m: Int, n: Int, k: Int, a: MatrixView, b: MatrixView, target: UnsafeMutablePointer<Float>) {
    self.m = m
    self.n = n
    self.k = k
    self.a = a
    self.b = b
    self.target = target
    length = max(m, n, k)
    axis = length == k ? .inner : length == n ? .columns : .rows
    let pieces = (length + Self.pieceExtent - 1) / Self.pieceExtent
    pieceCount = m * n * k < Self.smallestShared ? 1 : min(max(pieces, 2), Self.mostPieces)
  }

  /// Where a piece begins and ends along the axis that is cut.
  private func range(of piece: Int) -> Range<Int> {
    (length * piece / pieceCount)..<(length * (piece + 1) / pieceCount)
  }

  func compute() {
    guard axis == .inner, pieceCount > 1 else {
      for piece in 0..<pieceCount { compute(piece, addingTo: target) }
      return
    }
    compute(0, addingTo: target)
    for piece in 1..<pieceCount { addPartialSum(partialSum(piece)) }
  }

  func compute(threads: Int) {
    guard axis == .inner else {
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        for piece in stride(from: thread, to: pieceCount, by: threads) { compute(piece, addingTo: target) }
      }
      return
    }
    let partialSums = Mutex([TensorData?](repeating: nil, count: pieceCount))
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for piece in stride(from: thread, to: pieceCount, by: threads) {
        if piece == 0 {
          compute(0, addingTo: target)
        } else {
          let sum = partialSum(piece)
          partialSums.withLock { $0[piece] = sum }
        }
      }
    }
    // In the order of the pieces, as without threads.
    for case let sum? in partialSums.withLock({ $0 }) { addPartialSum(sum) }
  }

  /// The share of the product from one piece of the inner axis.
  private func partialSum(_ piece: Int) -> TensorData {
    var sum = TensorData(repeating: 0, shape: [m, n])
    sum.withMutableElements { elements in
      if let elements = elements.baseAddress { compute(piece, addingTo: elements) }
    }
    return sum
  }

  private func addPartialSum(_ sum: TensorData) {
    sum.withElements { elements in
      guard let elements = elements.baseAddress else { return }
      var i = 0
      while i < m * n {
        target[i] += elements[i]
        i += 1
      }
    }
  }

  private func compute(_ piece: Int, addingTo target: UnsafeMutablePointer<Float>) {
    let range = range(of: piece)
    let start = range.lowerBound
    switch axis {
    case .rows:
      BLAS.multiply(
        m: range.count, n: n, k: k, a.dropping(rows: start), b, addingTo: target + start * n, rowStride: n)
    case .columns:
      BLAS.multiply(
        m: m, n: range.count, k: k, a, b.dropping(columns: start), addingTo: target + start, rowStride: n)
    case .inner:
      BLAS.multiply(
        m: m, n: n, k: range.count, a.dropping(columns: start), b.dropping(rows: start), addingTo: target,
        rowStride: n)
    }
  }
}

extension TensorData {
  /// The matrix product with another matrix, either of them read as transposed.
  ///
  /// Both have two axes; `start` holds numbers that the product is added to.
  package func times(
    _ other: TensorData, transposing: (a: Bool, b: Bool) = (false, false), adding start: TensorData? = nil
  ) -> TensorData {
    let (m, k) = transposing.a ? (shape[1], shape[0]) : (shape[0], shape[1])
    let (inner, n) = transposing.b ? (other.shape[1], other.shape[0]) : (other.shape[0], other.shape[1])
    require(k == inner, "a matrix product of shapes \([m, k]) and \([inner, n])")
    let columns = shape[1]
    let otherColumns = other.shape[1]
    var result = start ?? TensorData(repeating: 0, shape: [m, n])
    result.withMutableElements { target in
      withElements { a in
        other.withElements { b in
          guard let target = target.baseAddress, let a = a.baseAddress, let b = b.baseAddress else { return }
          MatrixProduct.multiply(
            m: m, n: n, k: k, MatrixView(pointer: a, isTransposed: transposing.a, rowStride: columns),
            MatrixView(pointer: b, isTransposed: transposing.b, rowStride: otherColumns),
            addingTo: target)
        }
      }
    }
    return result
  }
}
