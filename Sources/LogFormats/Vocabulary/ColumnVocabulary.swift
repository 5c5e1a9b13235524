import RunRecords

/// The words of column names and what they mean, for every reader.
///
/// Names are cut into lower-case words first (see ``NameWords``); a word counts only as a whole.
enum ColumnVocabulary {
  static let training: Set<String> = [
    "train", "training", "tr", "learn", "fit", "trn", "insample", "dtrain",
    "trainings", "entraînement", "entrainement", "apprentissage", "entrenamiento", "treino",
    "treinamento", "addestramento", "обучение", "обучения", "обучении", "训练", "训练集", "訓練", "学習", "훈련", "학습",
  ]

  static let validation: Set<String> = [
    "val", "valid", "validation", "validate", "validating", "eval", "evaluating", "evaluation", "dev",
    "holdout", "heldout", "oof",
    "crossval",
    "oos", "oob", "cv", "vl", "vld", "vali", "devel", "dval", "dvalid", "deval",
    "validierung", "validierungs", "validación", "validacion", "validação", "validacao", "validazione",
    "validatie", "валидация", "валидации", "валидационной", "验证", "验证集", "驗證", "検証", "검증",
  ]

  /// Validation when a log has no other; else data held out to the end.
  static let test: Set<String> = [
    "test", "testing", "tst", "dtest", "prueba", "teste", "тест", "тесте", "测试", "测试集", "測試", "テスト", "테스트",
  ]

  /// Words that stand for a part of the data beside a metric and nothing else: `va_loss`, `acc_te`.
  static let abbreviations = ["va": "val", "te": "test", "ts": "test"]

  /// Words that stand for a metric beside a part of the data and nothing else: `val_ls`, `trn_ac`.
  static let shortMetrics = ["ls": "loss", "ac": "acc"]

  /// Short names that mean something where both of a pair are there, with those that they explain.
  static let initials: [(pair: (String, String), names: [String: String])] = [
    (("tl", "vl"), ["tl": "train_loss", "vl": "val_loss", "ta": "train_acc", "va": "val_acc"]),
    (("trl", "vll"), ["trl": "train_loss", "vll": "val_loss", "tra": "train_acc", "vla": "val_acc"]),
    (("lt", "lv"), ["lt": "train_loss", "lv": "val_loss"]),
    (("tr", "va"), ["tr": "train", "va": "val"]),
    (("e_in", "e_out"), ["e_in": "train_error", "e_out": "val_error"]),
  ]

  /// What short names stand for among others, by their small letters.
  static func initials(among names: Set<String>) -> [String: String] {
    initials.first { names.contains($0.pair.0) && names.contains($0.pair.1) }?.names ?? [:]
  }

  /// The short names of pairs, of which one alone says nothing.
  static let pairedInitials = Set(initials.flatMap { [$0.pair.0, $0.pair.1] })

  /// Words that make a column no curve of its own, whatever else its name says.
  static let notCurves: Set<String> = [
    "best", "std", "stdev", "stddev", "stdv", "sem", "stderr", "var", "variance", "count", "size", "runtime",
    "samples", "second", "throughput", "fps", "memory", "mem", "gpu", "cpu", "eta", "seed", "scale",
    "scaler", "patience", "min", "max", "rank", "flops", "flos", "params", "param", "weight", "id",
    "timestamp", "checkpoint", "cp", "num", "system", "remaining",
    "improved", "timesteps",
  ]

  /// Words that say how a value was taken and nothing about what it is.
  static let fillers: Set<String> = [
    "epoch", "step", "mean", "avg", "average", "running", "metrics", "metric", "of", "the", "de", "du",
    "la", "le", "des", "del", "da", "do", "di", "en", "set", "on", "per", "s", "value", "values", "curve",
    "agg", "на", "при", "list", "history", "hist", "vs",
  ]

  /// Column names that hold the position of a row, by what they count.
  static let axes: [RunAxis: Set<String>] = [
    .epoch: [
      "epoch", "epochs", "ep", "epoche", "epochen", "epoca", "época", "epocas", "épocas", "époque", "epoque",
      "эпоха", "轮次", "轮数", "周期", "エポック", "에포크", "epoch number", "epoch num", "epoch idx",
      "current epoch", "n epoch",
    ],
    .step: [
      "step", "steps", "global step", "training step", "train step", "schritt", "global steps",
      "trainer global step", "current steps", "current step", "train global step",
      "步", "步数", "训练次数",
    ],
    .iteration: [
      "iteration", "iterations", "iter", "iters", "it", "itr", "round", "rounds", "boosting round",
      "num round",
      "n iter", "training iteration", "tree", "trees", "n estimators", "n trees", "num trees",
      "number of trees", "迭代", "迭代次数",
    ],
    .trainingSize: [
      "train size", "train sizes", "train sizes abs", "training size", "training sizes", "train examples",
      "training examples", "training set size",
    ],
  ]

  /// Parameters of models that people draw scores over, in their own column.
  static let parameters: Set<String> = [
    "c", "gamma", "alpha", "lambda", "max depth", "depth", "n neighbors", "degree", "k", "min samples leaf",
    "min samples split", "max leaf nodes", "neighbors", "num leaves", "min child weight", "reg alpha",
    "reg lambda",
    "l1 ratio", "nu", "epsilon", "sigma", "bandwidth", "n hidden", "hidden units", "polynomial degree",
    "n components", "ccp alpha", "max features", "param", "parameter",
    "param value", "param range", "parameter value",
  ]

  /// The counter of batches within an epoch: a row of it is one batch.
  static let batchCounters: Set<String> = ["batch", "batch idx", "batch index", "batches", "minibatch"]

  /// Columns of a table with one value in a row.
  static let longMetric: Set<String> = [
    "metric", "metrics", "name", "tag", "key", "variable", "measure", "metric name",
  ]
  static let longSplit: Set<String> = [
    "split", "phase", "set", "dataset", "mode", "stage", "subset", "partition", "data",
    "type", "variant", "is train", "is training", "context", "run context",
  ]
  static let longValue: Set<String> = ["value", "val", "metric value", "values"]

  /// Columns that say which run a row is of, by a name for people and by one for machines.
  static let runNames: Set<String> = [
    "run", "run name", "experiment", "experiment name", "trial", "trial name", "fold", "kfold", "seed",
    "group", "model", "model name", "architecture", "optimizer",
  ]
  static let runIdentifiers: Set<String> = ["run id", "run uuid", "trial id", "experiment id"]

  /// Several words that stand for one of those above.
  static let compounds: [(words: [String], word: String)] = [
    (["held", "out"], "heldout"), (["hold", "out"], "holdout"), (["out", "of", "fold"], "oof"),
    (["out", "of", "sample"], "oos"), (["out", "of", "bag"], "oob"), (["in", "sample"], "insample"),
    (["cross", "validation"], "validation"), (["cross", "val"], "val"),
  ]

  /// The first words of the compounds.
  static let compoundBeginnings = Set(compounds.compactMap(\.words.first))

  /// The part of the data that a word stands for, also with a number of the set at its end (`valid1`).
  static func split(_ word: String) -> Split? {
    if let known = splits[word] { return known }
    // Most words end in a letter, and characters are found more slowly than bytes.
    guard let last = word.utf8.last, last &- 0x30 < 10 || last >= 0x80 else { return nil }
    let stem = word.prefix { !$0.isNumber }
    let isNumbered =
      stem.count > 2 && stem.count < word.count && word.dropFirst(stem.count).allSatisfy(\.isNumber)
    return isNumbered ? split(String(stem)) : nil
  }

  /// The parts of the data by the words that stand for them.
  private static let splits = [(test, Split.test), (validation, .validation), (training, .training)]
    .reduce(into: [String: Split]()) { splits, part in for word in part.0 { splits[word] = part.1 } }

  /// Whether a word means anything to this vocabulary.
  static func knows(_ word: String) -> Bool {
    words.contains(word) || split(word) != nil || metric(word) != nil
  }

  /// Every word and phrase that means something as it stands.
  private static let words = axes.values.reduce(
    notCurves.union(splits.keys).union(metrics.keys)
  ) { $0.union($1) }
}
