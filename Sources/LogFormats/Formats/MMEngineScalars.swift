import RunRecords

/// The scalars of OpenMMLab's runners: one object in each line, of training or of validation.
public enum MMEngineScalars: LogFormat {
  public static let card = FormatCard(
    id: "mmengine",
    title: "OpenMMLab scalars",
    writtenBy: ["MMEngine", "MMCV", "MMDetection", "MMSegmentation", "MMPretrain"],
    fileNames: ["scalars.json", "*.log.json"],
    summary:
      "One object in each line. MMEngine writes the epoch of a validation as its step; MMCV says the mode.",
    reads: [
      FormatExample(
        "MMEngine: the step of a validation line is the epoch", fileName: "scalars.json",
        text: """
          {"lr": 0.1, "data_time": 0.003, "loss": 2.2, "time": 0.1, "epoch": 1, "iter": 5, "step": 5}
          {"accuracy": 44.2, "val_loss": 2.1, "data_time": 0.002, "time": 0.1, "step": 1}
          {"lr": 0.1, "data_time": 0.003, "loss": 1.2, "time": 0.1, "epoch": 2, "iter": 10, "step": 10}
          {"accuracy": 64.2, "val_loss": 1.1, "data_time": 0.002, "time": 0.1, "step": 2}

          """,
        series: ["loss", "val_loss", "val_accuracy", "lr", "data_time"]),
      FormatExample(
        "MMCV: settings first, then lines of both modes", fileName: "20231123_010101.log.json",
        text: """
          {"env_info": "Linux", "seed": 0}
          {"mode": "train", "epoch": 1, "iter": 50, "lr": 0.1, "memory": 9810, "data_time": 1.9, "loss": 2.1}
          {"mode": "val", "epoch": 1, "iter": 890, "lr": 0.1, "bbox_mAP": 0.31, "bbox_mAP_copypaste": "0.3 0.5"}
          {"mode": "train", "epoch": 2, "iter": 50, "lr": 0.1, "memory": 9810, "data_time": 1.9, "loss": 1.1}
          {"mode": "val", "epoch": 2, "iter": 890, "lr": 0.1, "bbox_mAP": 0.41, "bbox_mAP_copypaste": "0.4 0.5"}

          """,
        series: ["train_loss", "val_bbox_mAP", "lr", "data_time"]),
    ],
    refuses: [
      FormatExample(
        "lines without a loss or a score", fileName: "scalars.json",
        text: """
          {"lr": 0.1, "data_time": 0.003, "epoch": 1, "iter": 5, "step": 5}
          {"lr": 0.1, "data_time": 0.003, "epoch": 2, "iter": 10, "step": 10}

          """,
        message: "scalars.json: no loss column recognised. Columns found: lr, data_time. "
          + "Name them: --train COLUMN --val COLUMN")
    ])

  public static func recognizes(_ head: LogHead) -> Recognition {
    guard let sample = head.json else { return .no }
    // The settings in the first line may be longer than the head.
    if !sample.isFirstWhole, sample.first["env_info"] != nil { return .certain }
    guard let second = sample.second else { return .no }
    return [sample.first, second].contains { isLine($0) } ? .certain : .no
  }

  private static func isLine(_ value: JSONValue) -> Bool {
    guard value["data_time"] != nil else { return false }
    return value["step"] != nil || value["mode"]?.text != nil
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var records = MMEngineRecords()
    let notes = try JSONRun.forEachValue(input) { (value) throws(LogError) in records.add(value) }
    let window = RunNote(.interpretation, "loss: each value is a mean over the last iterations before it.")
    return try JSONRun.assemble(
      records.settled, input, options: options, format: card.id, notes: notes + [window])
  }
}
