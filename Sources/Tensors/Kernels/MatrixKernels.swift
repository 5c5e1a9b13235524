#if !canImport(Accelerate)
  import CBLAS
#endif

/// The kernels of matrix products that OpenBLAS has for several generations of processors.
///
/// It chooses among them when it is loaded, by the model of the processor. Of a model that is newer than itself it
/// knows nothing, and takes those of 2004, with which the perceptron of the lesson trains nearly twice as long. A variable of
/// the environment names others.
package enum MatrixKernels: String, Sendable {
  case haswell = "Haswell"
  case skylakeX = "SkylakeX"

  /// What OpenBLAS chooses for processors without AVX.
  private static let old: Set<String> = [
    "generic", "katmai", "coppermine", "northwood", "prescott", "banias", "core2", "penryn", "dunnington",
    "nehalem", "athlon", "opteron", "opteron_sse3", "barcelona", "atom", "nano",
  ]

  /// The kernels that this processor has the instructions for, where others were chosen that use none of them; `nil`
  /// where the choice is good.
  package static var better: MatrixKernels? {
    #if canImport(Accelerate)
      nil
    #else
      openblas_get_corename().flatMap {
        better(
          than: String(cString: $0), hasAVX2: processor_has_avx2() != 0,
          hasAVX512: processor_has_avx512() != 0)
      }
    #endif
  }

  /// The same for a processor that has some instructions, or has not.
  static func better(than chosen: String, hasAVX2: Bool, hasAVX512: Bool) -> MatrixKernels? {
    guard hasAVX2, old.contains(chosen.lowercased()) else { return nil }
    return hasAVX512 ? .skylakeX : .haswell
  }
}
