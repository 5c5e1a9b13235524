import ArrayFiles
import Tensors

extension TensorDataset {
  /// Reads a table: one column is the target, all others are inputs.
  ///
  /// - Parameters:
  ///   - path: a file of numbers separated by commas, semicolons or tabs; a target of classes may hold words.
  ///   - target: the name of the target's column; where the first line holds no names, its number from 1.
  ///   - ignoring: columns that are no inputs, whatever they hold. A first column without a name that only numbers the
  ///     rows is none either; ``notes`` tell of it.
  ///   - training: the training data, for validation data: their columns are found by name, and their classes
  ///     keep their numbers.
  /// - Throws: ``DatasetError`` with the line and column of a cell that is no finite number; also where columns of
  ///   the training data are missing, or nearly every sample has a class of its own.
  public init(
    table path: String, target: String, kind: TargetKind = .classes, ignoring ignored: [String] = [],
    like training: TensorDataset? = nil
  ) throws(DatasetError) {
    var options = TableOptions(ignoredColumns: ignored)
    if kind == .classes {
      options.label = target
      options.classes = training?.classNames
    } else {
      options.requiredColumns = [target]
    }
    if let features = training?.featureNames {
      options.ignoredColumns = []
      options.columns = features + [target]
    }
    let table: NumberTable
    let samples: LabelledSamples
    do {
      table = try NumberTable(contentsOf: path, options)
      samples = try table.split(target: target, features: training?.featureNames)
    } catch {
      guard training != nil, error.kind == .unknownName else { throw .file(error) }
      var error = error
      error.kind = .malformed
      error.advice = "The columns are those of the training data, found by their names."
      throw .file(error)
    }
    self.init(
      inputs: try Self.data(samples.features, path), targets: try Self.data(samples.targets, path))
    featureNames = samples.featureNames
    if table.leavesOutRowNumbers {
      notes.append("\(path): the first column has no name and numbers the rows; it is left out")
    }
    if kind == .classes {
      classNames = samples.classes
      if training == nil { try checkClassCount(of: path) }
    } else {
      targets = targets.reshaped(to: [count, 1])
    }
  }

  private static func data(_ array: NumericArray, _ path: String) throws(DatasetError) -> TensorData {
    do {
      return try TensorData(array, path: path, member: nil)
    } catch {
      throw .file(error)
    }
  }
}
