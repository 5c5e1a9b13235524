/// How a file is to be read as a ``NumberTable``.
public struct TableOptions: Sendable, Hashable {
  public enum Header: Sendable, Hashable {
    /// The first line holds names if there is a word in it that does not stand above a word, or one that the options
    /// name; also if it has no words, but all columns that the options name and each cell once, as where columns are
    /// years.
    ///
    /// Names win over the numbers of columns where the line counts from 0 or 1, as pandas does for columns without names,
    /// or an option can only be a name. Otherwise a number that is one column's name and another's place is an error.
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
  /// Columns that must be there, such as a value to predict.
  public var requiredColumns: [String]

  public init(
    header: Header = .automatic, separator: Separator? = nil, label: String? = nil,
    classes: [String]? = nil, ignoredColumns: [String] = [], columns: [String]? = nil,
    requiredColumns: [String] = []
  ) {
    self.header = header
    self.separator = separator
    self.label = label
    self.classes = classes
    self.ignoredColumns = ignoredColumns
    self.columns = columns
    self.requiredColumns = requiredColumns
  }
}

extension TableOptions {
  /// The columns that must be there.
  var namedColumns: [String] {
    ignoredColumns + (columns ?? []) + (label.map { [$0] } ?? []) + requiredColumns
  }
}
