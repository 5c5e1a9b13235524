import RunRecords

extension Perturbation {
  /// The perturbations by which robustness is measured; the first changes nothing.
  package static let standard: [Perturbation] = [
    Perturbation("as logged") { run, _ in run },
    noise(0.01, on: [.validation]),
    noise(0.02, on: [.validation]),
    noise(0.05, on: [.validation]),
    noise(0.10, on: [.validation]),
    noise(0.05, on: [.training, .validation]),
    Perturbation("25 epochs") { run, _ in run.thinned(to: 25) },
    Perturbation("20 epochs") { run, _ in run.thinned(to: 20) },
    Perturbation("every 5th epoch") { run, _ in run.keeping(every: 5) },
    Perturbation("5 % noise on validation, 25 epochs") { run, random in
      run.addingNoise(0.05, on: [.validation], from: &random).thinned(to: 25)
    },
    Perturbation("without accuracy") { run, _ in run.removing { $0.metric.kind == .accuracy } },
    Perturbation("without training loss") { run, _ in
      run.removing { $0.metric.kind == .loss && $0.split == .training }
    },
    Perturbation("without facts") { run, _ in
      var run = run
      run.facts = RunFacts()
      return run
    },
  ]

  /// Noise by a factor around 1 on the losses of some splits.
  private static func noise(_ deviation: Double, on splits: Set<Split>) -> Perturbation {
    let place = splits.count == 1 ? "validation" : "both losses"
    let percent = Int((deviation * 100).rounded())
    return Perturbation("\(percent) % noise on \(place)") { run, random in
      run.addingNoise(deviation, on: splits, from: &random)
    }
  }
}
