import RunRecords
import Testing

@testable import LogFormats

struct HeadingTests {
  @Test(arguments: [
    ("train_loss", Split.training, "loss"), ("val_loss", .validation, "loss"),
    ("valid_loss", .validation, "loss"),
    ("trainLoss", .training, "loss"), ("valAcc", .validation, "accuracy"), ("Train Loss", .training, "loss"),
    ("loss/train", .training, "loss"), ("loss (val)", .validation, "loss"),
    ("eval_top1", .validation, "accuracy"),
    ("Training Accuracy (%)", .training, "accuracy"), ("dev.ppl", .validation, "perplexity"),
    ("train-logloss-mean", .training, "log loss"), ("val/mean_squared_error", .validation, "MSE"),
    ("Trainingsverlust", .training, "loss"), ("Validierungsgenauigkeit", .validation, "accuracy"),
    ("perte d'entraînement", .training, "loss"), ("pérdida validación", .validation, "loss"),
    ("训练损失", .training, "loss"), ("验证损失", .validation, "loss"), ("验证准确率", .validation, "accuracy"),
    ("valloss", .validation, "loss"), ("train_acc@1", .training, "accuracy"),
    ("holdout_error_rate", .validation, "error rate"),
    ("val_f1_score", .validation, "F1"), ("train/total_loss", .training, "loss"),
    ("test_acc", .test, "accuracy"),
    ("train_box_loss", .training, "box loss"), ("Loss/train_total_loss", .training, "loss"),
    ("val_auc_1", .validation, "AUC 1"),
  ])
  func `a name tells split and metric`(name: String, split: Split, metric: String) {
    let heading = Heading(name)
    #expect(heading.split == split)
    #expect(heading.metric.name == metric)
  }

  @Test(arguments: [
    ("loss", Metric.Kind.loss), ("accuracy", .accuracy), ("lr", .learningRate), ("lr-Adam", .learningRate),
    ("x/lr0", .learningRate),
    ("lr/pg0", .learningRate), ("grad_norm", .gradientNorm), ("epoch_time", .time), ("dur", .time),
    ("mse", .loss), ("rmse", .loss),
    ("perplexity", .loss), ("f1", .score), ("metrics/mAP50(B)", .score), ("r2", .score),
    ("hidden_units", .other),
    ("neg_log_loss", .score), ("neg_mean_squared_error", .score), ("negative_log_likelihood", .loss),
    ("retrieval", .other), ("medieval", .other), ("interval", .other), ("value", .other),
  ])
  func `a name without a split has its kind`(name: String, kind: Metric.Kind) {
    let heading = Heading(name)
    #expect(heading.metric.kind == kind)
    #expect(heading.split == nil)
  }

  @Test(arguments: [
    "valid_loss_best", "train_batch_count", "eval_runtime", "eval_samples_per_second", "train-logloss-std",
    "loss_scale", "val_acc__MAX", "test_size",
  ])
  func `a name that is no curve is passed over`(name: String) {
    #expect(Heading(name).isIgnored)
  }

  @Test(arguments: [
    ("train_mse", "val_mse"), ("auc_1", "val_auc_1"), ("train/box_loss", "val/box_loss"),
    ("acc", "val_accuracy"),
  ])
  func `a training and a validation column of one metric have one key`(training: String, validation: String) {
    #expect(Heading(training).key == Heading(validation).key)
  }

  @Test func `an error is never an accuracy`() {
    for name in ["mse", "val_mae", "train_error", "wer"] {
      #expect(Heading(name).metric.direction == .lowerIsBetter, "\(name)")
    }
  }
}
