/// What a training run is called, and where it is written and taken up.
public struct FitOptions: Sendable {
  /// The run's name in the record.
  public var name: String
  /// The file that the record is written to, epoch by epoch; `nil` writes none.
  public var record: String?
  /// Whether a file that is there already is replaced; otherwise it is an error, unless it is empty or the record
  /// of the run that is taken up.
  public var replacesRecord: Bool
  /// The number of classes, for the record.
  public var classCount: Int?
  /// Where to go on; what the record has beyond it is dropped.
  public var checkpoint: Checkpoint?

  public init(
    name: String = "run", record: String? = nil, replacesRecord: Bool = false, classCount: Int? = nil,
    resumingFrom checkpoint: Checkpoint? = nil
  ) {
    self.name = name
    self.record = record
    self.replacesRecord = replacesRecord
    self.classCount = classCount
    self.checkpoint = checkpoint
  }
}
