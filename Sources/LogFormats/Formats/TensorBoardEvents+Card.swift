extension TensorBoardEvents {
  public static var card: FormatCard {
    FormatCard(
      id: "tensorboard",
      title: "TensorBoard event file",
      writtenBy: [
        "torch.utils.tensorboard", "tensorboardX", "TensorFlow and Keras", "PyTorch Lightning",
        "Hugging Face Trainer", "CatBoost", "MMEngine", "YOLOv5",
      ],
      fileNames: ["events.out.tfevents.*"],
      summary: "Binary records with checksums, of which the scalars are read. Where the writer logged the "
        + "epoch beside them, steps become epochs. A file that is still being written is read as far as it goes.",
      reads: [
        example(
          "one writer whose tags say the part of the data",
          [
            ("Loss/train", 0, 2.5), ("Loss/val", 0, 2.25), ("Loss/train", 1, 1.5), ("Loss/val", 1, 1.75),
          ],
          series: ["Loss/train", "Loss/val"]),
        example(
          "PyTorch Lightning: the tag epoch says which epoch a step is in",
          [
            ("val_loss", 9, 2.25), ("epoch", 9, 0), ("train_loss_epoch", 9, 2.5),
            ("val_loss", 19, 1.75), ("epoch", 19, 1), ("train_loss_epoch", 19, 1.5),
          ],
          series: ["train_loss_epoch", "val_loss"]),
      ],
      refuses: [
        example(
          "no tag that is known as a loss", [("a", 0, 1), ("b", 0, 2)],
          message: "\(name): no loss column recognised. Columns found: a, b. "
            + "Name them: --train COLUMN --val COLUMN"),
        example(
          "a file without scalars", [],
          message: "\(name): the event file holds no scalars. Log the losses by add_scalar or "
            + "tf.summary.scalar."),
      ])
  }

  private static let name = "events.out.tfevents.1700000000.host.1.0"

  private static func example(
    _ title: String, _ scalars: [(tag: String, step: Int64, value: Float)], series: [String] = [],
    message: String? = nil
  ) -> FormatExample {
    // The first record of most writers says the version of the format: field 3.
    let version = EventExample.record([0x1A, 13] + Array("brain.Event:2".utf8))
    return FormatExample(
      title, fileName: name, text: EventExample.listing(scalars),
      .bytes(version + EventExample.file(scalars)), series: series, message: message)
  }
}

extension EventExample {
  /// The scalars for people.
  static func listing(_ scalars: [(tag: String, step: Int64, value: Float)]) -> String {
    scalars.map { "\($0.tag), step \($0.step): \($0.value)\n" }.joined()
  }
}
