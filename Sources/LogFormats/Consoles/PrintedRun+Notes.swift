import RunRecords
import Texts

extension PrintedRun {
  /// What is to be said of how the lines were read.
  var notes: [RunNote] {
    var notes: [RunNote] = []
    if zeroLosses > 0 {
      notes.append(
        RunNote(
          .interpretation,
          "\(zeroLosses) training \(zeroLosses == 1 ? "loss" : "losses") of exactly 0 beside a gradient that is not a "
            + "number: read as not a number, which the Hugging Face Trainer leaves out of its means."))
    }
    if singleEpochs > 1 {
      notes.append(
        RunNote(
          .restartedCounter, "Every epoch was printed as \"Epoch 1/1\": they are counted in their order."))
    }
    if namesEpochsBelow {
      notes.append(
        RunNote(.interpretation, "The lines that name an epoch stand below its values, and are read so."))
    } else if let dropped {
      notes.append(
        RunNote(
          .droppedRows,
          "\(dropped.count) \(dropped.count == 1 ? "value" : "values") of \(NameList.brief(dropped.names)) before the "
            + "first epoch: left out."))
    }
    if countsBars {
      notes.append(
        RunNote(.interpretation, "No line names the epochs: they are counted by the progress bars of Keras."))
    }
    if hasLeftOutEvaluation {
      notes.append(
        RunNote(
          .interpretation,
          "A bar over another number of batches follows an epoch that was validated: its values are those of an "
            + "evaluation, and left out."))
    }
    if bars.hasFound || evaluations.hasFound && !hasLeftOutEvaluation {
      notes.append(
        RunNote(
          .interpretation,
          "Each epoch has two progress bars: the values of the second are read as those of the validation data."
        ))
    }
    if !averaged.isEmpty {
      notes.append(
        RunNote(
          .interpretation,
          "\(NameList.brief(averaged)): printed as lists with a value for each class, of which the mean is read."
        ))
    }
    if let cutOff {
      notes.append(
        RunNote(
          .droppedRows, "The log ends within a value of \(cutOff.name), which is left out.", line: cutOff.line
        ))
    }
    return notes
  }
}
