extension TrainerFolder {
  public static let card = FormatCard(
    id: "hugging-face-folder",
    title: "Hugging Face output folder",
    writtenBy: ["transformers Trainer"],
    fileNames: ["trainer_state.json", "checkpoint-*/trainer_state.json"],
    summary:
      "The trainer_state.json of the folder, or that of the checkpoint with the highest step if it reaches "
      + "farther: each holds the whole history, also that of before a resume.",
    reads: [
      FormatExample(
        "checkpoints only: the last one counts", folder: "out",
        files: [
          .init("checkpoint-10/trainer_state.json", state(losses: [2.5])),
          .init("checkpoint-20/trainer_state.json", state(losses: [2.5, 1.5])),
        ],
        series: ["loss", "eval_loss"])
    ],
    refuses: [
      FormatExample(
        "nothing was logged yet", folder: "out",
        files: [.init("checkpoint-10/trainer_state.json", state(losses: []))],
        message:
          "out/checkpoint-10/trainer_state.json: its log_history holds no entries. The Trainer writes one "
          + "every logging_steps (500 if not set): train longer, or log more often.")
    ])

  private static func state(losses: [Double]) -> String {
    let entries = losses.enumerated().map { index, loss in
      let place = #""epoch": \#(index + 1).0, "step": \#(10 * index + 10)"#
      return #"{"loss": \#(loss), \#(place)}, {"eval_loss": \#(loss + 0.25), \#(place)}"#
    }
    return #"{"global_step": \#(10 * losses.count), "log_history": [\#(entries.joined(separator: ", "))]}"#
  }
}
