import Testing

@testable import LogFormats

struct DownloadNameTests {
  @Test(arguments: [
    ("run-mnist_train-tag-loss.csv", "mnist", "train/loss"),
    ("run-mnist_validation-tag-epoch_loss.json", "mnist", "validation/epoch_loss"),
    ("run-train-tag-epoch_loss.csv", "", "train/epoch_loss"),
    ("run-.-tag-Loss_train.csv", "", "Loss_train"),
    ("run-version_0-tag-val_loss.csv", "version_0", "val_loss"),
    ("run_mnist_val-tag-loss.csv", "mnist", "val/loss"),
    ("run_mnist_val,tag_loss.csv", "mnist", "val/loss"),
    ("tag-val_loss.csv", "", "val_loss"),
    ("run-20260101-101010_train-tag-loss.csv", "20260101_101010", "train/loss"),
    ("run-train_exp1-tag-loss.csv", "exp1", "train/loss"),
    ("run-test_run_3-tag-Loss_val.csv", "test_run_3", "Loss_val"),
    ("run-exp_loss_train-tag-loss.csv", "exp", "train/loss"),
    ("run-a-tag-mAP_0.5 (2).csv", "a", "mAP_0.5"),
  ])
  func `a name says the run without its part of the data, and the curve`(
    file: String, run: String, curve: String
  ) throws {
    let name = try #require(DownloadName(file))
    #expect(name.run == run)
    #expect(name.curve == curve)
  }

  @Test(arguments: [
    "run.csv", "run--tag-loss.csv", "run-a-tag-.csv", "run-a-tag-loss.txt", "tag.csv", ".csv",
  ])
  func `any other name is none of a download`(file: String) {
    #expect(DownloadName(file) == nil)
  }
}
