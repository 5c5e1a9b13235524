/// How a file is to be read as a ``NumberTable``.
public struct TableOptions: Sendable, Hashable {
  public enum Header: Sendable, Hashable {
    /// The first line holds names if there is a word in it that does not stand above a word, or one that the options
    /// name.
    case automatic
    case present
    /// There are no names: the columns are called `1`, `2`, and so on.
    case absent
  }

  public enum Separator: UInt8, Sendable, Hashable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
  }

  public var header: Header
  /// What stands between cells; `nil` if that is to be found out.
  public var separator: Separator?
  /// The column that holds classes, which may be words.
  public var label: String?
  /// The classes in the order of their numbers, taken from the training data for validation data in which some
  /// may be missing; `nil` for those that come.
  public var classes: [String]?
  /// Columns that are passed over, whatever they hold, such as a name or an identifier.
  public var ignoredColumns: [String]
  /// The columns that are read; `nil` for all that are not passed over.
  public var columns: [String]?

  public init(
    header: Header = .automatic, separator: Separator? = nil, label: String? = nil,
    classes: [String]? = nil, ignoredColumns: [String] = [], columns: [String]? = nil
  ) {
    self.header = header
    self.separator = separator
    self.label = label
    self.classes = classes
    self.ignoredColumns = ignoredColumns
    self.columns = columns
  }
}

extension TableOptions {
  /// The columns that must be there.
  var namedColumns: [String] { ignoredColumns + (columns ?? []) + (label.map { [$0] } ?? []) }

  /// Whether a cell is a word that is meant as a column's name.
  func names(_ cell: String) -> Bool {
    guard namedColumns.contains(cell), case .word = TableCell(cell) else { return false }
    return true
  }
}
