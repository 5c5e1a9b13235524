import ArgumentParser
import Foundation
import Tensors

/// Times training against PyTorch, both in one run: windows of the two alternate, and the best are compared.
@main
struct TrainingBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "training-benchmark",
    abstract: "Time steps of training beside PyTorch's, and print a table.",
    subcommands: [Steps.self, ReadImages.self], defaultSubcommand: Steps.self)

  static func main() {
    MatrixKernels.restartWithBetter()
    main(nil)
  }
}

/// Steps of training: forward, zero the gradients, backward, SGD with momentum.
struct Steps: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "steps", abstract: "Time steps of training.")

  @Option(help: "How many threads each side uses.")
  var threads = 1

  @Option(help: "How many windows each side gets for every workload.")
  var rounds = 6

  @Option(help: "The length of a window in seconds.")
  var window = 0.5

  @Option(help: "A Python with PyTorch.")
  var python = "python3"

  func run() throws {
    let peer = try? Peer(python: python, script: ".ci/peers/pytorch_steps.py")
    if peer == nil { print("PyTorch was not found by \(python); its columns stay empty.\n") }
    print(Machine.summary(peer: peer?.version, threads: threads))
    print("\n| workload | a step here | PyTorch, best setting | ratio |\n|---|---:|---:|---:|")
    for workload in Workload.all {
      let (ours, theirs) = try ComputeThreads.with(threads) { try compare(workload, peer) }
      let ratio = theirs.map { String(format: "%.2f", $0 / ours) } ?? ""
      print("| \(workload.name) | \(Machine.time(ours)) | \(theirs.map(Machine.time) ?? "") | \(ratio) |")
    }
    try MatrixProducts.printTable(threads: threads)
    try MemoryGrowth.printLine()
  }

  /// The best window of each side, in seconds for a step.
  private func compare(_ workload: Workload, _ peer: Peer?) throws -> (Double, Double?) {
    let step = try workload.makeStep()
    var ours = Double.infinity
    var theirs: Double?
    _ = try Timing.best(seconds: window / 2, step)
    for _ in 0..<rounds {
      ours = min(ours, try Timing.best(seconds: window, step))
      if let peer {
        let time = try peer.best(workload, threads: threads, seconds: window)
        theirs = min(theirs ?? .infinity, time)
      }
    }
    return (ours, theirs)
  }
}
