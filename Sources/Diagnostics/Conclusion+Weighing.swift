extension Conclusion {
  /// The likelihood from which the signals give the verdict where no rule found a sign of it.
  private static let unsupportedLikelihood = 0.75
  /// The likelihood from which a good fit is one where nothing speaks against it.
  static let leastGoodFit = 0.35

  /// How many times as likely as a mild trouble a good fit, which excludes it, is where it is the verdict instead.
  private static let leastBesideTrouble = 1.1
  /// The likelihood from which a sign of underfitting is enough: what a good fit and underfitting share of a run that
  /// stands still may leave either below one half.
  private static let leastUnderfitting = 0.4
  /// The likelihood from which the likeliest trouble is the verdict where a good fit is less than half as likely.
  private static let leastLikeliest = 0.4
  /// The likelihood from which a run whose losses do not move has learned nothing where no level is known.
  private static let leastStill = 0.95
  /// What more epochs would not cure.
  private static let standstills: Set<Judgement> = [.notLearning, .underfitting]
  /// What may be wrong with a run that is well otherwise.
  private static let mildTroubles: Set<Judgement> = [.underfitting, .stillImproving, .validationQuality]

  /// The verdict by the weighed signals: of the judgements that hold the one that matters most; `nil` where none holds,
  /// or the log is too short to tell.
  ///
  /// A judgement holds where it is more likely than not and a rule found a sign of it, however unsure; without one
  /// where it is likely enough by the signals alone, since they were weighed on other runs than this one, unless the
  /// rules for it were adjusted.
  init?(_ run: MeasuredRun, standing: [Finding], weighed weighing: Weighing, adjusted: Set<Judgement>) {
    if let fact = standing.first(where: { $0.isFact && $0.confidence >= Precedence.leastConfidence }) {
      self.init(verdict: .diverged, confidence: fact.confidence, decidedBy: fact, reason: fact.statement)
      return
    }
    let holding = Judgement.bySeverity.first {
      !Self.isRuledOut($0, by: standing, weighing)
        && Self.holds($0, run, standing: standing, weighing, adjusted: adjusted)
    }
    guard let judgement = holding ?? Self.likeliest(run, weighing, standing: standing, adjusted: adjusted)
    else { return nil }
    let finding = standing.first { Judgement($0.condition) == judgement && $0.severity > .info }
    let plain = finding.map { $0.isPlain ? $0.confidence : 0 } ?? 0
    let confidence = min(max(weighing.confidence(in: judgement), plain), run.highestConfidence())
    if judgement == .goodFit {
      if Self.doubt(run) != nil { return nil }
      self.init(
        verdict: .goodFit, confidence: confidence, decidedBy: nil,
        reason: Self.goodFit(run, run.validationLoss?.worsening))
      return
    }
    self.init(
      verdict: judgement.verdict, confidence: confidence, decidedBy: finding,
      reason: finding?.statement ?? Self.signs(of: judgement, weighing))
  }

  /// Whether a judgement cannot be the verdict, however likely it is.
  private static func isRuledOut(
    _ judgement: Judgement, by standing: [Finding], _ weighing: Weighing
  ) -> Bool {
    let confidence = weighing.confidence(in: judgement)
    let seesFall = standing.contains { $0.condition == .stillImproving }
    // What a second descent was taken for is no overfitting.
    if judgement == .overfitting,
      standing.contains(where: {
        $0.condition == .doubleDescent && $0.confidence >= Precedence.leastConfidence
      })
    {
      return true
    }
    if mildTroubles.contains(judgement),
      standing.contains(where: isGraveAndSure)
        || weighing.confidence(in: .goodFit) >= leastBesideTrouble * confidence
    {
      return true
    }
    // A loss that falls on has neither come to a standstill nor to the limit of the model.
    if standstills.contains(judgement), seesFall,
      weighing.confidence(in: .stillImproving) > min(confidence, Precedence.leastConfidence)
    {
      return true
    }
    // A curve that lies flat improves no longer, whatever runs like it did, unless a rule saw it fall.
    return judgement == .stillImproving && !weighing.signals.showFall && !seesFall
  }

  /// Whether a judgement that nothing rules out is likely enough, by its signs or by the signals alone.
  private static func holds(
    _ judgement: Judgement, _ run: MeasuredRun, standing: [Finding], _ weighing: Weighing,
    adjusted: Set<Judgement>
  ) -> Bool {
    let confidence = weighing.confidence(in: judgement)
    if judgement == .goodFit {
      return !weighing.isUnlikelyGood && !standing.contains(where: isSevereAndSure)
    }
    let signs = standing.filter { Judgement($0.condition) == judgement }
    if !signs.isEmpty {
      let least = judgement == .underfitting ? leastUnderfitting : Precedence.leastConfidence
      return confidence >= least || signs.contains { $0.isPlain && $0.confidence >= least }
    }
    return confidence >= unsupportedLikelihood && !adjusted.contains(judgement)
      && weighing.signals.permit(
        judgement, knowsLevel: run.chance != nil, isStill: confidence >= leastStill && !run.startsWell)
  }

  /// What is most likely wrong where a good fit is out of the question: the validation loss is that of guessing, or
  /// it is unlikely and no rule is sure of something else.
  private static func likeliest(
    _ run: MeasuredRun, _ weighing: Weighing, standing: [Finding], adjusted: Set<Judgement>
  ) -> Judgement? {
    let goodFit = weighing.confidence(in: .goodFit)
    guard run.isNearChance() || weighing.isUnlikelyGood && !standing.contains(where: isGraveAndSure),
      let trouble = weighing.likeliestTrouble(where: {
        weighing.signals.permit($0, knowsLevel: run.chance != nil)
      }),
      outweighs(trouble.confidence, goodFit: goodFit),
      !adjusted.contains(trouble.judgement)
    else { return nil }
    return trouble.judgement
  }

  /// Whether a trouble is so likely that an unlikely good fit is out of the question.
  static func outweighs(_ trouble: Double, goodFit: Double) -> Bool {
    trouble >= Precedence.leastConfidence || trouble >= max(leastLikeliest, 2 * goodFit)
  }

  /// The sentence for what no single rule found: the signals that speak for it.
  private static func signs(of judgement: Judgement, _ weighing: Weighing) -> Phrase {
    let titles = weighing.supports(of: judgement, most: 3).map(\.signal.title).map {
      $0.hasPrefix("how ") ? $0 : "the " + $0
    }
    guard let last = titles.last else { return Phrase("The curves as a whole speak for it.") }
    let list = titles.count > 1 ? titles.dropLast().joined(separator: ", ") + " and " + last : last
    return Phrase("No single rule shows it, but the curves as a whole do; most by \(list).")
  }

  /// That a judgement is likely by the signals, but not to be shown.
  static func doubtOfHealth(_ judgement: Judgement, _ confidence: Double) -> Phrase {
    Phrase(
      "The curves as a whole speak for the verdict '\(judgement.verdict.rawValue)' ({likelihood}), but no rule found a sign "
        + "of it, and what is known of the run does not settle it.",
      [Measurement("likelihood", "Likelihood by the signals", confidence, .share)])
  }
}

extension Weighing {
  /// Whether a good fit is less likely than one that may be the verdict, or overfitting, which excludes it, is likelier than
  /// not.
  var isUnlikelyGood: Bool {
    let overfitting = confidence(in: .overfitting)
    return confidence(in: .goodFit) < Conclusion.leastGoodFit
      || overfitting >= Precedence.leastConfidence && overfitting > confidence(in: .goodFit)
  }

  /// What is most likely wrong, and how likely.
  ///
  /// - Parameter isPermitted: Whether a judgement counts.
  func likeliestTrouble(
    where isPermitted: (Judgement) -> Bool
  ) -> (judgement: Judgement, confidence: Double)? {
    Judgement.allCases.filter { $0 != .goodFit && isPermitted($0) }
      .map { ($0, confidence(in: $0)) }.max { $0.1 < $1.1 }
  }
}
