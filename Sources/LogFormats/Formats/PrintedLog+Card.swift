extension PrintedLog {
  public static var card: FormatCard {
    FormatCard(
      id: "console",
      title: "What a run printed",
      writtenBy: [
        "hand-written training loops", "Keras fit", "Hugging Face Trainer", "PyTorch examples and tutorials",
        "PyTorch Lightning's bar", "tqdm", "nanoGPT", "llm.c", "MMEngine", "detectron2", "timm",
        "scikit-learn MLPClassifier(verbose=True)", "Python's logging",
      ],
      fileNames: ["*.log", "*.txt", "log.txt", "nohup.out", "slurm-*.out"],
      summary:
        "Lines such as `Epoch 3/30 - train loss: 0.53 acc: 0.81 | val loss: 0.91`. A name without a split "
        + "takes that of the nearest word before it; of a line that is drawn again and again the last state counts. "
        + "The folds of a cross-validation are runs of their own, below lines such as `Fold 2/5`.",
      reads: [
        FormatExample(
          "a hand-written loop: the nearest word before says which accuracy it is", fileName: "train.log",
          text: """
            Epoch 1/30 - train loss: 2.2677 acc: 0.0933 | val loss: 2.1173 acc: 0.5000
            Epoch 2/30 - train loss: 2.0187 acc: 0.4867 | val loss: 1.8108 acc: 0.5500

            """,
          series: ["train loss", "val loss", "train acc", "val acc"]),
        FormatExample(
          "Keras", fileName: "fit.txt",
          text: """
            Epoch 1/12
            10/10 - 1s - 81ms/step - accuracy: 0.0963 - loss: 2.3410 - val_accuracy: 0.1630 - val_loss: 2.2453
            Epoch 2/12
            10/10 - 0s - 31ms/step - accuracy: 0.2235 - loss: 2.1799 - val_accuracy: 0.3259 - val_loss: 2.1074

            """,
          series: ["loss", "val_loss", "accuracy", "val_accuracy"]),
        FormatExample(
          "the MNIST example of PyTorch: the losses of batches are averaged", fileName: "mnist.txt",
          text: """
            Train Epoch: 1 [0/1280 (0%)]\tLoss: 2.309046
            Train Epoch: 1 [640/1280 (50%)]\tLoss: 2.177427

            Test set: Average loss: 2.0091, Accuracy: 397/540 (74%)

            Train Epoch: 2 [0/1280 (0%)]\tLoss: 1.913334
            Train Epoch: 2 [640/1280 (50%)]\tLoss: 1.838606

            Test set: Average loss: 1.5826, Accuracy: 462/540 (86%)

            """,
          series: ["Train Loss", "Test Average loss", "Test Accuracy"]),
        FormatExample(
          "the Hugging Face Trainer", fileName: "trainer.txt",
          text: """
            {'loss': '2.301', 'grad_norm': '0.8585', 'learning_rate': '0.0019', 'epoch': '1'}
            {'eval_loss': '2.337', 'eval_accuracy': '0.1', 'eval_runtime': '0.1899', 'epoch': '1'}
            {'loss': '2.211', 'grad_norm': '0.7402', 'learning_rate': '0.0018', 'epoch': '2'}
            {'eval_loss': '2.310', 'eval_accuracy': '0.2', 'eval_runtime': '0.1355', 'epoch': '2'}

            """,
          series: ["loss", "eval_loss", "eval_accuracy", "learning_rate", "grad_norm"]),
        FormatExample(
          "nanoGPT: over steps", fileName: "gpt.txt",
          text: """
            step 0: train loss 4.2874, val loss 4.2823
            iter 0: loss 4.2912, time 1587.94ms, mfu -100.00%
            iter 10: loss 3.9012, time 1209.16ms, mfu 0.00%
            step 250: train loss 2.1874, val loss 2.2823

            """,
          series: ["train loss", "val loss"]),
      ],
      refuses: [
        FormatExample(
          "epochs without a loss", fileName: "train.log",
          text: "Epoch 1/3\nEpoch 2/3\nEpoch 3/3\n",
          message:
            "train.log: this looks like something printed, but no lines in it name a loss with its value. "
            + "Print one line for each epoch, such as: epoch 3 train_loss 0.52 val_loss 0.71"),
        FormatExample(
          "a text that names one result", fileName: "notes.md",
          text: "# Results: the best model\n\nWe trained for 30 epochs. Accuracy: 0.95, loss: 0.3\n",
          message:
            "notes.md: this looks like something printed, but no lines in it name a loss with its value. "
            + "Print one line for each epoch, such as: epoch 3 train_loss 0.52 val_loss 0.71"),
      ])
  }
}
