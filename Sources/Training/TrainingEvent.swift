/// Something that happens while a network is trained.
public enum TrainingEvent {
  /// Before the first epoch, or the first one after resuming; the progress has the epochs that were resumed.
  case began(TrainingProgress)
  /// Before the first step of an epoch, given its number from 1.
  case epochBegan(Int, TrainingProgress)
  /// A step was made.
  case batchEnded(BatchRecord)
  /// An epoch was measured and recorded.
  case epochEnded(EpochRecord, TrainingProgress)
  /// No more epochs will follow; an answer can still ask for the best weights.
  case ended(StopReason, TrainingProgress)
}
