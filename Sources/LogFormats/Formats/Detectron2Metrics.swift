import RunRecords

/// The metrics of Detectron2: `metrics.json`, which has one object in each line.
public enum Detectron2Metrics: LogFormat {
  public static let card = FormatCard(
    id: "detectron2",
    title: "Detectron2 metrics",
    writtenBy: ["Detectron2", "Mask2Former", "Detic", "AdelaiDet"],
    fileNames: ["metrics.json"],
    summary:
      "One object for every twenty iterations: total_loss is the training loss, the AP values are those of the "
      + "validation data.",
    reads: [
      FormatExample(
        "an evaluation between training iterations", fileName: "metrics.json",
        text: """
          {"data_time": 0.1, "iteration": 19, "loss_cls": 1.5, "lr": 0.1, "total_loss": 2.2}
          {"bbox/AP": 12.5, "bbox/AP50": 30.5, "iteration": 19}
          {"data_time": 0.1, "iteration": 39, "loss_cls": 1.1, "lr": 0.1, "total_loss": 1.8}

          """,
        series: ["total_loss", "loss_cls", "bbox/AP", "bbox/AP50", "lr", "data_time"])
    ],
    refuses: [
      FormatExample(
        "a line that is no JSON", fileName: "metrics.json",
        text: """
          {"iteration": 19, "total_loss": 2.2}
          {"iteration": 39, "total_loss" 1.8}
          {"iteration": 59, "total_loss": 1.5}

          """,
        message: "metrics.json, line 2: this is no JSON: found \"1.8}\", expected \":\" behind the key "
          + "\"total_loss\".")
    ])

  public static func recognizes(_ head: LogHead) -> Recognition {
    guard let sample = head.json else { return .no }
    let keys = Set(sample.keys + (sample.second?.members ?? []).map(\.key))
    return keys.isSuperset(of: ["iteration", "total_loss"]) ? .certain : .no
  }

  public static func read(_ input: LogInput, options: ReadingOptions) throws(LogError) -> RunRecord {
    var records = RecordCurves(heading: heading)
    let notes = try JSONRun.forEachValue(input) { (value) throws(LogError) in records.add(value) }
    let medians = RunNote(
      .interpretation, "total_loss: each value is the median of the iterations since the one before it.")
    return try JSONRun.assemble(records, input, options: options, format: card.id, notes: notes + [medians])
  }

  /// Names of evaluation tasks stand before metrics of the validation data.
  private static func heading(_ name: String) -> Heading {
    let tasks: Set<Substring> = ["bbox", "segm", "keypoints", "sem_seg", "panoptic_seg", "box_proposals"]
    let heading = Heading(name)
    guard heading.split == nil else { return heading }
    if tasks.contains(name.prefix { $0 != "/" }) { return heading.measured(on: .validation) }
    return heading.metric.isJudged ? heading.measured(on: .training) : heading
  }
}
