#if canImport(Accelerate)
  import Accelerate
#else
  import CBLAS
#endif

/// A matrix in memory: rows of numbers, read as they are or as columns.
struct MatrixView {
  let pointer: UnsafePointer<Float>
  let isTransposed: Bool
  /// How far neighbouring rows lie apart in memory.
  let rowStride: Int

  /// The matrix without its first rows, as it is read.
  func dropping(rows: Int) -> MatrixView {
    moved(by: isTransposed ? rows : rows * rowStride)
  }

  /// The matrix without its first columns, as it is read.
  func dropping(columns: Int) -> MatrixView {
    moved(by: isTransposed ? columns * rowStride : columns)
  }

  private func moved(by distance: Int) -> MatrixView {
    MatrixView(pointer: pointer + distance, isTransposed: isTransposed, rowStride: rowStride)
  }

  var order: CBLAS_TRANSPOSE { isTransposed ? CblasTrans : CblasNoTrans }
}

/// The BLAS of the system, through its C interface.
enum BLAS {
  /// Adds the product of an `m` x `k` and a `k` x `n` matrix to what is there, whose rows lie `rowStride` apart.
  ///
  /// Only adding: a BLAS that overwrites clears the target first, and OpenBLAS 0.3 does that slower than anything
  /// else, up to half of the time of a small product.
  static func multiply(
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

#if canImport(Accelerate)
  private typealias BLASInt = Int32
#else
  private typealias BLASInt = blasint
#endif
