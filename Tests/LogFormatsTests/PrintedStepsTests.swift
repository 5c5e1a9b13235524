import LogFormats
import RunRecords
import Testing

/// Logs that are read over steps, though they name epochs.
struct PrintedStepsTests {
  @Test func `validations within epochs are kept where the steps count on over them`() throws {
    let run = try read(
      (1...6).map { step in
        "Epoch \((step + 2) / 3), step \(step)00, train loss 3.\(step), val loss 4.\(step)\n"
      }.joined(), name: "train.log")
    #expect(run.axis == .step)
    #expect(run.first(.loss, .validation)?.values == [4.1, 4.2, 4.3, 4.4, 4.5, 4.6])
    let anew = try read(
      (1...6).map { step in
        "Epoch \((step + 2) / 3), step \((step - 1) % 3 + 1)00, train loss 3.\(step), val loss 4.\(step)\n"
      }.joined(), name: "train.log")
    #expect(anew.axis == .epoch)
    #expect(anew.first(.loss, .validation)?.epochs == [1, 2])
  }

  @Test(arguments: [
    "Epoch: [0]  [ N/900]  eta: 1 day  loss: L (2.5000)", "Epoch 1, batch N, loss[loss=L, over 53 frames.]",
    "steps:  3%|▎ | N/900 [00:10<10:00, 1.20it/s, loss=L]Epoch 1",
  ])
  func `the batches of an only epoch are its course`(line: String) throws {
    let run = try read(
      (1...5).map { line.replacing("N", with: "\($0)00").replacing("L", with: "3.\($0)") + "\n" }.joined(),
      name: "train.log")
    #expect(run.axis == .step)
    #expect(run.epochs == [100, 200, 300, 400, 500])
  }

  @Test func `how many batches an epoch has is no epoch`() throws {
    let run = try read(
      "1 epoch = 2640 batches\n" + (0..<5).map { "step \($0), loss: 4.\($0)\n" }.joined(), name: "train.log")
    #expect(run.epochs == [0, 1, 2, 3, 4])
  }
}
