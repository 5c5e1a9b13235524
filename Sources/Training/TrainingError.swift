import NeuralNetworks

/// What ends a training run before its time.
public enum TrainingError: Error, CustomStringConvertible {
  /// The loss cannot take the model's output or the targets.
  case loss(LossError, epoch: Int, batch: Int)
  /// The input of a sample of a batch, counted from 0, holds a number that is not finite.
  case input(Float, sample: Int, epoch: Int, batch: Int)
  /// A sample could not be read or decoded.
  case data(any Error)
  /// A loader has no batch to give.
  case noSamples(split: String)
  /// A record would be overwritten.
  case recordExists(path: String)
  /// A run is to be gone on with, but the record has other epochs than its checkpoint.
  case recordOfAnotherRun(path: String)
  /// Another run is writing the record.
  case recordInUse(path: String)
  /// The record's file cannot be written.
  case unwritableRecord(path: String, reason: String)
  /// A checkpoint could not be written, read or used.
  case checkpoint(any Error)

  public var description: String {
    switch self {
    case .loss(let error, let epoch, let batch): "epoch \(epoch), batch \(batch): \(error)"
    case .input(let number, let sample, let epoch, let batch):
      "epoch \(epoch), batch \(batch): the input of sample \(sample) of the batch holds \(number); expected finite "
        + "numbers: fill the gaps of the data, or leave such samples out"
    case .data(let error): "\(error)"
    case .noSamples(let split):
      "the \(split) data have no batch: no samples, or fewer than a batch that is dropped"
    case .recordExists(let path):
      "\(path): there is a file already; name another for the run record, or ask for it to be replaced "
        + "(--overwrite)"
    case .recordOfAnotherRun(let path):
      "\(path): the epochs in it are not those of the checkpoint; name the record of that run or a new file, "
        + "or ask for it to be replaced (--overwrite)"
    case .recordInUse(let path):
      "\(path): another run is writing its record to this file; name another"
    case .unwritableRecord(let path, let reason):
      "\(path): the run record cannot be written (\(reason)); name another file"
    case .checkpoint(let error): "\(error)"
    }
  }
}
