import RunRecords

/// The words of column names and what they mean, for every reader.
///
/// Names are cut into lower-case words first (see ``NameWords``); a word counts only as a whole.
enum ColumnVocabulary {
  /// A phrase that names a metric.
  struct MetricPhrase: Sendable {
    let metric: Metric
    /// Where it stands among metrics of its kind when several could be judged; lower comes first.
    let rank: Int
  }

  static let training: Set<String> = [
    "train", "training", "tr", "learn", "fit", "trn",
    "trainings", "entraînement", "entrainement", "apprentissage", "entrenamiento", "treino",
    "treinamento", "addestramento", "обучение", "обучения", "训练", "训练集", "訓練", "学習", "훈련", "학습",
  ]

  static let validation: Set<String> = [
    "val", "valid", "validation", "eval", "evaluation", "dev", "holdout", "heldout", "oof",
    "validierung", "validierungs", "validación", "validacion", "validação", "validacao", "validazione",
    "validatie", "валидация", "валидации", "验证", "验证集", "驗證", "検証", "검증",
  ]

  /// Validation when a log has no other; else data held out to the end.
  static let test: Set<String> = ["test", "testing", "测试", "测试集", "測試", "テスト"]

  /// Words that make a column no curve of its own, whatever else its name says.
  static let notCurves: Set<String> = [
    "best", "std", "stdev", "stddev", "stdv", "sem", "stderr", "var", "variance", "count", "size", "runtime",
    "samples", "second", "throughput", "fps", "memory", "mem", "gpu", "cpu", "eta", "seed", "scale",
    "scaler", "patience", "min", "max", "rank", "flops", "flos", "params", "param", "weight", "id",
    "timestamp", "checkpoint", "cp", "num", "system", "remaining",
  ]

  /// Words that say how a value was taken and nothing about what it is.
  static let fillers: Set<String> = [
    "epoch", "step", "mean", "avg", "average", "running", "metrics", "metric", "of", "the", "de", "du",
    "la", "le", "des", "del", "da", "do", "set", "on", "per", "s", "value", "curve", "agg",
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
      "步", "步数",
    ],
    .iteration: [
      "iteration", "iterations", "iter", "iters", "it", "round", "rounds", "boosting round", "num round",
      "n iter", "tree", "trees", "迭代", "迭代次数",
    ],
    .trainingSize: [
      "train size", "train sizes", "train sizes abs", "training size", "training sizes", "train examples",
      "training examples", "training set size",
    ],
  ]

  /// The counter of batches within an epoch: a row of it is one batch.
  static let batchCounters: Set<String> = ["batch", "batch idx", "batch index", "batches", "minibatch"]

  /// Columns of a table with one value in a row.
  static let longMetric: Set<String> = ["metric", "name", "tag", "key", "variable", "measure", "metric name"]
  static let longSplit: Set<String> = [
    "split", "phase", "set", "dataset", "mode", "stage", "subset", "partition", "data",
  ]
  static let longValue: Set<String> = ["value", "val", "metric value"]

  /// Columns that say which of several runs a row is of.
  static let runIdentifiers: Set<String> = ["run id", "run uuid"]

  /// Phrases of one to five words, joined by blanks.
  static let metrics: [String: MetricPhrase] = {
    var table: [String: MetricPhrase] = [:]
    func add(_ metric: Metric, rank: Int = 0, _ phrases: String...) {
      for phrase in phrases { table[phrase] = MetricPhrase(metric: metric, rank: rank) }
    }
    func error(_ name: String) -> Metric { Metric(name: name, kind: .loss, direction: .lowerIsBetter) }
    func share(_ name: String) -> Metric {
      Metric(name: name, kind: .score, direction: .higherIsBetter, unit: .fraction)
    }
    func score(_ name: String) -> Metric { Metric(name: name, kind: .score, direction: .higherIsBetter) }

    add(
      .loss, "loss", "losses", "verlust", "perte", "pérdida", "perdida", "perda", "perdita", "verlies",
      "потери",
      "损失", "损失值", "損失", "손실")
    add(error("cost"), rank: 1, "cost", "kosten", "coût", "cout", "coste", "custo")
    add(error("objective"), rank: 1, "objective")
    add(
      error("negative log-likelihood"), rank: 1, "nll", "negative log likelihood", "neg log likelihood")
    add(
      error("cross-entropy"), rank: 1, "ce", "xent", "cross entropy", "crossentropy", "bce",
      "binary crossentropy",
      "binary cross entropy", "categorical crossentropy", "sparse categorical crossentropy", "multiclass")
    add(
      error("log loss"), rank: 1, "logloss", "log loss", "mlogloss", "binary logloss", "multi logloss")
    add(error("KL divergence"), rank: 2, "kl", "kld", "kl divergence")
    add(error("perplexity"), rank: 3, "perplexity", "ppl")
    add(error("MSE"), rank: 2, "mse", "mean squared error", "l2", "mean square error")
    add(error("RMSE"), rank: 2, "rmse", "root mean squared error")
    add(error("RMSLE"), rank: 2, "rmsle", "msle", "mean squared logarithmic error")
    add(error("MAE"), rank: 2, "mae", "mean absolute error", "l1")
    add(error("MAPE"), rank: 2, "mape", "smape", "mean absolute percentage error")
    add(error("Huber loss"), rank: 2, "huber")
    add(
      error("error"), rank: 3, "error", "err", "fehler", "erreur", "erro", "errore", "ошибка", "merror", "误差")
    add(
      error("error rate"), rank: 3, "error rate", "err rate", "misclassification", "class error",
      "classification error", "fehlerrate")
    add(error("word error rate"), rank: 3, "wer", "word error rate")
    add(error("character error rate"), rank: 3, "cer", "character error rate")

    add(
      .accuracy, "accuracy", "acc", "accu", "accuracies", "top1", "top 1", "acc1", "acc 1", "prec1", "prec 1",
      "top1 acc", "top1 accuracy", "accuracy top1", "top 1 accuracy", "accuracy score", "binary accuracy",
      "categorical accuracy", "sparse categorical accuracy", "genauigkeit", "exactitude", "exactitud",
      "accuratezza", "acurácia", "acuracia", "nauwkeurigheid", "точность", "准确率", "精度", "正确率",
      "正解率", "정확도")
    let topFive = Metric(
      name: "top-5 accuracy", kind: .accuracy, direction: .higherIsBetter, unit: .fraction)
    add(
      topFive, rank: 2, "top5", "top 5", "acc5", "acc 5", "prec5", "prec 5", "top5 acc", "top5 accuracy",
      "accuracy top5", "top 5 accuracy", "top k categorical accuracy", "sparse top k categorical accuracy")
    add(
      Metric(name: "balanced accuracy", kind: .accuracy, direction: .higherIsBetter, unit: .fraction),
      rank: 1, "balanced accuracy", "balanced acc", "bal acc")

    add(share("mAP"), "map", "mean average precision")
    add(share("AP"), "ap", "average precision")
    add(
      share("AUC"), "auc", "auroc", "roc auc", "rocauc", "auc roc", "roc auc score", "prauc", "auprc",
      "pr auc")
    add(share("F1"), "f1", "f1 score", "fscore", "f score", "f1score", "fbeta", "macro f1", "micro f1")
    add(share("IoU"), "iou", "miou", "jaccard", "mean iou")
    add(share("Dice"), "dice", "dice score", "dice coefficient", "dice coef")
    add(
      share("precision"), rank: 1, "precision", "precisión", "précision", "precisão", "precisione",
      "präzision")
    add(share("recall"), rank: 1, "recall", "sensitivity", "rappel", "specificity")
    add(score("score"), "score", "scores")
    add(score("R2"), "r2", "r 2", "r2 score", "r squared", "r2score")
    add(score("MCC"), "mcc", "matthews corrcoef", "matthews")
    add(score("kappa"), "kappa", "cohen kappa", "qwk")
    add(score("BLEU"), "bleu", "sacrebleu")
    add(score("ROUGE"), "rouge", "rouge1", "rouge2", "rougel", "rougelsum")
    add(score("log-likelihood"), rank: 2, "log likelihood", "elbo")
    add(score("correlation"), rank: 2, "pearson", "spearman", "spearmanr", "correlation", "corr")
    add(score("reward"), rank: 2, "reward", "mean reward", "episode reward")
    add(score("PSNR"), rank: 1, "psnr")
    add(score("SSIM"), rank: 1, "ssim")
    add(score("NDCG"), rank: 1, "ndcg")

    add(.learningRate, "lr", "learning rate", "learningrate", "lernrate", "学习率", "學習率")
    add(
      .gradientNorm, "grad norm", "gradient norm", "gnorm", "gradnorm", "grad 2.0 norm total",
      "grad norm total")
    add(
      .time, "time", "dur", "duration", "elapsed", "elapsed time", "wall time", "walltime", "epoch time",
      "zeit", "dauer", "temps", "tiempo", "tempo", "时间", "train time", "fit time", "seconds", "secs")
    return table
  }()

  /// The most words in a phrase of ``metrics``.
  static let longestPhrase = 5

  /// The meaning of a phrase, also with digits at its end (`auc_1`, `map50`, `lr0`).
  static func metric(_ phrase: String) -> MetricPhrase? {
    if let known = metrics[phrase] { return known }
    let stem = phrase.prefix { !("0"..."9").contains($0) }
    guard stem.count < phrase.count, stem.count > 1,
      phrase.dropFirst(stem.count).allSatisfy({ ("0"..."9").contains($0) })
    else { return nil }
    return metrics[String(stem)]
  }

  /// The part of the data that a word stands for.
  static func split(_ word: String) -> Split? {
    if training.contains(word) { return .training }
    if validation.contains(word) { return .validation }
    if test.contains(word) { return .test }
    return nil
  }

  /// Whether a word means anything to this vocabulary.
  static func knows(_ word: String) -> Bool {
    split(word) != nil || metric(word) != nil || notCurves.contains(word)
      || axes.values.contains { $0.contains(word) }
  }
}
