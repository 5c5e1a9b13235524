#if canImport(Accelerate)
  import Accelerate
#else
  import CBLAS
#endif
import Dispatch
import Synchronization

/// The number of threads that large matrix products run on.
///
/// One by default: on a machine with other work, two were measured to be slower. The results are the same bits
/// with any number.
public enum ComputeThreads {
  @TaskLocal static var count = 1

  /// Runs a function whose matrix products use up to `count` threads.
  ///
  /// - Precondition: at least one.
  public static func with<Result, Failure: Error>(
    _ count: Int, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    require(count >= 1, "at least one thread, not \(count)")
    return try $count.scoped(to: count, body)
  }
}

/// A matrix in memory: rows of numbers, read as they are or as columns.
struct MatrixView {
  let pointer: UnsafePointer<Float>
  let isTransposed: Bool
  /// How far neighbouring rows lie apart in memory.
  let rowStride: Int

  /// The matrix without its first rows, as it is read.
  fileprivate func dropping(rows: Int) -> MatrixView {
    moved(by: isTransposed ? rows : rows * rowStride)
  }

  /// The matrix without its first columns, as it is read.
  fileprivate func dropping(columns: Int) -> MatrixView {
    moved(by: isTransposed ? columns * rowStride : columns)
  }

  private func moved(by distance: Int) -> MatrixView {
    MatrixView(pointer: pointer + distance, isTransposed: isTransposed, rowStride: rowStride)
  }

  fileprivate var order: CBLAS_TRANSPOSE { isTransposed ? CblasTrans : CblasNoTrans }
}

/// Matrix products by the BLAS of the system, through its C interface.
enum MatrixProduct {
  /// Adds the product of an `m` x `k` and a `k` x `n` matrix to what is there.
  ///
  /// Only adding: a BLAS that overwrites clears the target first, and OpenBLAS 0.3 does that slower than anything
  /// else, up to half of the time of a small product.
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

  fileprivate static func multiplyPiece(
    m: Int, n: Int, k: Int, _ a: MatrixView, _ b: MatrixView, addingTo target: UnsafeMutablePointer<Float>,
    rowStride: Int
  ) {
    _ = singleThreaded
    cblas_sgemm(
      CblasRowMajor, a.order, b.order, BLASInt(m), BLASInt(n), BLASInt(k), 1,
      a.pointer, BLASInt(a.rowStride), b.pointer, BLASInt(b.rowStride), 1,
      target, BLASInt(rowStride))
  }

  /// Threads are ours to divide: those of the BLAS would make results depend on their number.
  private static let singleThreaded: Void = {
    #if !canImport(Accelerate)
      openblas_set_num_threads(1)
    #endif
  }()
}

/// A matrix product cut along its longest axis, where it is large.
///
/// Unchecked, because each piece writes to its own memory.
private struct PiecewiseProduct: @unchecked Sendable {
  /// Products with fewer multiplications than this are one piece: the hand-over to threads would cost more.
  private static let smallestShared = 1 << 22
  /// The extent of a piece; a smaller one costs more in what the BLAS prepares for each.
  private static let pieceExtent = 512
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
      MatrixProduct.multiplyPiece(
        m: range.count, n: n, k: k, a.dropping(rows: start), b, addingTo: target + start * n, rowStride: n)
    case .columns:
      MatrixProduct.multiplyPiece(
        m: m, n: range.count, k: k, a, b.dropping(columns: start), addingTo: target + start, rowStride: n)
    case .inner:
      MatrixProduct.multiplyPiece(
        m: m, n: n, k: range.count, a.dropping(columns: start), b.dropping(rows: start), addingTo: target,
        rowStride: n)
    }
  }
}

#if canImport(Accelerate)
  private typealias BLASInt = Int32
#else
  private typealias BLASInt = blasint
#endif

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
