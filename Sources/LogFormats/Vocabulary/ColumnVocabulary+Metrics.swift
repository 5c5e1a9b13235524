import RunRecords

extension ColumnVocabulary {
  /// A phrase that names a metric.
  struct MetricPhrase: Sendable {
    let metric: Metric
    /// Where it stands among metrics of its kind when several could be judged; lower comes first.
    let rank: Int
  }

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
    /// What is measured beside the loss, and is better the lower it is.
    func distance(_ name: String) -> Metric { Metric(name: name, kind: .score, direction: .lowerIsBetter) }
    func score(_ name: String) -> Metric { Metric(name: name, kind: .score, direction: .higherIsBetter) }

    add(
      .loss, "loss", "losses", "verlust", "perte", "pérdida", "perdida", "perda", "perdita", "verlies",
      "потери",
      "损失", "损失值", "損失", "손실")
    add(error("cost"), rank: 1, "cost", "kosten", "coût", "cout", "coste", "custo")
    add(error("objective"), rank: 1, "objective")
    add(
      error("negative log-likelihood"), rank: 1, "nll", "negative log likelihood", "neg log likelihood",
      "nloglik", "neg elbo", "negative elbo", "nelbo")
    add(
      error("cross-entropy"), rank: 1, "ce", "xent", "cross entropy", "crossentropy", "bce",
      "binary crossentropy",
      "binary cross entropy", "categorical crossentropy", "sparse categorical crossentropy", "multiclass")
    add(
      error("log loss"), rank: 1, "logloss", "log loss", "mlogloss", "binary logloss", "multi logloss")
    add(error("KL divergence"), rank: 2, "kl", "kld", "kl divergence")
    add(error("KL divergence"), rank: 2, "kullback leibler divergence")
    add(error("perplexity"), rank: 3, "perplexity", "ppl", "perplexities", "ppls")
    add(
      error("bits"), rank: 3, "bpb", "bpc", "bpd", "bits per byte", "bits per char", "bits per character",
      "bits per dim", "bits dim", "bits per token", "bits per pixel")
    add(error("MSE"), rank: 2, "mse", "mean squared error", "l2", "mean square error", "mses")
    add(error("RMSE"), rank: 2, "rmse", "root mean squared error", "rmses", "nrmse")
    add(error("RMSLE"), rank: 2, "rmsle", "msle", "mean squared logarithmic error")
    add(error("MAE"), rank: 2, "mae", "mean absolute error", "l1", "maes", "medae")
    add(error("MAPE"), rank: 2, "mape", "smape", "mean absolute percentage error")
    add(error("pixel loss"), rank: 2, "l pix")
    add(error("Huber loss"), rank: 2, "huber", "logcosh", "log cosh")
    add(error("hinge loss"), rank: 2, "hinge")
    add(error("pinball loss"), rank: 2, "pinball", "crps")
    add(error("deviance"), rank: 2, "deviance", "poisson", "tweedie")
    add(
      error("error"), rank: 3, "error", "err", "errors", "errs", "fehler", "erreur", "erro", "errore",
      "ошибка", "merror", "误差")
    add(
      error("error rate"), rank: 3, "error rate", "err rate", "misclassification", "class error",
      "classification error", "fehlerrate")
    add(error("word error rate"), rank: 3, "wer", "word error rate", "uer")
    add(error("character error rate"), rank: 3, "cer", "character error rate")
    add(error("phone error rate"), rank: 3, "phone error rate", "phoneme error rate")

    add(
      .accuracy, "accuracy", "acc", "accs", "accu", "accuracies", "top1", "top 1", "acc1", "acc 1", "prec1",
      "prec 1",
      "top1 acc", "top1 accuracy", "accuracy top1", "top 1 acc", "top 1 accuracy", "accuracy score",
      "binary accuracy",
      "categorical accuracy", "sparse categorical accuracy", "genauigkeit", "exactitude", "exactitud",
      "accuratezza", "acurácia", "acuracia", "nauwkeurigheid", "точность", "准确率", "精度", "正确率",
      "正解率", "정확도")
    let topFive = Metric(
      name: "top-5 accuracy", kind: .accuracy, direction: .higherIsBetter, unit: .fraction)
    add(
      topFive, rank: 2, "top5", "top 5", "acc5", "acc 5", "prec5", "prec 5", "top5 acc", "top5 accuracy",
      "accuracy top5", "top 5 acc", "top 5 accuracy", "top k categorical accuracy",
      "sparse top k categorical accuracy")
    add(
      Metric(name: "balanced accuracy", kind: .accuracy, direction: .higherIsBetter, unit: .fraction),
      rank: 1, "balanced accuracy", "balanced acc", "bal acc")

    add(share("mAP"), "map", "mean average precision")
    add(share("AP"), "ap", "aps", "apm", "apl", "average precision")
    add(
      share("AUC"), "auc", "auroc", "roc auc", "rocauc", "auc roc", "roc auc score", "prauc", "auprc",
      "pr auc", "aucpr", "auc pr", "aucs")
    add(share("F1"), "f1", "f1 score", "fscore", "f score", "f1score", "fbeta", "macro f1", "micro f1", "f1s")
    add(share("IoU"), "iou", "miou", "jaccard", "mean iou", "meaniou", "fwiou", "io u", "mean io u", "ious")
    add(share("Dice"), "dice", "dice score", "dice coefficient", "dice coef", "dsc")
    add(
      share("precision"), rank: 1, "precision", "precisión", "précision", "precisão", "precisione",
      "präzision")
    add(share("recall"), rank: 1, "recall", "sensitivity", "rappel", "specificity", "sens", "spec")
    add(score("score"), "score", "scores")
    add(score("R2"), "r2", "r 2", "r2 score", "r squared", "r2score")
    add(score("MCC"), "mcc", "matthews corrcoef", "matthews")
    add(score("kappa"), "kappa", "cohen kappa", "qwk")
    add(score("BLEU"), "bleu", "sacrebleu")
    add(score("chrF"), rank: 1, "chrf")
    add(score("METEOR"), rank: 1, "meteor")
    add(share("exact match"), rank: 1, "exact match", "em")
    add(score("ROUGE"), "rouge", "rouge1", "rouge2", "rougel", "rougelsum")
    add(score("log-likelihood"), rank: 2, "log likelihood", "elbo")
    add(score("correlation"), rank: 2, "pearson", "spearman", "spearmanr", "correlation", "corr")
    add(score("cosine similarity"), rank: 2, "cosine similarity")
    add(score("explained variance"), rank: 2, "explained variance score")
    add(
      score("reward"), rank: 2, "reward", "mean reward", "episode reward", "rew", "episode return",
      "episodic return", "ep ret", "average return",
      "mean return")
    add(score("PSNR"), rank: 1, "psnr")
    add(score("SSIM"), rank: 1, "ssim")
    add(score("NDCG"), rank: 1, "ndcg")
    add(share("MRR"), rank: 1, "mrr")
    add(share("hit rate"), rank: 1, "hit", "hits", "hit rate", "hit ratio")
    add(score("SDR"), rank: 1, "sdr", "si sdr", "si snr")
    add(score("PESQ"), rank: 1, "pesq")
    add(score("STOI"), rank: 1, "stoi")
    add(score("inception score"), rank: 2, "inception score")
    add(distance("FID"), rank: 1, "fid")
    add(distance("KID"), rank: 1, "kid")
    add(distance("LPIPS"), rank: 1, "lpips")
    add(distance("Hausdorff distance"), rank: 1, "hausdorff", "hausdorff distance", "hd95")
    add(distance("surface distance"), rank: 1, "assd")
    add(distance("equal error rate"), rank: 1, "eer", "equal error rate")

    add(
      .learningRate, "lr", "lrs", "learning rate", "learning rates", "learningrate", "learn rate",
      "lernrate",
      "taux apprentissage",
      "tasa de aprendizaje", "taxa de aprendizado", "tasso di apprendimento", "скорость обучения", "学习率",
      "學習率",
      "学習率")
    add(
      .gradientNorm, "grad norm", "gradient norm", "gnorm", "gradnorm", "grad 2.0 norm total",
      "grad norm total")
    add(
      .time, "time", "time cost", "dur", "duration", "elapsed", "elapsed time", "wall time", "walltime",
      "epoch time",
      "batch cost", "data cost", "reader cost", "zeit", "dauer", "temps", "tiempo", "tempo", "时间",
      "train time",
      "fit time", "seconds", "secs")
    return table
  }()

  /// Letters that stand for a metric beside a split and nothing else.
  static let symbols: [String: MetricPhrase] = [
    "l": MetricPhrase(metric: .loss, rank: 0),
    "j": MetricPhrase(metric: Metric(name: "cost", kind: .loss, direction: .lowerIsBetter), rank: 1),
  ]

  /// The most words in a phrase of ``metrics``.
  static let longestPhrase = 5

  /// The meaning of a phrase, also with digits at its end (`auc_1`, `map50`, `lr0`).
  static func metric(_ phrase: String) -> MetricPhrase? {
    if let known = metrics[phrase] { return known }
    guard let last = phrase.utf8.last, last &- 0x30 < 10 else { return nil }
    let stem = phrase.prefix { !("0"..."9").contains($0) }
    guard stem.count < phrase.count, stem.count > 1,
      phrase.dropFirst(stem.count).allSatisfy({ ("0"..."9").contains($0) })
    else { return nil }
    return metrics[String(stem)]
  }
}
