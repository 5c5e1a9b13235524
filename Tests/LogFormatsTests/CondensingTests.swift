import LogFormats
import RunRecords
import Testing

struct CondensingTests {
  private static let count = 200_000

  private func text(_ value: (Int) -> String) -> String {
    var text = "step,train_loss\n"
    for step in 0..<Self.count { text += "\(step),\(value(step))\n" }
    return text
  }

  @Test func `a long series is averaged in groups, its summary is exact`() throws {
    let run = try read(text { step in step == 123_456 ? "-7" : step == 0 ? "9" : "\(Double(step) / 1000)" })
    let series = try #require(run.first(.loss, .training))
    #expect(series.count <= 65_536)
    #expect(series.summary.count == Self.count)
    #expect(series.summary.first == 9)
    #expect(series.summary.last == Double(Self.count - 1) / 1000)
    #expect(series.summary.best == -7)
    #expect(series.summary.bestEpoch == 123_456)
    #expect(run.notes(.condensed).count == 1)
    #expect(series.epochs.first == 0)
    #expect(series.epochs.last == Double(Self.count - 1))
    #expect(series.epochs.allSatisfy { $0 == $0.rounded() }, "positions that were logged")
    let points = zip(series.epochs, series.values).dropFirst(2).filter { abs($0.0 - 123_456) > 100 }
    #expect(points.allSatisfy { abs($0.1 - $0.0 / 1000) < 0.01 }, "means of the values up to there")
  }

  @Test func `positions stay those that were logged, for all curves alike`() throws {
    var text = "step,train_loss,val_loss\n"
    for step in 1...70_000 { text += "\(10 * step),\(1 / Double(step)),\(2 / Double(step))\n" }
    let run = try read(text)
    let training = try #require(run.first(.loss, .training))
    #expect(training.count < 65_536)
    #expect(training.epochs.allSatisfy { $0.truncatingRemainder(dividingBy: 10) == 0 })
    #expect(training.epochs.first == 10)
    #expect(training.epochs.last == 700_000)
    #expect(run.first(.loss, .validation)?.epochs == training.epochs)
    #expect(zip(training.epochs, training.epochs.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `a value that is not finite stays visible`() throws {
    let series = try #require(
      try read(text { $0 == 150_001 ? "nan" : $0 == 70_000 ? "inf" : "1" }).first(.loss, .training))
    #expect(series.values.count { $0.isNaN } == 1)
    #expect(series.values.count { $0 == .infinity } == 1)
    #expect(series.summary.nonFiniteCount == 2)
  }

  @Test func `a series that fits is left alone`() throws {
    let rows = (0..<1000).map { "\($0),\($0)\n" }.joined()
    let run = try read("step,train_loss\n" + rows)
    #expect(run.first(.loss, .training)?.count == 1000)
    #expect(run.notes(.condensed).isEmpty)
  }

  @Test func `a counter that starts again in a long log is carried on in its summary`() throws {
    var text = "step,train_loss\n"
    for step in 0..<80_000 { text += "\(step),\(3 - Double(step) / 80_000)\n" }
    for step in 0..<80_000 { text += "\(step),\(2 - Double(step) / 80_000)\n" }
    let run = try read(text)
    let series = try #require(run.first(.loss, .training))
    #expect(run.notes(.restartedCounter).count == 1)
    #expect(series.summary.bestEpoch == 159_999)
    #expect(series.summary.count == 160_000)
    #expect(zip(series.epochs, series.epochs.dropFirst()).allSatisfy { $0 < $1 })
  }
}
