import Testing

@testable import Tensors

@Suite struct `Kernels of matrix products` {
  @Test func `are those that the processor has instructions for, where older ones were chosen`() {
    #expect(MatrixKernels.better(than: "Prescott", hasAVX2: true, hasAVX512: true) == .skylakeX)
    #expect(MatrixKernels.better(than: "Prescott", hasAVX2: true, hasAVX512: false) == .haswell)
    #expect(MatrixKernels.better(than: "Nehalem", hasAVX2: true, hasAVX512: false) == .haswell)
  }

  @Test func `are left as they were chosen where that is right, or not known to be wrong`() {
    #expect(MatrixKernels.better(than: "Prescott", hasAVX2: false, hasAVX512: false) == nil)
    for chosen in ["Haswell", "SkylakeX", "Zen", "Cooperlake", "Sapphirerapids", "neoversen1", "armv8"] {
      #expect(MatrixKernels.better(than: chosen, hasAVX2: true, hasAVX512: true) == nil)
    }
  }
}
