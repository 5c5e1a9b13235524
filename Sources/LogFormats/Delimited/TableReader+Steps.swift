import RunRecords
import Texts

extension TableReader {
  /// The step of the row, where it may matter.
  var stepOfRow: Double? {
    guard steps != nil, let column = plan.stepColumn,
      case .number(let step) = CellValue.parse(scanner.bytes(column), mark: dialect.mark)
    else { return nil }
    return step
  }

  /// Places all values by epochs, where there is a second epoch and no more than one validation in each.
  mutating func settleSteps() {
    guard steps?.goesOn() == false else { return }
    steps = nil
    if let column = plan.stepColumn, plan.roles[column] != .metric { plain?.passOver(column) }
  }

  /// Places the curves that say more over steps than over epochs.
  mutating func placeSteps() {
    if segment == 0, let last = segments.last, let names = steps?.place(&curves, lastEpoch: last),
      !names.isEmpty
    {
      notes.append(
        RunNote(
          .interpretation,
          "\(NameList.brief(names)): several values in one epoch, placed between the epochs by their steps."))
    }
    guard let curvesOverSteps = steps?.ofOneEpoch else { return }
    curves = curvesOverSteps
    axis = .step
    notes.append(
      RunNote(.interpretation, "The log holds a single epoch: its values are placed by their steps."))
  }
}
