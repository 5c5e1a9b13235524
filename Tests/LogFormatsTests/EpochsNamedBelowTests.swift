import LogFormats
import RunRecords
import Testing

/// Logs in which the line that names an epoch stands below its values.
struct EpochsNamedBelowTests {
  /// Prints three epochs; `E` stands for the epoch, `T` and `V` for the losses.
  private func log(_ lines: String, begin: String = "", end: String = "") throws -> RunRecord {
    let epochs = [("2.25", "2.5"), ("1.75", "1.9"), ("1.25", "1.6")].enumerated().map { index, losses in
      lines.replacing(/\bE\b/) { _ in "\(index + 1)" }.replacing(/\bT\b/) { _ in losses.0 }
        .replacing(/\bV\b/) { _ in losses.1 } + "\n"
    }
    return try read(begin + epochs.joined() + end, name: "train.log")
  }

  @Test(arguments: [
    "train loss: T\nval loss: V\nEpoch E finished in 3.2s",
    "train loss: T\nval loss: V\nTime for epoch E is 3.2 sec",
    "train loss: T, val loss: V\n===== end of epoch E =====",
    "train loss: T, val loss: V\nSaved checkpoint at epoch E",
    "train loss: T, val loss: V\nEpoch E",
    "step 1/9 train loss T\nstep 9/9 train loss T\nEpoch E done. val loss: V",
    "batch 1/9 loss T\nbatch 9/9 loss T\nEpoch E training takes 0:00:10\nvalidation loss V",
  ])
  func `values before a line that names their epoch are of that epoch`(lines: String) throws {
    let run = try log(lines)
    #expect(run.first(.loss, .training)?.values == [2.25, 1.75, 1.25])
    #expect(run.first(.loss, .validation)?.values == [2.5, 1.9, 1.6])
    #expect(run.first(.loss, .training)?.epochs == [1, 2, 3])
    #expect(run.first(.loss, .validation)?.epochs == [1, 2, 3])
    #expect(run.notes.contains { $0.text.contains("below its values") })
  }

  @Test func `an epoch that is not over yet does not change how the others are read`() throws {
    let run = try log("train loss: T\nval loss: V\nEpoch E finished in 3.2s", end: "train loss: 1.1\n")
    #expect(run.first(.loss, .training)?.values == [2.25, 1.75, 1.25])
  }

  @Test func `settings and summaries before the first epoch are no values of it`() throws {
    let run = try log(
      "Epoch E/3: train loss: T, val loss: V", begin: "loss_decimal_place = 4\n0 | criterion | MSELoss | 0\n")
    #expect(run.first(.loss, .training)?.values == [2.25, 1.75, 1.25])
    #expect(run.notes.isEmpty)
  }

  @Test(arguments: [
    "Epoch E\ntrain loss: T\nval loss: V\nEpoch E finished in 3.2s", "Epoch E/3\ntrain loss: T\nval loss: V",
  ])
  func `what stands before a line above its values is left out, and said`(lines: String) throws {
    let run = try log(lines, begin: "val loss: 2.75\n")
    #expect(run.first(.loss, .training)?.values == [2.25, 1.75, 1.25])
    #expect(run.first(.loss, .validation)?.values == [2.5, 1.9, 1.6])
    #expect(run.notes(.droppedRows).contains { $0.text.contains("1 value of val loss") })
  }
}
