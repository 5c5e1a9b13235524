extension TrainerState {
  public static var card: FormatCard {
    FormatCard(
      id: "hugging-face",
      title: "Hugging Face Trainer state",
      writtenBy: ["transformers Trainer", "TRL", "Sentence Transformers", "Axolotl", "LLaMA-Factory"],
      fileNames: ["trainer_state.json"],
      summary:
        "The log_history of the Trainer: loss is the training loss, eval_loss that of the validation data.",
      reads: [
        FormatExample(
          "training and evaluation", fileName: "trainer_state.json",
          text: """
            {"epoch": 2.0, "global_step": 20, "log_history": [
            {"epoch": 1.0, "grad_norm": 1.9, "learning_rate": 0.002, "loss": 2.31, "step": 10},
            {"epoch": 1.0, "eval_loss": 2.2, "eval_runtime": 0.1, "step": 10},
            {"epoch": 2.0, "grad_norm": 1.8, "learning_rate": 0.001, "loss": 2.11, "step": 20},
            {"epoch": 2.0, "eval_loss": 2.1, "eval_runtime": 0.1, "step": 20},
            {"epoch": 2.0, "step": 20, "train_loss": 2.21, "train_runtime": 3.1}], "max_steps": 20}
            """,
          series: ["loss", "eval_loss", "learning_rate", "grad_norm"]),
        FormatExample(
          "two sets to evaluate: the first is judged", fileName: "trainer_state.json",
          text: """
            {"epoch": 2.0, "global_step": 20, "log_history": [
            {"epoch": 1.0, "loss": 2.31, "step": 10},
            {"epoch": 1.0, "eval_law_accuracy": 0.3, "eval_law_loss": 2.2, "step": 10},
            {"epoch": 1.0, "eval_web_accuracy": 0.2, "eval_web_loss": 2.3, "step": 10},
            {"epoch": 2.0, "loss": 2.11, "step": 20},
            {"epoch": 2.0, "eval_law_accuracy": 0.4, "eval_law_loss": 2.1, "step": 20},
            {"epoch": 2.0, "eval_web_accuracy": 0.3, "eval_web_loss": 2.2, "step": 20}]}
            """,
          series: ["loss", "eval_law_loss", "eval_web_loss", "eval_law_accuracy", "eval_web_accuracy"]),
      ],
      refuses: [
        FormatExample(
          "a run too short to have logged anything", fileName: "trainer_state.json",
          text: #"{"best_model_checkpoint": null, "log_history": [], "global_step": 3}"#,
          message:
            "trainer_state.json: its log_history holds no entries. The Trainer writes one every logging_steps "
            + "(500 if not set): train longer, or log more often.")
      ])
  }
}
