/// Something a reader had to decide or repair, told to whoever reads the diagnosis.
public struct RunNote: Sendable, Hashable, Codable {
  /// What a note is about; the rules on data problems look at it.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// How something in the log was understood; nothing is wrong.
    case interpretation
    /// A row was left out, such as the cut-off last line of a run in progress.
    case droppedRows
    /// Epochs were logged more than once; the last one written was kept.
    case repeatedEpochs
    /// The epoch counter started again and was carried on.
    case restartedCounter
    /// More values than are kept were averaged in groups.
    case condensed
  }

  public var kind: Kind
  public var text: String
  /// The line of the file that the note is about, counted from 1.
  public var line: Int?

  public init(_ kind: Kind, _ text: String, line: Int? = nil) {
    self.kind = kind
    self.text = text
    self.line = line
  }
}
