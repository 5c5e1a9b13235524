import CPeak
import Foundation
import NeuralNetworks
import Tensors

/// The matrix products of a step of the largest workload, against what the processor can do at most.
enum MatrixProducts {
  static func printTable(threads: Int) throws {
    var sink: Float = 0
    let rounds = 1_000_000
    var peak = 0.0
    let seconds = Timing.best(seconds: 1) { peak = peak_run(rounds, &sink) }
    let peakRate = peak / seconds / 1e9
    print(String(format: "\nPeak of one core by fused multiply-adds: %.0f GFLOP/s.\n", peakRate))
    print("| matrix product | GFLOP/s, one thread | of the peak |\n|---|---:|---:|")
    for (m, n, k) in [(512, 1024, 784), (512, 1024, 1024), (1024, 1024, 512), (1024, 784, 512)] {
      var random = RandomSource(seed: 1)
      let a = Tensor.normal([m, k], using: &random)
      let b = Tensor.normal([k, n], using: &random)
      let seconds = Timing.best(seconds: 1.5) { _ = a.matmul(b) }
      let rate = 2 * Double(m * n * k) / seconds / 1e9
      print(
        String(format: "| %d x %d by %d x %d | %.1f | %.0f %% |", m, k, k, n, rate, 100 * rate / peakRate))
    }
  }
}

/// Whether memory grows while a network is trained.
enum MemoryGrowth {
  static func printLine() throws {
    let step = try Workload.all[2].makeStep()
    for _ in 0..<200 { try step() }
    let before = residentBytes
    for _ in 0..<10_000 { try step() }
    let growth = (residentBytes - before) / 1024
    print("\nMemory after 10,000 steps of \(Workload.all[2].name): \(growth) KB more than after 200.")
  }

  /// The memory of the process, as Linux tells it; 0 elsewhere.
  private static var residentBytes: Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
  }
}
