/// The verdict on a run with its reason: by the deciding finding, else good fit or inconclusive.
struct Conclusion: Sendable {
  let verdict: Verdict
  let confidence: Double
  let decidedBy: Finding?
  let reason: Phrase

  /// How many validation losses a good fit takes.
  static let leastEpochs = 10

  /// The rise above the lowest validation loss, as a share of it, that a good fit may end with.
  static let mostRise = 0.05

  /// The share of likelihood that the likeliest trouble has to leave for a good fit.
  static let leastRest = 0.25

  init(verdict: Verdict, confidence: Double, decidedBy: Finding?, reason: Phrase) {
    self.verdict = verdict
    self.confidence = confidence
    self.decidedBy = decidedBy
    self.reason = reason
  }

  /// The verdict by the signals where there are any that can give it, else by the findings, else by what is left of doubt.
  init(_ run: MeasuredRun, standing: [Finding], weighing: Weighing?, adjusted: Set<Judgement>) {
    self =
      weighing.flatMap { Conclusion(run, standing: standing, weighed: $0, adjusted: adjusted) }
      ?? Conclusion(run, decidedAmong: standing, weighing: weighing)
      ?? Conclusion(run, undecided: standing, weighing: weighing)
  }

  /// The verdict of the finding that decides; beside signals, of which none gave a verdict, few findings may.
  private init?(_ run: MeasuredRun, decidedAmong standing: [Finding], weighing: Weighing?) {
    let isUnlikelyGood = weighing?.isUnlikelyGood ?? false
    let deciding =
      weighing == nil
      ? standing
      : standing.filter {
        Self.isGraveAndSure($0)
          || (isUnlikelyGood || Self.isSevereAndSure($0)) && $0.condition == .generalizationGap
            && run.validationHasStopped
      }
    guard let (finding, verdict) = Precedence.decision(among: deciding) else { return nil }
    // That a gap grew is sure; that it costs something is as sure as the signals are, or hardly more than even.
    let likelihood = weighing.map { max($0.confidence(in: .overfitting), Precedence.leastConfidence) } ?? 1
    self.init(
      verdict: verdict,
      confidence: Self.isGraveAndSure(finding) ? finding.confidence : min(finding.confidence, likelihood),
      decidedBy: finding, reason: finding.statement)
  }

  /// A good fit, or why the run cannot be called one.
  private init(_ run: MeasuredRun, undecided standing: [Finding], weighing: Weighing?) {
    let isUnlikelyGood = weighing?.isUnlikelyGood ?? false
    let worsening = run.validationLoss?.worsening
    let trust = run.confidence(
      of: Self.mostRise - (worsening?.share ?? 0), over: 0, error: max(worsening?.error ?? 0, 0.02),
      needsTraining: true)
    // What the signals take for likely, if not for certain, leaves that much less for a good fit.
    // That a level may be too high where none is known, the sentence of a good fit says itself.
    let trouble = weighing.flatMap { weighing in
      weighing.likeliestTrouble { judgement in
        (judgement != .underfitting || run.chance != nil)
          && weighing.signals.permit(judgement, knowsLevel: true)
      }
    }
    let rest = 1 - (trouble?.confidence ?? 0)
    let goodFit = weighing?.confidence(in: .goodFit) ?? 1
    let outweighs =
      isUnlikelyGood && trouble.map { Self.outweighs($0.confidence, goodFit: goodFit) } ?? false
      || rest < Self.leastRest
    let doubt =
      Self.doubt(run) ?? Self.doubtOfEnd(run, worsening, trust: trust)
      ?? standing.first { $0.severity == .severe && $0.confidence >= Precedence.leastConfidence }?.statement
      ?? (outweighs ? trouble.map { Self.doubtOfHealth($0.judgement, $0.confidence) } : nil)
    if let doubt {
      // That the log cannot tell is a fact.
      self.init(verdict: .inconclusive, confidence: 1, decidedBy: nil, reason: doubt)
    } else {
      // By the signals it is no likelier, but nothing else is either.
      self.init(
        goodFit: run, worsening, confidence: min(trust, rest, isUnlikelyGood ? Self.leastGoodFit : 1))
    }
  }

  /// The verdict on a run that nothing speaks against, by what was logged of the validation data.
  ///
  /// - Parameter confidence: How sure it is where that is a loss over the course of a run.
  private init(goodFit run: MeasuredRun, _ worsening: Worsening?, confidence: Double) {
    if let models = ScoredModels(run) {
      self.init(
        verdict: .goodFit, confidence: models.confidence(run), decidedBy: nil,
        reason: Self.goodFit(models, run.record.axis))
    } else if let score = run.loneScore, let fall = score.worsening {
      self.init(
        verdict: .goodFit, confidence: min(Self.trust(in: fall, run), Self.mostByScore), decidedBy: nil,
        reason: Self.goodFit(score, fall))
    } else {
      self.init(
        verdict: .goodFit, confidence: confidence, decidedBy: nil, reason: Self.goodFit(run, worsening))
    }
  }

  /// The rules that see how much of what was learned does not carry over.
  private static let memorising: Set = [MemorisedTrainingData.card.id, VanishingTrainingLoss.card.id]

  /// Whether a finding outweighs signals that speak for nothing or little: much of what was learned does not carry over.
  static func isGraveAndSure(_ finding: Finding) -> Bool {
    memorising.contains(finding.rule) && finding.severity == .severe && finding.confidence >= 0.9
  }

  /// Whether a finding forbids a good fit, whatever the signals say.
  static func isSevereAndSure(_ finding: Finding) -> Bool {
    finding.severity == .severe && finding.confidence >= 0.9
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
      Measurement("above", "End above the lowest", max(worsening.share, 0), .share, .below(mostRise)),
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
