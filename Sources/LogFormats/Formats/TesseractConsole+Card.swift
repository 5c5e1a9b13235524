extension TesseractConsole {
  public static var card: FormatCard {
    FormatCard(
      id: "tesseract-console",
      title: "What Tesseract's lstmtraining printed",
      writtenBy: ["Tesseract"],
      fileNames: ["*.log", "*.txt"],
      summary:
        "The error rates of characters and words, in percent, over the samples seen: those of training from each line of "
        + "progress, and those of an evaluation where one was printed.",
      reads: [
        FormatExample(
          "Tesseract 4, with an evaluation behind a line of progress", fileName: "tesstrain.log",
          text: """
            At iteration 90/100/100, Mean rms=6.1%, delta=30.2%, char train=92.5%, word train=99%, skip ratio=0%,  New worst char error = 92.5 wrote checkpoint.
            At iteration 178/200/200, Mean rms=5.2%, delta=22.9%, char train=71.25%, word train=95%, skip ratio=0%,  New best char error = 71.25At iteration 90, stage 0, Eval Char error rate=75.5, Word error rate=97.25 wrote checkpoint.
            At iteration 251/300/300, Mean rms=4.3%, delta=12.4%, char train=40.75%, word train=80%, skip ratio=0%,  New best char error = 40.75 wrote checkpoint.

            """,
          series: ["char train", "eval char", "word train", "eval word"]),
        FormatExample(
          "Tesseract 5", fileName: "tesstrain.log",
          text: """
            At iteration 90/100/100, mean rms=6.1%, delta=30.2%, BCER train=92.5%, BWER train=99%, skip ratio=0.000%, New worst BCER = 92.5 wrote checkpoint.
            At iteration 178/200/200, mean rms=5.2%, delta=22.9%, BCER train=71.25%, BWER train=95%, skip ratio=0.000%, New best BCER = 71.25 wrote checkpoint.

            """,
          series: ["char train", "word train"]),
      ],
      refuses: [
        FormatExample(
          "a line that was cut off", fileName: "tesstrain.log",
          text: "At iteration 90/100/100, Mean rms=6.1%, delta=3",
          message:
            "tesstrain.log: there is no whole line of error rates. Read it again when the first iterations have ended."
        )
      ])
  }
}
