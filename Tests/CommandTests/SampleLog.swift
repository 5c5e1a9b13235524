/// Logs that the tests of the command read.
enum SampleLog {
  static let overfit: String = {
    var text = "epoch,train_loss,val_loss,train_acc,val_acc\n"
    for epoch in 1...40 {
      let x = Double(epoch)
      let training = 0.05 + 2.2 / (1 + x / 2)
      let validation = 0.6 + 1.6 / x + 0.0006 * x * x
      text += "\(epoch),\(training),\(validation),\(1 - training / 3),\(0.8 - validation / 8)\n"
    }
    return text
  }()
}
