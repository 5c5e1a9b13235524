import Diagnostics
import Tensors
import Reporting
import Training

extension TrainingCallback {
  /// Diagnoses the run after every epoch, tells what is found, and stops on what is not worth training through.
  ///
  /// ```swift
  /// let run = try trainer.fit(
  ///   training, validation: validation, epochs: 100,
  ///   callbacks: [.liveDiagnosis(stoppingOn: [.overfitting]) { print(Report($0).headline) }])
  /// ```
  ///
  /// A resumed run stops where an unbroken one would: its last epochs are diagnosed before it goes on.
  ///
  /// - Parameters:
  ///   - book: The rules to judge by.
  ///   - conditions: What ends the training once it has been found after `patience` epochs in a row.
  ///   - patience: How many diagnoses in a row have to agree; the first epochs of a sign may pass.
  ///   - restoringBest: Whether the model then gets the weights of its best epoch back.
  ///   - report: Told of a diagnosis whenever the conditions that it flags have changed.
  /// - Precondition: a patience of at least 1.
  public static func liveDiagnosis(
    with book: RuleBook = .standard, stoppingOn conditions: Set<Condition> = [], patience: Int = 3,
    restoringBest: Bool = true, report: @escaping (Diagnosis) -> Void = { _ in }
  ) -> TrainingCallback {
    require(patience >= 1, "a patience of at least 1, not \(patience)")
    var flagged: Set<Condition> = []
    var agreement = 0
    /// Takes in the diagnosis of an epoch, and ends the training where enough of them agree.
    func decide(on diagnosis: Diagnosis) -> TrainingDecision {
      flagged = Set(diagnosis.findings.map(\.condition))
      guard let cause = diagnosis.findings.first(where: { conditions.contains($0.condition) }) else {
        agreement = 0
        return .proceed
      }
      agreement += 1
      guard agreement >= patience else { return .proceed }
      let line = Report(diagnosis).findings.first { $0.rule == cause.rule }
      return .stop(.diagnosis(line?.statement ?? cause.card.title), restoringBest: restoringBest)
    }
    return TrainingCallback { event in
      switch event {
      case .began(let progress):
        (flagged, agreement) = ([], 0)
        var decision = TrainingDecision.proceed
        for epoch in stride(from: max(progress.epoch - patience, 0) + 1, through: progress.epoch, by: 1) {
          decision = decide(on: progress.run(through: epoch).diagnose(with: book))
        }
        return decision
      case .epochEnded(_, let progress):
        let diagnosis = progress.run.diagnose(with: book)
        let before = flagged
        let decision = decide(on: diagnosis)
        if flagged != before { report(diagnosis) }
        return decision
      default: return .proceed
      }
    }
  }
}
