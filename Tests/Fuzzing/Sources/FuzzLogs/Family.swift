import LogFormats

/// Log formats that are fuzzed together.
enum Family: String, CaseIterable {
  case delimited, json, console, tensorboard, wandb, numpy, sqlite, gzip, folders, server, numbers

  /// What reads an input of the family.
  var target: any FuzzTarget {
    switch self {
    case .folders: FolderTarget()
    case .server: ServerTarget()
    case .numbers: NumberTarget()
    default: FileTarget(names: names, growth: growth)
    }
  }

  /// The names under which a file of the family is read; the first byte of an input chooses among them, because formats
  /// look at the name too.
  var names: [String] {
    switch self {
    case .delimited:
      ["run.csv", "metrics.tsv", "run-a_validation-tag-loss.csv", "learn_error.tsv"]
    case .json:
      [
        "history.json", "trainer_state.json", "metrics.json", "scalars.jsonl", "catboost_training.json",
        "run-a_val-tag-loss.json", "train.ipynb",
      ]
    case .console: ["console.txt", "train.log", "table.md"]
    case .tensorboard: ["events.out.tfevents.1.vm", "events.out.tfevents"]
    case .wandb: ["run-a.wandb"]
    case .numpy: ["history.npz", "val_loss.npy", "checkpoint.pt"]
    case .sqlite: ["mlflow.db"]
    case .gzip: ["run.csv.gz", "history.json.gz", "events.out.tfevents.1.vm.gz", "history.npz.gz"]
    case .folders, .server, .numbers: []
    }
  }

  /// The most values that a byte of the input may stand for: at least a byte each, of which packed ones become 1032.
  private var growth: Int {
    switch self {
    case .gzip, .numpy: 2 * 1_032
    default: 2
    }
  }

  /// The folders of fixtures from which the family begins.
  var fixtures: [String] {
    switch self {
    case .delimited: ["csv", "bench"]
    case .json, .console, .tensorboard, .wandb, .numpy: [rawValue]
    case .sqlite: ["mlflow"]
    case .gzip: ["csv", "json", "numpy"]
    case .folders: ["mlflow/mlruns", "tensorboard", "wandb"]
    case .server: ["mlflow/rest"]
    case .numbers: []
    }
  }

  /// The family of a card's example: by what it consists of, and by the ending of its name.
  init(of example: FormatExample) {
    switch example.content {
    case .folder: self = .folders
    case .database: self = .sqlite
    case .address: self = .server
    case .bytes:
      let ending = example.fileName.split(separator: ".").last
      let family = Family.allCases.first { family in
        family.names.contains { $0.split(separator: ".").last == ending }
      }
      self = example.fileName.contains("tfevents") ? .tensorboard : family ?? .console
    }
  }

  /// Writes the right checksums into an input.
  var repair: ((UnsafeMutableRawBufferPointer) -> Void)? {
    switch self {
    case .tensorboard: { Checksum.repairRecords(UnsafeMutableRawBufferPointer(rebasing: $0.dropFirst())) }
    case .wandb: { Checksum.repairBlocks(UnsafeMutableRawBufferPointer(rebasing: $0.dropFirst())) }
    case .gzip: { Checksum.repairMember(UnsafeMutableRawBufferPointer(rebasing: $0.dropFirst())) }
    default: nil
    }
  }
}

/// Reads inputs and traps where one breaks a promise.
protocol FuzzTarget: Sendable {
  func read(_ input: UnsafeBufferPointer<UInt8>)
}
