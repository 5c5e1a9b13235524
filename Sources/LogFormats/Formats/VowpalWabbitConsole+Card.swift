extension VowpalWabbitConsole {
  public static var card: FormatCard {
    FormatCard(
      id: "vowpal-wabbit-console",
      title: "What Vowpal Wabbit printed",
      writtenBy: ["Vowpal Wabbit"],
      fileNames: ["*.log", "*.txt"],
      summary:
        "The loss since the line before, over the examples seen. In later passes the lines tell of the examples that "
        + "are held out, and end in `h`.",
      reads: [
        FormatExample(
          "two passes", fileName: "vw.txt",
          text: """
            average  since         example        example        current        current  current
            loss     last          counter         weight          label        predict features
            0.248874 0.183382          128          128.0         1.0000         2.7316       31
            0.195206 0.141539          256          256.0         1.0000         1.9776       31
            0.202320 0.202320          512          512.0         1.0000         7.5241       31 h
            0.161942 0.121881         1024         1024.0         1.0000         4.9592       31 h

            """,
          series: ["loss", "holdout loss"])
      ],
      refuses: [
        FormatExample(
          "a header without lines below it", fileName: "vw.txt",
          text: """
            average  since         example        example        current        current  current
            loss     last          counter         weight          label        predict features

            """,
          message:
            "vw.txt: there is no line of values below the header. Columns found: loss, last, counter, weight. Read it "
            + "again when the first examples were learned from.")
      ])
  }
}
