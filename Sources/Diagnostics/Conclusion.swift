/// The verdict on a run with its reason: by the deciding finding, else good fit or inconclusive.
struct Conclusion: Sendable {
  let verdict: Verdict
  let confidence: Double
  let decidedBy: Finding?
  let reason: Phrase

  /// How many validation losses a good fit takes.
  static let leastEpochs = 10
  /// The relative rise that a noisy validation loss may hide and still pass as a good fit.
  static let mostHidden = 0.3

  /// The share of likelihood that the likeliest trouble has to leave for a good fit.
  static let leastRest = 0.25

  /// The fall of the training loss after the first epochs below which a run whose log proves no learning
  /// may have learned nothing.
  static let leastFall = 0.2

  init(verdict: Verdict, confidence: Double, decidedBy: Finding?, reason: Phrase) {
    self.verdict = verdict
    self.confidence = confidence
    self.decidedBy = decidedBy
    self.reason = reason
  }

  init(_ run: MeasuredRun, standing: [Finding], weighing: Weighing?, adjusted: Set<Judgement>) {
    if let weighed = weighing.flatMap({ Conclusion(run, standing: standing, weighed: $0, adjusted: adjusted) }
    ) {
      self = weighed
      return
    }
    if weighing == nil, let (finding, verdict) = Precedence.decision(among: standing) {
      self.verdict = verdict
      confidence = finding.confidence
      decidedBy = finding
      reason = finding.statement
      return
    }
    if let (finding, verdict) = Precedence.decision(among: standing.filter(Self.isGraveAndSure)) {
      self.verdict = verdict
      confidence = finding.confidence
      decidedBy = finding
      reason = finding.statement
      return
    }
    decidedBy = nil
    let worsening = run.validationLoss.flatMap { Worsening($0) }
    let trust = run.confidence(
      of: 0.05 - (worsening?.share ?? 0), over: 0, error: max(worsening?.error ?? 0, 0.02),
      needsTraining: true)
    // What the signals take for likely, if not for certain, leaves that much less for a good fit.
    let trouble = weighing?.likeliestTrouble
    let rest = 1 - (trouble?.confidence ?? 0)
    let reason =
      Self.doubt(run) ?? Self.doubtOfEnd(run, worsening, trust: trust)
      ?? standing.first { $0.severity == .severe && $0.confidence >= Precedence.leastConfidence }?.statement
      ?? (rest < Self.leastRest ? trouble.map { Self.doubtOfHealth($0.judgement, $0.confidence) } : nil)
    if let reason {
      verdict = .inconclusive
      // That the log cannot tell is a fact.
      confidence = 1
      self.reason = reason
    } else {
      verdict = .goodFit
      if let ends = LearningCurveEnds(run) {
        confidence = ends.confidence(run)
        self.reason = Self.goodFit(ends)
      } else if let score = run.loneScore, let worsening = Worsening(score) {
        confidence = min(Self.trust(in: worsening, run), Self.mostByScore)
        self.reason = Self.goodFit(score, worsening)
      } else {
        confidence = min(trust, rest)
        self.reason = Self.goodFit(run, worsening)
      }
    }
  }

  /// Whether a finding outweighs signals that speak for nothing: many points of accuracy that do not carry over.
  private static func isGraveAndSure(_ finding: Finding) -> Bool {
    finding.rule == MemorisedTrainingData.card.id && finding.severity == .severe && finding.confidence >= 0.9
  }

  /// Why an end above the lowest loss that is no certain rise is no good fit either.
  private static func doubtOfEnd(_ run: MeasuredRun, _ worsening: Worsening?, trust: Double) -> Phrase? {
    guard trust < Precedence.leastConfidence, let worsening, let curve = run.validationLoss,
      worsening.share > 0.05
    else { return nil }
    return Phrase(
      """
      Validation loss ended {above} above its lowest level of {lowest} at epoch {at}; with a noise of {noise} \
      that is neither clearly a rise nor clearly none.
      """,
      [
        Measurement("above", "End above the lowest", worsening.share, .share, .below(0.05)),
        Measurement("lowest", "Lowest validation loss, smoothed", worsening.best, .loss),
        Measurement("at", "Epoch of the lowest validation loss", worsening.bestEpoch, .epoch),
        Measurement("noise", "Noise of the validation loss", curve.noiseShare(of: worsening.best), .share),
      ])
  }

  /// Why a run without a deciding finding cannot be called a good fit.
  static func doubt(_ run: MeasuredRun) -> Phrase? {
    guard run.length > 0 else {
      return Phrase("The log holds no finite loss or score to judge.")
    }
    if run.record.axis == .trainingSize { return doubtOfLearningCurve(run) }
    if let score = run.loneScore { return doubt(run, by: score) }
    guard let curve = run.validationLoss, let worsening = Worsening(curve) else {
      return Phrase("No validation loss was logged, so that a good fit cannot be told from overfitting.")
    }
    guard curve.count >= leastEpochs else {
      let have = curve.count == 1 ? "one epoch has" : "{count} epochs have"
      return Phrase(
        """
        Only \(have) a validation loss; {needed} are needed to tell a good fit from a run that was cut \
        short.
        """,
        [
          Measurement("count", "Epochs with a validation loss", Double(curve.count), .epochs),
          Measurement("needed", "Epochs needed", Double(leastEpochs), .count),
        ])
    }
    guard 2 * worsening.error <= mostHidden else {
      return Phrase(
        """
        Validation loss scatters by {noise} from one epoch to the next, which would hide a rise of \
        {hidden}.
        """,
        [
          Measurement("noise", "Noise of the validation loss", curve.noiseShare(of: worsening.best), .share),
          Measurement(
            "hidden", "Largest rise that would not show", 2 * worsening.error, .share, .above(mostHidden)),
        ])
    }
    return doubtOfLearning(run, isProved: run.showsLearning)
  }

  /// Why the log leaves open whether the model has learned anything, or kept what it had learned.
  ///
  /// - Parameter isProved: Whether something shows that it has learned.
  static func doubtOfLearning(_ run: MeasuredRun, isProved: Bool) -> Phrase? {
    if let reason = lostGround(run.trainingLoss, "Training loss", .loss, "above its lowest")
      ?? lostGround(run.trainingScore, "Training score", .score, "below its highest")
    {
      return reason
    }
    if run.isNearChance(), let chance = run.chance, let lowest = run.validationLoss?.smoothed.min() {
      return Phrase(
        """
        Validation loss came down to {lowest}, hardly below the {chance} of a model that guesses: a good fit cannot \
        be told from a model that has learned little.
        """,
        [
          Measurement("lowest", "Lowest validation loss, smoothed", lowest, .loss),
          Measurement("chance", "Loss of guessing", chance.loss, .loss),
        ])
    }
    let isTraining = run.trainingLoss?.tail != nil
    guard let curve = isTraining ? run.trainingLoss : run.validationLoss, let lowest = curve.smoothed.min()
    else {
      return nil
    }
    guard !isProved, let early = curve.early else { return nil }
    let fall = curve.share(early - lowest, of: early)
    guard fall < leastFall else { return nil }
    return Phrase(
      """
      After the first epochs \(isTraining ? "training" : "validation") loss fell by only {fall}, and nothing in the log shows a level that \
      takes learning: a good fit cannot be told from a model that has learned little.
      """,
      [
        Measurement(
          "fall", "Fall of the loss after the first epochs", max(fall, 0), .share,
          .below(leastFall))
      ])
  }

  /// That a training curve ended far behind its best level, if it did.
  private static func lostGround(
    _ curve: MeasuredCurve?, _ name: String, _ quantity: Measurement.Quantity, _ place: String
  ) -> Phrase? {
    guard let curve, curve.hasLostGround, let worsening = Worsening(curve) else { return nil }
    return Phrase(
      """
      \(name) ended at {end}, {change} \(place) level at epoch {at}: the model lost part of what it had \
      learned, and the log does not show why.
      """,
      [
        Measurement("end", "\(name) at the end", worsening.end, quantity),
        Measurement("change", "Change for the worse since its best level", worsening.share, .share),
        Measurement("at", "Epoch of its best level", worsening.bestEpoch, .epoch),
      ])
  }

  static func goodFit(_ run: MeasuredRun, _ worsening: Worsening?) -> Phrase {
    guard let worsening, let first = run.validationLoss?.values.first, let curve = run.validationLoss else {
      return Phrase("No rule found anything that decides against the run.")
    }
    let fall = curve.share(first - worsening.best, of: first)
    let measurements = [
      Measurement("fall", "Fall of the validation loss", fall, .share),
      Measurement("lowest", "Lowest validation loss, smoothed", worsening.best, .loss),
      Measurement("at", "Epoch of the lowest validation loss", worsening.bestEpoch, .epoch),
      Measurement("above", "End above the lowest", max(worsening.share, 0), .share, .below(0.05)),
    ]
    let course =
      fall < 0.0005
      ? "Validation loss was lowest, at {lowest}, at epoch {at}"
      : "Validation loss fell {fall} to {lowest} at epoch {at}"
    let ending =
      worsening.bestEpoch == curve.lastEpoch
      ? ", the last one"
      : worsening.share < 0.0005 ? " and did not rise after it" : " and ended {above} above it"
    let level =
      run.chance == nil ? "; whether that level is good enough for the task, the log cannot tell" : ""
    return Phrase("\(course)\(ending)\(level).", measurements)
  }
}
