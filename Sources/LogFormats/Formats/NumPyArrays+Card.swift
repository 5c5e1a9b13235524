import ArrayFiles

extension NumPyArrays {
  public static var card: FormatCard {
    FormatCard(
      id: "numpy",
      title: "NumPy arrays (.npz, .npy)",
      writtenBy: ["numpy.savez", "numpy.savez_compressed", "numpy.save"],
      fileNames: ["history.npz", "losses.npz", "train_loss.npy", "*.npz", "*.npy"],
      summary:
        "An archive with one array for each curve, named as the curve; or a file with the values of one "
        + "curve. An array named epoch or step says the positions.",
      reads: [
        FormatExample(
          "the losses of a loop, saved at its end", fileName: "val_loss.npy",
          text: "numpy.save(\"val_loss.npy\", [2.31, 1.62, 1.05])",
          .bytes(NumericArray([2.31, 1.62, 1.05], shape: [3]).npyBytes()), series: ["val_loss"]),
        FormatExample(
          "one curve without a name", fileName: "run7.npy",
          text: "numpy.save(\"run7.npy\", [2.31, 1.62, 1.05])",
          .bytes(NumericArray([2.31, 1.62, 1.05], shape: [3]).npyBytes()), series: ["loss"]),
      ],
      refuses: [
        FormatExample(
          "columns without names", fileName: "losses.npy",
          text: "numpy.save(\"losses.npy\", [[2.31, 2.30], [1.62, 1.71]])",
          .bytes(NumericArray([2.31, 2.30, 1.62, 1.71], shape: [2, 2]).npyBytes()),
          message: "losses.npy: the columns of this array have no names: found \"an array of shape [2, 2]\", "
            + "expected the values of one curve, one for each epoch. "
            + "Save each curve by its name: numpy.savez(\"history.npz\", train_loss=..., val_loss=...).")
      ])
  }
}
