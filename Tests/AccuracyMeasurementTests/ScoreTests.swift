import Testing

@testable import AccuracyMeasurement

/// A truth whose test loss is 1 over ten epochs, unless another is given.
private func truth(
  _ labels: [Label: Bool], onset: RunTruth.Onset? = nil, gains: [String: Double] = [:],
  testLoss: [Double] = [Double](repeating: 1, count: 10), family: String = "one"
) -> RunTruth {
  RunTruth(family: family, labels: labels, onset: onset, gains: gains, testLoss: testLoss)
}

private func overfits(_ run: String, _ confidence: Double, onset: Double? = nil) -> Prediction {
  Prediction(
    run: run, findings: [.init("overfitting", confidence: confidence, onsetEpoch: onset)],
    verdict: confidence >= 0.5 ? "overfitting" : nil)
}

private func score(_ predictions: [Prediction], _ truth: [String: RunTruth]) -> Score {
  Score(
    of: Dictionary(uniqueKeysWithValues: predictions.map { ($0.run, $0) }), against: truth, lowest: [:])
}

@Suite struct `A score of labels` {
  /// Of three runs that overfit and two that do not; a sixth is ambiguous, and e has no prediction.
  private let scored = score(
    [
      overfits("a", 0.9), overfits("b", 0.5), overfits("c", 0.4), overfits("d", 0.5), overfits("f", 0.9),
    ],
    [
      "a": truth([.overfitting: true]), "b": truth([.overfitting: true]), "c": truth([.overfitting: true]),
      "d": truth([.overfitting: false]), "e": truth([.overfitting: false]), "f": truth([:]),
    ])

  @Test func `counts what is known, and a missing run as saying nothing`() throws {
    let label = try #require(scored[.overfitting])
    #expect(scored.runs == 6)
    #expect(scored.missing == 1)
    #expect(label.counts.positives == 3)
    #expect(label.counts.negatives == 2)
    #expect(label.counts.precision == 2.0 / 3)
    #expect(label.counts.recall == 2.0 / 3)
    #expect(label.counts.specificity == 0.5)
    #expect(abs(label.counts.f1 - 2.0 / 3) < 1e-12)
    // Of the absence: precision 1/2, recall 1/2.
    #expect(abs(label.counts.macroF1 - (2.0 / 3 + 0.5) / 2) < 1e-12)
  }

  @Test func `counts ties half in the area under the curve`() throws {
    // Pairs of a run with and one without: a beats d and e; b ties d and beats e; c loses to d and beats e.
    #expect(try #require(scored[.overfitting]?.areaUnderCurve) == 4.5 / 6)
  }

  @Test func `measures calibration in fifteen bins, and the Brier score`() throws {
    let label = try #require(scored[.overfitting])
    // Bins: a alone (0.9), b with d (0.5), c alone (0.4), e alone (0).
    // Distances from the truth: 0.1 alone; 0.5 and -0.5; 0.6 alone; 0 alone; the squares sum to 0.87.
    let calibrationError = try #require(label.calibrationError)
    #expect(abs(calibrationError - 0.7 / 5) < 1e-12)
    let brierScore = try #require(label.brierScore)
    #expect(abs(brierScore - 0.87 / 5) < 1e-12)
  }

  @Test func `has no area where a class is missing, and no mean over rare labels`() throws {
    #expect(scored[.healthy]?.areaUnderCurve == nil)
    #expect(scored[.healthy]?.calibrationError == nil)
    #expect(scored.macroF1 == nil)
    let common = score(
      (0..<5).map { overfits("\($0)", $0 < 3 ? 1 : 0) },
      Dictionary(
        uniqueKeysWithValues: (0..<5).map { ("\($0)", truth([.overfitting: true, .stuck: $0 == 0])) }))
    #expect(abs(try #require(common.macroF1) - 0.75) < 1e-12)
  }

  @Test func `has a row for each family, empty where no run has the label`() {
    let families = score(
      [overfits("a", 1), overfits("b", 1)],
      [
        "a": truth([.overfitting: true, .stuck: false], family: "moons"),
        "b": truth([.overfitting: false], family: "digits"),
      ]
    ).families
    #expect(families.rows.map(\.name) == ["digits", "moons"])
    #expect(families["moons", "overfitting"] == .value(1))
    #expect(families["digits", "overfitting"] == .value(nil))
    #expect(families["moons", "stuck"] == .value(nil))
  }

  @Test func `finds false alarms only where overfitting is certainly absent`() {
    let alarms = score(
      ["a", "b", "c", "d"].map { overfits($0, 1) },
      [
        "a": truth([.healthy: true, .overfitting: false]),
        "b": truth([.underfitting: true, .overfitting: false]),
        "c": truth([.underfitting: true, .overfitting: true]), "d": truth([.underfitting: true]),
        "e": truth([.healthy: true, .overfitting: false]),
      ]
    ).falseAlarms
    #expect(alarms.healthy.share == 0.5)
    #expect(alarms.underfit == [true])
  }
}

@Suite struct `A score of onsets` {
  @Test func `measures from the interval, and asks for all runs that overfit`() throws {
    let long = [Double](repeating: 1, count: 100)
    let onset = RunTruth.Onset(epoch: 20, interval: 15...25)
    let scored = score(
      [
        overfits("inside", 1, onset: 16), overfits("near", 1, onset: 30), overfits("far", 1, onset: 9),
        overfits("unsure", 0.4, onset: 20), overfits("undated", 1),
      ],
      Dictionary(
        uniqueKeysWithValues: ["inside", "near", "far", "unsure", "undated", "missing"].map {
          ($0, truth([.overfitting: true], onset: onset, testLoss: long))
        }))
    #expect(scored.onset.count == 6)
    #expect(scored.onset.distances.sorted() == [0, 5, 6])
    #expect(scored.onset.hits == 2)
    #expect(scored.onset.hitShare == 2.0 / 6)
    #expect(abs(try #require(scored.onset.errors.quantile(0.5)) - 0.1) < 1e-12)
    #expect(abs(try #require(scored.onset.distances.quantile(0.9)) - 5.8) < 1e-12)
  }
}

@Suite struct `A score of verdicts` {
  private let certain = Dictionary(uniqueKeysWithValues: Label.allCases.map { ($0, false) })

  @Test func `asks for the most severe label of runs without an ambiguous one`() {
    var both = certain
    both[.overfitting] = true
    both[.noSignal] = true
    both[.validationUnrepresentative] = nil
    var ambiguous = both
    ambiguous[.healthy] = nil
    var overfit = certain
    overfit[.overfitting] = true
    #expect(truth(both).mostSevere == .noSignal)
    #expect(truth(ambiguous).mostSevere == nil)
    #expect(truth(certain).mostSevere == nil)
    let scored = score(
      [overfits("a", 1), overfits("b", 1), overfits("c", 0)],
      ["a": truth(both), "b": truth(overfit), "c": truth(overfit), "d": truth(ambiguous)])
    #expect(scored.verdict.count == 3)
    #expect(scored.verdict.agreement == 1.0 / 3)
    #expect(scored.verdict.confusion["overfitting", "other"] == .count(1))
    #expect(scored.verdict.confusion["no_signal", "overfitting"] == .count(1))
  }

  @Test func `has nothing to say of predictions without verdicts`() {
    var healthy = certain
    healthy[.healthy] = true
    #expect(score([Prediction(run: "a")], ["a": truth(healthy)]).verdict.agreement == nil)
  }
}

@Suite struct `A score of recommendations` {
  @Test func `takes the first that is known, and leaves more data out`() throws {
    let gains = ["none": 0, "early_stop": 0.4, "lower_lr": 0.35, "raise_lr": -0.6, "more_data": 0.9]
    func advises(_ run: String, _ names: String...) -> Prediction {
      Prediction(run: run, recommendations: names)
    }
    let scored = score(
      [
        advises("a", "pray", "lower_lr"), advises("b", "raise_lr"), advises("c", "more_data"),
        advises("d", "early_stop"),
      ],
      [
        "a": truth([:], gains: gains), "b": truth([:], gains: gains), "c": truth([:], gains: gains),
        "d": truth([:], gains: ["none": 0, "early_stop": -0.03]), "e": truth([:]),
      ]
    ).recommendation
    #expect(scored.gains == [0.35, -0.6, 0])
    #expect(scored.shares == [0.35 / 0.4, -1, 0])
    #expect(scored.hits == [true, false, false])
    #expect(scored.harms == [false, true, false, true])
    #expect(scored.harmsInVain == [true])
  }
}

@Suite struct `A figure` {
  @Test func `is printed as programs read numbers`() {
    #expect(Figure.value(-12345.6789).text == "-12345.679")
    #expect(Figure.value(nil).text == "-")
    #expect(Figure.count(12345).text == "12345")
    #expect(Figure.value(0.666).text(decimals: 2) == "0.67")
  }
}
