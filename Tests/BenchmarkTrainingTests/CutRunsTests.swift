import AccuracyMeasurement
import Foundation
import TestSupport
import Testing

@testable import BenchmarkTraining

/// The script that makes beginnings of runs, for scorecards to be fitted to.
@Suite(.enabled(if: Process.succeeds("python3", "-c", ""), "python3 is not installed"))
struct `The script cut-runs` {
  private static let script = Fixtures.path("../.ci/cut-runs")

  /// A run of forty epochs whose losses go on as a closure says.
  private func run(_ loss: (Int) -> Double) -> TrainingCourse {
    let losses = (0..<40).map(loss)
    return TrainingCourse(training: losses, test: losses)
  }

  @Test func `says of beginnings what the rest of a run tells`() throws {
    let scratch = try ScratchFolder()
    var folder = BenchmarkFolder(path: scratch("bench"))
    let falling = TrainedRun(run { 0.69 - 0.01 * Double($0) })
    let done = TrainedRun(run { $0 < 10 ? 0.69 - 0.039 * Double($0) : 0.3 })
    let once = TrainedRun(once: run { 0.69 - 0.01 * Double($0) })
    try folder.add([
      BenchmarkEntry(falling, id: "falling"), BenchmarkEntry(done, id: "done"),
      BenchmarkEntry(once, id: "once"),
    ])
    try folder.writeTables()
    #expect(Process.succeeds("python3", Self.script, scratch("bench"), scratch("cut")))

    let cut = Benchmark(path: scratch("cut"))
    let truth = try cut.truth()
    #expect(
      truth.keys.sorted() == ["done-third", "done-three-fifths", "falling-third", "falling-three-fifths"],
      "a run that was trained once says too little of its beginning")
    #expect(truth["falling-third"]?.epochs == 13)
    #expect(truth["falling-third"]?.labels == [.undertrained: true, .noSignal: false])
    #expect(truth["done-third"]?.labels == [.undertrained: false, .noSignal: false])
    #expect(
      truth["falling-three-fifths"]?.labels == [.noSignal: false],
      "what three times the epochs would bring is not known")
    let records = try cut.runs()
    #expect(records.map(\.id).sorted() == truth.keys.sorted())
    #expect(records.first { $0.id == "done-three-fifths" }?.record.first(.loss, .validation)?.count == 24)
  }
}
