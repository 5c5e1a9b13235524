import RunRecords

extension Perturbation {
  /// The perturbations by which robustness is measured; the first changes nothing.
  package static let standard: [Perturbation] = [
    Perturbation("as logged") { run, _ in run.record },
    noise(0.01, on: [.validation]),
    noise(0.02, on: [.validation]),
    noise(0.05, on: [.validation]),
    noise(0.10, on: [.validation]),
    noise(0.05, on: [.training, .validation]),
    Perturbation("25 epochs") { run, _ in run.record.thinned(to: 25) },
    Perturbation("20 epochs") { run, _ in run.record.thinned(to: 20) },
    Perturbation("every 5th epoch") { run, _ in run.record.keeping(every: 5) },
    Perturbation("5 % noise on validation, 25 epochs") { run, random in
      run.record.addingNoise(0.05, on: [.validation], from: &random).thinned(to: 25)
    },
    Perturbation("without accuracy") { run, _ in run.record.removing { $0.metric.kind == .accuracy } },
    Perturbation("without training loss") { run, _ in
      run.record.removing { $0.metric.kind == .loss && $0.split == .training }
    },
    Perturbation("without facts") { run, _ in
      var record = run.record
      record.facts = RunFacts()
      return record
    },
  ]

  /// The runs with the loss of guessing, which a log seldom holds but a program that has the targets can compute.
  ///
  /// - Parameter truth: What is true of the runs, by their names.
  package static func tellingGuessing(_ truth: [String: RunTruth]) -> Perturbation {
    Perturbation("with the loss of guessing") { run, _ in
      var record = run.record
      record.facts.guessingLoss = truth[run.id]?.chance
      return record
    }
  }

  /// Noise by a factor around 1 on the losses of some splits.
  private static func noise(_ deviation: Double, on splits: Set<Split>) -> Perturbation {
    let place = splits.count == 1 ? "validation" : "both losses"
    let percent = Int((deviation * 100).rounded())
    return Perturbation("\(percent) % noise on \(place)") { run, random in
      run.record.addingNoise(deviation, on: splits, from: &random)
    }
  }
}
