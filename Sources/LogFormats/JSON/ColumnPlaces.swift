import RunRecords
import Texts

/// Puts lists of numbers onto one axis: by their own positions, by a list of epochs, or by their length.
struct ColumnPlaces {
  private(set) var axis = RunAxis.epoch
  /// The name of the hyperparameter whose values are the positions.
  private(set) var hyperparameter: String?
  /// The lists of the values of hyperparameters, where nothing else says the positions.
  private(set) var hyperparameters: [String] = []
  private(set) var notes: [RunNote] = []
  private var positions: [Double]?
  /// The value of the hyperparameter by the row of its model.
  private var models: [Double: Double] = [:]
  private let longest: Int

  init(_ tree: ColumnTree) {
    let values = tree.columns.filter { $0.positions == nil && Self.axis($0.name) == nil }
    for axis in [RunAxis.epoch, .step, .iteration] where positions == nil {
      guard let column = tree.columns.first(where: { Self.axis($0.name) == axis && $0.positions == nil })
      else { continue }
      let numbers = column.values.compactMap(\.self).filter(\.isFinite)
      guard numbers.count == column.values.count, values.contains(where: { $0.values.count == numbers.count })
      else { continue }
      positions = numbers
      self.axis = axis
    }
    longest = max(positions?.count ?? 0, values.map(\.values.count).max() ?? 0)
    if positions == nil { takeHyperparameter(of: tree) }
    if positions == nil, let own = tree.columns.lazy.compactMap(\.axis).first { axis = own }
  }

  private mutating func takeHyperparameter(of tree: ColumnTree) {
    // Beside the results of a search a list may be one of words; elsewhere a word or a number is a setting of the run.
    let isSearch = tree.keys.contains { HyperparameterNames.isResultOfSearch($0) }
    let most = tree.columns.map(\.values.count).max() ?? 0
    let lists = Set(tree.columns.filter { $0.values.count > 1 && $0.values.count == most }.map(\.name))
    hyperparameters = tree.keys.filter {
      HyperparameterNames.name(of: $0) != nil && !$0.contains("/") && (isSearch || lists.contains($0))
    }
    guard hyperparameters.count == 1, let name = hyperparameters.first,
      let list = tree.columns.first(where: { $0.name == name })
    else { return }
    let rows = list.positions ?? list.values.indices.map(Double.init)
    let values = zip(rows, list.values).compactMap { row, value in
      value.flatMap { $0.isFinite ? (row, $0) : nil }
    }
    guard !values.isEmpty else { return }
    models = Dictionary(values) { $1 }
    axis = .hyperparameter
    hyperparameter = HyperparameterNames.name(of: name)
  }

  /// The axis that a list of this name is of.
  static func axis(_ name: String) -> RunAxis? {
    switch RecordKey(name) {
    case .epoch: .epoch
    case .step: .step
    case .iteration: .iteration
    default: nil
    }
  }

  /// Whether a list is the course of something: a single number beside longer lists is a setting, unless it may be judged.
  func isCurve(_ column: ColumnTree.Column) -> Bool {
    if axis.isOverModels, HyperparameterNames.isOfFold(column.name) || hyperparameters.contains(column.name) {
      return false
    }
    return column.values.count > 1 || longest < 2 || Heading(column.name).metric.isJudged
  }

  /// Adds a list to the curves.
  mutating func add(_ column: ColumnTree.Column, to curves: inout NamedCurves, tails: inout NullTails) {
    let count = column.values.count
    let ownPositions = column.positions.flatMap { $0.count == count ? $0 : nil }
    // Validation in every n-th epoch gives a list that is n times shorter.
    let every = ownPositions == nil && count > 0 ? max(1, longest / count) : 1
    if every > 1 {
      notes.append(
        RunNote(
          .interpretation,
          "\(PrintableText.clean(column.name)): \(count) values for \(longest) \(axis.rawValue)s, "
            + "read as taken every \(every)."))
    }
    for (index, value) in column.values.enumerated() {
      let row = every * (index + 1) - 1
      var position =
        ownPositions?[index] ?? (positions.flatMap { row < $0.count ? $0[row] : nil } ?? Double(row))
      if axis == .hyperparameter {
        guard let model = models[position] else { continue }
        position = model
      }
      if let value {
        tails.number(value, in: column.name, row: position)
        curves.add(value, to: column.name, at: position) {
          axis.isOverModels ? Heading($0).overModels : Heading($0)
        }
      } else {
        tails.null(in: column.name, at: .init(epoch: position, row: position))
      }
    }
  }
}
