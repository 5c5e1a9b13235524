extension TorchCheckpoint {
  public static let card = FormatCard(
    id: "pytorch-checkpoint",
    title: "PyTorch checkpoint with histories (.pt)",
    writtenBy: ["torch.save of a dictionary with lists of losses"],
    fileNames: ["*.pt", "*.pth", "*.ckpt", "*.tar"],
    summary:
      "The lists of numbers that were saved beside the weights, which are passed over. No code in it is run, and a "
      + "folder is not searched for checkpoints.",
    reads: [
      FormatExample(
        "losses beside the weights", fileName: "checkpoint.pt",
        text: #"{"model": model.state_dict(), "train_losses": [0.9, 0.5], "val_losses": [1.0, 0.7]}"#,
        .bytes(
          archive(
            "(dVmodel\nctorch._utils\n_rebuild_tensor_v2\n(tRsVtrain_losses\n(lF0.9\naF0.5\na"
              + "sVval_losses\n(lF1.0\naF0.7\nas.")),
        series: ["train_losses", "val_losses"])
    ],
    refuses: [
      FormatExample(
        "weights alone", fileName: "weights.pt", text: "model.state_dict()",
        .bytes(archive("(dVweight\nctorch._utils\n_rebuild_tensor_v2\n(tRs.")),
        message:
          "weights.pt: this checkpoint holds no history: found \"weight\", expected a list of numbers for "
          + "each metric. Save them beside the weights: torch.save({\"train_losses\": [...], "
          + "\"val_losses\": [...]}, file).")
    ])

  /// The beginning of an archive, up to the end of its data.
  private static func archive(_ pickle: String) -> [UInt8] {
    let name = "checkpoint/data.pkl"
    return [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 22) + [UInt8(name.utf8.count), 0, 0, 0]
      + name.utf8 + pickle.utf8
  }
}
