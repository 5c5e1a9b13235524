import ATMLDiagnose

/// The names under which an input is read, chosen by its first byte: formats look at the name too.
private let names = [
  "run.csv", "events.out.tfevents.1", "history.json", "run.wandb", "history.npz", "loss.npy", "console.txt",
  "scalars.jsonl", "trainer_state.json", "run.csv.gz", "run-a_train-tag-loss.json", "metrics.json",
]

/// Reads an input as a log; any answer will do but a crash, a hang or memory without bound.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLogs(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  guard let first = input.first else { return 0 }
  let name = names[Int(first) % names.count]
  _ = try? FormatShelf.standard.read(bytes: Array(input.dropFirst()), name: name)
  return 0
}
