/// The signals of one run; a signal that the log does not hold is missing.
public struct SignalValues: Sendable, Hashable {
  /// The numbers in the order of ``Signal/allCases``; not a number where missing.
  private(set) var numbers = [Double](repeating: .nan, count: Signal.allCases.count)

  /// The number of a signal; `nil` where it is missing.
  public subscript(signal: Signal) -> Double? {
    let number = numbers[signal.ordinal]
    return number.isNaN ? nil : number
  }

  /// Measures the signals of a run; `nil` where too few epochs have a validation loss.
  public init?(_ run: MeasuredRun) {
    guard let curves = JudgedCurves(run) else { return nil }
    self.init(curves, run)
  }

  /// Measures the signals of curves that are aligned already.
  init(_ curves: JudgedCurves, _ run: MeasuredRun) {
    let facts = run.record.facts
    set(.epochCount, Double(curves.validation.count).naturalLog)
    set(.trainingSize, facts.trainingSize.map { Double($0).naturalLog })
    set(.validationSize, facts.validationSize.map { Double($0).naturalLog })
    set(.isRunningMean, facts.trainingLossMode.map { $0 == .running ? 1 : 0 })
    set(.nonFiniteShare, curves.nonFiniteShare)
    measureValidation(curves)
    measureTraining(curves)
    measureGap(curves, trainingSize: facts.trainingSize)
    measureSlopes(curves)
    measureSampling(curves, size: facts.validationSize)
    measureGuessing(run.guessing)
    measureAccuracy(curves, run.chance)
  }

  mutating func set(_ signal: Signal, _ number: Double?) {
    guard let number, number.isFinite else { return }
    numbers[signal.ordinal] = number
  }

  /// The logarithm of a size, which may be zero.
  static func sizeLog(_ size: Double) -> Double { (size + 1e-4).naturalLog }
}
