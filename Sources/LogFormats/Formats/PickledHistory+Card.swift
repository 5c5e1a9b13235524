extension PickledHistory {
  public static var card: FormatCard {
    FormatCard(
      id: "pickle",
      title: "Pickled histories (.pkl)",
      writtenBy: ["pickle.dump(history.history, file)", "pickle.dump of a dictionary of lists or arrays"],
      fileNames: ["history.pkl", "*.pkl", "*.pickle"],
      summary:
        "A dictionary with a list of numbers for each metric, or a list with a dictionary for each epoch; numpy's "
        + "numbers and arrays too. Protocols 0 to 5. Nothing in a pickle is run: one that names any other code is "
        + "refused.",
      reads: [
        FormatExample(
          "the history of Keras, by protocol 2", fileName: "history.pkl",
          text: "pickle.dump({\"loss\": [2.0, 1.0], \"val_loss\": [2.5, 1.5]}, file, protocol=2)",
          .bytes(
            [0x80, 2] + text("}q\u{0}(") + name("loss") + list([2, 1]) + name("val_loss") + list([2.5, 1.5])
              + text("u.")), series: ["loss", "val_loss"]),
        FormatExample(
          "one list, named by its file", fileName: "train_loss.pkl",
          text: "pickle.dump([2.0, 1.0], file, protocol=2)",
          .bytes([0x80, 2] + list([2, 1]) + text(".")), series: ["train_loss"]),
      ],
      refuses: [
        FormatExample(
          "code", fileName: "history.pkl", text: "an object whose loading would run os.system(\"...\")",
          .bytes([0x80, 2] + text("cos\nsystem\n") + name("...") + [0x85] + text("R.")),
          message: "history.pkl: byte 2 of this pickle names code of Python, of which none is run here: "
            + "found \"os.system\", expected dictionaries, lists and numbers. \(PickleFault.advice)"),
        FormatExample(
          "no history", fileName: "settings.pkl",
          text: "pickle.dump({\"name\": \"mnist\"}, file, protocol=2)",
          .bytes([0x80, 2] + text("}") + name("name") + name("mnist") + text("s.")),
          message:
            "settings.pkl: this pickle holds no history, expected a dictionary with a list of numbers for "
            + "each metric, such as history.history of Keras. \(PickleFault.advice)"),
      ])
  }

  // The operations of pickles that the examples are made of.

  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func name(_ name: String) -> [UInt8] {
    text("X") + [UInt8(name.utf8.count), 0, 0, 0] + text(name)
  }

  private static func list(_ numbers: [Double]) -> [UInt8] {
    text("](")
      + numbers.flatMap { number in
        text("G")
          + stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number.bitPattern >> $0) }
      } + text("e")
  }
}
