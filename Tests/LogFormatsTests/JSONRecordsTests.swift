import LogFormats
import RunRecords
import Testing

struct JSONRecordsTests {
  private func lines(_ lines: String...) -> String { lines.joined(separator: "\n") + "\n" }

  @Test func `a fractional epoch that is told apart in every record is the axis`() throws {
    let run = try read(
      lines(
        #"{"epoch": 0.5, "step": 10, "train_loss": 2}"#, #"{"epoch": 1.0, "step": 20, "train_loss": 1}"#,
        #"{"epoch": 1.0, "step": 20, "eval_loss": 1.5}"#), name: "log.jsonl")
    #expect(run.axis == .epoch)
    #expect(run.series("train_loss")?.epochs == [0.5, 1])
  }

  @Test func `an epoch that several steps share is not the axis`() throws {
    let run = try read(
      lines(
        #"{"epoch": 0, "step": 10, "train_loss": 2}"#, #"{"epoch": 0, "step": 20, "train_loss": 1}"#,
        #"{"epoch": 1, "step": 30, "train_loss": 0.5, "val_loss": 1}"#), name: "log.jsonl")
    #expect(run.axis == .step)
    #expect(run.series("train_loss")?.epochs == [10, 20, 30])
  }

  @Test func `the batches of an epoch are averaged where validation knows epochs only`() throws {
    let run = try read(
      lines(
        #"{"epoch": 1, "step": 1, "train_loss": 2}"#, #"{"epoch": 1, "step": 2, "train_loss": 1}"#,
        #"{"epoch": 1, "val_loss": 1.25}"#, #"{"epoch": 2, "step": 3, "train_loss": 1}"#,
        #"{"epoch": 2, "step": 4, "train_loss": 0.5}"#, #"{"epoch": 2, "val_loss": 1}"#), name: "log.jsonl")
    #expect(run.axis == .epoch)
    #expect(run.series("train_loss")?.values == [1.5, 0.75])
    #expect(run.series("val_loss")?.values == [1.25, 1])
  }

  @Test func `records without a place are counted, and settings before records with one are passed over`()
    throws
  {
    let counted = try read(
      lines(#"{"train_loss": 2, "val_loss": 3}"#, #"{"train_loss": 1, "val_loss": 2}"#), name: "a.jsonl")
    #expect(counted.series("train_loss")?.epochs == [1, 2])
    #expect(counted.notes(.interpretation).contains { $0.text.contains("counted from 1") })
    let run = try read(
      lines(
        #"{"seed": 1, "loss": "mse"}"#, #"{"_step": 0, "train_loss": 2}"#, #"{"_step": 1, "train_loss": 1}"#),
      name: "a.jsonl")
    #expect(run.axis == .step)
    #expect(run.names == ["train_loss"])
  }

  @Test func `a value for each record is named by its metric and split`() throws {
    let run = try read(
      lines(
        #"{"step": 1, "metric": "loss", "split": "train", "value": 2}"#,
        #"{"step": 1, "metric": "loss", "split": "validation", "value": 3}"#,
        #"{"step": 2, "metric": "loss", "split": "train", "value": 1}"#,
        #"{"step": 2, "metric": "loss", "split": "validation", "value": 2}"#), name: "log.jsonl")
    #expect(run.series.map(\.split) == [.training, .validation])
    #expect(run.series.map(\.values) == [[2, 1], [3, 2]])
  }

  @Test func `LLaMA-Factory, DETR and Weights & Biases lines are read`() throws {
    let factory = try read(
      lines(
        #"{"current_steps": 10, "total_steps": 20, "loss": 2.0, "lr": 1e-05, "epoch": 0.5, "percentage": 50.0, "elapsed_time": "0:00:10"}"#,
        #"{"current_steps": 10, "total_steps": 20, "eval_loss": 2.1, "epoch": 0.5, "percentage": 50.0}"#,
        #"{"current_steps": 20, "total_steps": 20, "loss": 1.5, "lr": 1e-06, "epoch": 1.0, "percentage": 100.0}"#,
        #"{"current_steps": 20, "total_steps": 20, "eval_loss": 1.9, "epoch": 1.0, "percentage": 100.0}"#),
      name: "trainer_log.jsonl")
    #expect(factory.first(.loss, .training)?.values == [2, 1.5])
    #expect(factory.first(.loss, .validation)?.values == [2.1, 1.9])
    let detr = try read(
      lines(
        #"{"train_lr": 0.1, "train_loss": 9.1, "test_loss": 8.0, "test_coco_eval_bbox": [0.1, 0.2], "epoch": 0, "n_parameters": 41}"#,
        #"{"train_lr": 0.1, "train_loss": 7.1, "test_loss": 7.5, "test_coco_eval_bbox": [0.1, 0.2], "epoch": 1, "n_parameters": 41}"#
      ),
      name: "log.txt")
    #expect(detr.axis == .epoch)
    #expect(detr.first(.loss, .training)?.values == [9.1, 7.1])
    #expect(detr.first(.loss, .validation)?.values == [8, 7.5])
    let wandb = try read(
      lines(
        #"{"train/loss": 2.0, "_step": 0, "_runtime": 1.5, "_timestamp": 1795395044.5}"#,
        #"{"train/loss": "NaN", "val/loss": 2.5, "_step": 1, "_runtime": 2.5, "_timestamp": 1795395045.5}"#),
      name: "wandb-history.jsonl")
    #expect(wandb.names == ["train/loss", "val/loss"])
    #expect(wandb.series("train/loss")?.values.last?.isNaN == true)
  }

  @Test func `nulls to the end of the training loss are not numbers, other nulls are gaps`() throws {
    let diverged = try read(
      #"[{"epoch":1,"train_loss":2,"val_loss":2},{"epoch":2,"train_loss":null,"val_loss":null},"#
        + #"{"epoch":3,"train_loss":null,"val_loss":null}]"#, name: "log.json")
    #expect(diverged.series("train_loss")?.values.dropFirst().allSatisfy { $0.isNaN } == true)
    #expect(diverged.series("val_loss")?.count == 3)
    let rare = try read(
      #"[{"epoch":1,"train_loss":2,"val_loss":2},{"epoch":2,"train_loss":1,"val_loss":null}]"#,
      name: "log.json")
    #expect(rare.series("val_loss")?.values == [2])
  }

  @Test(arguments: [
    #"{"epoch": 3, "train_lo"#, #"{"epoch": 3, "train_loss": 0.3, "val_loss": 0."#, #"{"epoch": 3,"#, "{",
    #"{"epoch": 3, "train_loss": nu"#,
  ])
  func `a last line that is cut off is left out with a note`(end: String) throws {
    let whole =
      #"{"epoch": 1, "train_loss": 0.9, "val_loss": 1}"# + "\n"
      + #"{"epoch": 2, "train_loss": 0.8, "val_loss": 1}"#
    let run = try read(whole + "\n" + end, name: "log.jsonl")
    #expect(run.series("train_loss")?.values == [0.9, 0.8])
    #expect(run.notes(.droppedRows).first?.line == 3)
  }

  @Test func `iterations that repeat after a resume keep the later values`() throws {
    let run = try read(
      lines(
        #"{"iteration": 19, "total_loss": 3.0}"#, #"{"iteration": 39, "total_loss": 2.0}"#,
        #"{"iteration": 39, "total_loss": 2.5}"#, #"{"iteration": 59, "total_loss": 1.0}"#),
      name: "metrics.json")
    #expect(run.format == "detectron2")
    #expect(run.series("total_loss")?.epochs == [19, 39, 59])
  }

  @Test func `iterations of MMCV that never count epochs are the axis`() throws {
    let run = try read(
      lines(
        #"{"env_info": "x", "seed": 0}"#,
        #"{"mode": "train", "epoch": 1, "iter": 50, "lr": 0.1, "data_time": 0.1, "loss": 2.0}"#,
        #"{"mode": "train", "epoch": 1, "iter": 100, "lr": 0.1, "data_time": 0.1, "loss": 1.0}"#,
        #"{"mode": "val", "epoch": 1, "iter": 7, "lr": 0.1, "mIoU": 0.3}"#), name: "a.log.json")
    #expect(run.format == "mmengine")
    #expect(run.axis == .step)
    #expect(run.series("train_loss")?.epochs == [50, 100])
    #expect(run.series("val_mIoU")?.epochs == [100])
  }

  @Test func `the entries of Chainer and of a fine-tuning service are read`() throws {
    let chainer = try read(
      #"[{"main/loss": 2.0, "validation/main/loss": 2.2, "epoch": 1, "iteration": 60, "elapsed_time": 1.5},"#
        + #"{"main/loss": 1.0, "validation/main/loss": 1.4, "epoch": 2, "iteration": 120, "elapsed_time": 2.5}]"#,
      name: "log")
    #expect(chainer.axis == .epoch)
    #expect(chainer.first(.loss, .training)?.values == [2, 1])
    #expect(chainer.first(.loss, .validation)?.values == [2.2, 1.4])
    let service = try read(
      #"{"object": "list", "data": [{"type": "metrics", "data": {"step": 2, "train_loss": 1.5, "valid_loss": 1.7}},"#
        + #"{"type": "metrics", "data": {"step": 1, "train_loss": 2.5, "valid_loss": 2.7}}]}"#,
      name: "events.json")
    #expect(service.axis == .step)
    #expect(service.series("train_loss")?.values == [2.5, 1.5])
  }

  @Test func `values that all have one step are taken in their order`() throws {
    let values = ["2.0", "1.5", "1.7976931348623157e+308"]
    let entries = values.map { "{\"key\": \"train_loss\", \"value\": \($0), \"timestamp\": 1, \"step\": 0}" }
    let run = try read("{\"metrics\": [\(entries.joined(separator: ", "))]}", name: "h.json")
    #expect(run.series("train_loss")?.epochs == [1, 2, 3])
    #expect(run.series("train_loss")?.values == [2, 1.5, .infinity])
    #expect(run.notes(.interpretation).contains { $0.text.contains("step 0") })
  }

  @Test func `settings longer than what is looked at do not hide the run`() throws {
    let settings = "{\"env_info\": \"" + String(repeating: "x", count: 100_000) + "\", \"seed\": 0}"
    let run = try read(
      lines(
        settings, #"{"mode": "train", "epoch": 1, "iter": 50, "data_time": 0.1, "loss": 2.0}"#,
        #"{"mode": "train", "epoch": 2, "iter": 50, "data_time": 0.1, "loss": 1.0}"#), name: "a.log.json")
    #expect(run.series("train_loss")?.values == [2, 1])
  }
}
