import LogFormats
import RunRecords
import TestSupport
import Testing

/// Checkpoints with pickles of protocol 0, whose operations are text.
struct TorchCheckpointTests {
  private let losses = "Vtrain_losses\n(lF0.9\naF0.5\nasVval_losses\n(lF1.0\naF0.7\nas"

  @Test(arguments: [
    // A tensor, as its storage and what rebuilds it.
    "Vmodel\nctorch._utils\n_rebuild_tensor_v2\n((Vstorage\nctorch\nFloatStorage\nV0\ntQI0\n(I2\nt(I1\ntI00\ntR",
    // An ordered dictionary with attributes.
    "Vmodel\nccollections\nOrderedDict\n(tR(dV_metadata\n(dsb",
    // An object with a state, and one made anew.
    "Vargs\ncargparse\nNamespace\n(tR(dVlr\nF0.1\nsb",
    "Vpath\ncpathlib\nPosixPath\n(V.\nt\u{81}",
    // The optimiser: its state holds tensors, and its groups lists of numbers.
    "Voptimizer\n(dVstate\n(dI0\n(dVstep\nctorch\ntensor\n(tRsssVparam_groups\n(l(dVparams\n(lI0\naI1\nasas",
  ])
  func `what code would make is passed over`(member: String) throws {
    let run = try FormatShelf.standard.read(bytes: checkpoint("(d\(member)s\(losses)."), name: "run.pt")
    #expect(run.series.map(\.name) == ["train_losses", "val_losses"])
    #expect(run.first(.loss, .validation)?.values == [1, 0.7])
    #expect(run.notes.isEmpty)
  }

  @Test func `losses that are tensors are refused with what to do`() throws {
    let error = #expect(throws: LogError.self) {
      try FormatShelf.standard.read(
        bytes: checkpoint("(dVtrain_losses\n(lctorch\ntensor\n(tRas."), name: "run.pt")
    }
    #expect(error?.advice == "Save numbers, not tensors: losses.append(loss.item()).")
  }

  @Test func `a checkpoint that is cut off is said to be`() throws {
    let bytes = checkpoint("(d\(losses).")
    let error = #expect(throws: LogError.self) {
      try FormatShelf.standard.read(bytes: Array(bytes.dropLast(4)), name: "run.pt")
    }
    #expect(error?.problem.hasPrefix("the checkpoint ends before its data does, at byte ") == true)
  }

  @Test func `the tensors behind the data are not read`() throws {
    let scratch = try ScratchFolder()
    let tail = [UInt8](repeating: 0x2E, count: 80 << 20)
    try scratch.write(checkpoint("(d\(losses).") + tail, to: "run.pt")
    #expect(try FormatShelf.standard.read(path: scratch("run.pt")).series.count == 2)
  }

  @Test(arguments: ["model.pkl", "model.pth.tar", "model", "model.weights", "model.pt"])
  func `weights beside a log are passed over in a folder`(name: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write("epoch,loss,val_loss\n1,2,3\n2,1,2\n".utf8, to: "history.csv")
    try scratch.write(checkpoint("(dVmodel\n(dVlayer.weight\nI1\nssVloss\nF0.5\ns."), to: name)
    let run = try FormatShelf.standard.read(path: scratch.path)
    #expect(run.first(.loss, .validation)?.values == [3, 2])
  }

  @Test func `a checkpoint with losses is read where a folder has no other log`() throws {
    let scratch = try ScratchFolder()
    try scratch.write(checkpoint("(dVmodel\n(dVlayer.weight\nI1\nss\(losses)."), to: "run.pt")
    #expect(try FormatShelf.standard.read(path: scratch.path).first(.loss, .validation)?.values == [1, 0.7])
    try scratch.write("epoch,loss,val_loss\n1,2,3\n2,1,2\n".utf8, to: "history.csv")
    #expect(try FormatShelf.standard.read(path: scratch.path).first(.loss, .validation)?.values == [3, 2])
  }

  /// The beginning of the archive that PyTorch writes.
  private func checkpoint(_ pickle: String) -> [UInt8] {
    let data = pickle.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    return Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 22) + [12, 0, 2, 0]
      + Array("run/data.pklZZ".utf8) + data
  }
}
