#if canImport(Accelerate)
  import Accelerate
#else
  import CBLAS
#endif
import Dispatch

/// The number of threads that large matrix products run on.
///
/// One by default: on a machine with other work, two were measured to be slower. The results are the same bits
/// with any number.
public enum ComputeThreads {
  @TaskLocal static var count = 1

  /// Runs a function whose matrix products use up to `count` threads.
  ///
  /// - Precondition: at least one.
  public static func with<Result>(_ count: Int, _ body: () throws -> Result) rethrows -> Result {
    precondition(count >= 1, "at least one thread, not \(count)")
    return try $count.withValue(count, operation: body)
  }
}

/// A matrix in memory: rows of numbers, read as they are or as columns.
struct MatrixView {
  let pointer: UnsafePointer<Float>
  let isTransposed: Bool
  /// How far neighbouring rows lie apart in memory.
  let rowStride: Int

  /// The matrix from a row (of its own, transposed or not) on.
  fileprivate func dropping(rows: Int) -> UnsafePointer<Float> {
    pointer + (isTransposed ? rows : rows * rowStride)
  }

  fileprivate func dropping(columns: Int) -> UnsafePointer<Float> {
    pointer + (isTransposed ? columns * rowStride : columns)
  }

  fileprivate var order: CBLAS_TRANSPOSE { isTransposed ? CblasTrans : CblasNoTrans }
}

/// Matrix products by the BLAS of the system, through its C interface.
enum MatrixProduct {
  /// Products with fewer multiplications than this are one piece: the hand-over to threads would cost more.
  private static let smallestShared = 1 << 24
  /// Pieces of a large product are whole multiples of this, so that the BLAS treats each as it does the whole.
  private static let pieceGrid = 64
  private static let pieceCount = 4

  /// Adds the product of an `m` x `k` and a `k` x `n` matrix to what is there.
  ///
  /// Only adding: a BLAS that overwrites clears the target first, and OpenBLAS 0.3 does that slower than anything
  /// else, up to half of the time of a small product.
  ///
  /// A large product is cut into pieces by its shape alone, whoever computes them, so that the number of threads
  /// does not change a bit of the result.
  static func multiply(
    m: Int, n: Int, k: Int, _ a: MatrixView, _ b: MatrixView,
    addingTo target: UnsafeMutablePointer<Float>
  ) {
    guard m > 0, n > 0, k > 0 else { return }
    guard m * n * k >= smallestShared else {
      multiplyPiece(m: m, n: n, k: k, a, b, addingTo: target, rowStride: n)
      return
    }
    let byRows = m >= n
    let length = byRows ? m : n
    let step = ((length + pieceCount - 1) / pieceCount + pieceGrid - 1) / pieceGrid * pieceGrid
    let pieces = Pieces(
      m: m, n: n, k: k, a: a, b: b, target: target, byRows: byRows, step: step, length: length
    )
    let threads = min(ComputeThreads.count, pieces.count)
    guard threads > 1 else {
      for index in 0..<pieces.count { pieces.compute(index) }
      return
    }
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for index in stride(from: thread, to: pieces.count, by: threads) { pieces.compute(index) }
    }
  }

  /// A large product cut along its longer side.
  ///
  /// Unchecked, because each piece writes to its own part of the target.
  private struct Pieces: @unchecked Sendable {
    let m: Int
    let n: Int
    let k: Int
    let a: MatrixView
    let b: MatrixView
    let target: UnsafeMutablePointer<Float>
    let byRows: Bool
    let step: Int
    let length: Int

    var count: Int { (length + step - 1) / step }

    func compute(_ index: Int) {
      let start = index * step
      let size = min(step, length - start)
      if byRows {
        let rows = MatrixView(
          pointer: a.dropping(rows: start), isTransposed: a.isTransposed, rowStride: a.rowStride)
        multiplyPiece(m: size, n: n, k: k, rows, b, addingTo: target + start * n, rowStride: n)
      } else {
        let columns = MatrixView(
          pointer: b.dropping(columns: start), isTransposed: b.isTransposed, rowStride: b.rowStride)
        multiplyPiece(m: m, n: size, k: k, a, columns, addingTo: target + start, rowStride: n)
      }
    }
  }

  private static func multiplyPiece(
    m: Int, n: Int, k: Int, _ a: MatrixView, _ b: MatrixView,
    addingTo target: UnsafeMutablePointer<Float>, rowStride: Int
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
    precondition(k == inner, "a matrix product of shapes \([m, k]) and \([inner, n])")
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
