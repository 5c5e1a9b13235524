import ArrayFiles
import Tensors

extension TensorData {
  /// The numbers of an array from a file.
  public init(_ array: NumericArray) {
    self.init(shape: Shape(array.shape)) { array.copy(0..<array.count, to: $0) }
  }
}

/// What the targets of a dataset mean.
public enum TargetKind: Sendable, Hashable {
  /// Each target is the number of a class.
  case classes
  /// Each target is one value or several to predict.
  case values
}

extension TensorDataset {
  /// Reads a table: one column is the target, all others are inputs.
  ///
  /// - Parameters:
  ///   - path: a file of numbers separated by commas, semicolons or tabs; a target of classes may hold words.
  ///   - target: the name of the target's column.
  ///   - kind: whether the target is a class or a value to predict.
  ///   - classNames: the names of the classes, so that validation data are numbered as the training data are.
  /// - Throws: ``DatasetError`` with the line and column of a cell that is no finite number.
  public init(
    table path: String, target: String, kind: TargetKind = .classes, classNames: [String]? = nil
  ) throws(DatasetError) {
    let samples: LabelledSamples
    do throws(ArrayFileError) {
      var options = TableOptions()
      if kind == .classes {
        options.label = target
        options.classes = classNames
      }
      samples = try NumberTable(contentsOf: path, options).split(target: target)
    } catch {
      throw .file(error)
    }
    self.init(inputs: TensorData(samples.features), targets: TensorData(samples.targets))
    if kind == .classes {
      self.classNames = samples.classes
    } else {
      targets = targets.reshaped(to: [count, 1])
    }
  }

  /// Reads inputs and targets from a `.npz` archive.
  ///
  /// - Throws: ``DatasetError``, also where the arrays do not belong together or hold a number that is not finite.
  public init(
    npz path: String, inputs: String = "x", targets: String = "y", kind: TargetKind = .classes,
    classNames: [String]? = nil
  ) throws(DatasetError) {
    let arrays: (NumericArray, NumericArray)
    do throws(ArrayFileError) {
      let archive = try NPZArchive(contentsOf: path)
      arrays = (try archive.array(named: inputs), try archive.array(named: targets))
    } catch {
      throw .file(error)
    }
    try self.init(
      Source(path: path, name: inputs, array: arrays.0), Source(path: path, name: targets, array: arrays.1),
      kind: kind, classNames: classNames)
  }

  /// Reads inputs and targets from two files, each a `.npy` or an IDX file as MNIST's.
  ///
  /// Inputs of whole bytes, as of images, are brought from 0...255 to 0...1; images without a channel axis get one.
  /// - Throws: ``DatasetError``, also where the arrays do not belong together or hold a number that is not finite.
  public init(
    inputs: String, targets: String, kind: TargetKind = .classes, classNames: [String]? = nil
  ) throws(DatasetError) {
    let arrays: (NumericArray, NumericArray)
    do throws(ArrayFileError) {
      arrays = (try Self.array(inputs), try Self.array(targets))
    } catch {
      throw .file(error)
    }
    try self.init(
      Source(path: inputs, name: nil, array: arrays.0), Source(path: targets, name: nil, array: arrays.1),
      kind: kind,
      classNames: classNames)
  }

  private static func array(_ path: String) throws(ArrayFileError) -> NumericArray {
    path.hasSuffix(".npy") ? try NumericArray(npy: path) : try NumericArray(idx: path)
  }

  /// An array and where it comes from, for messages.
  private struct Source {
    let path: String
    let name: String?
    let array: NumericArray

    var text: String { name.map { "\(path), \"\($0)\"" } ?? path }
  }

  private init(
    _ inputs: Source, _ targets: Source, kind: TargetKind, classNames: [String]?
  ) throws(DatasetError) {
    guard let rows = inputs.array.shape.first, rows > 0, targets.array.shape.first == rows else {
      throw .unusable(
        path: targets.text,
        problem:
          "targets of shape \(targets.array.shape) for inputs of shape \(inputs.array.shape); expected one "
          + "target for each of at least one input")
    }
    var data = TensorData(inputs.array)
    if inputs.array.elementType == .uint8 { data.scale(by: 1 / 255) }
    // Images without a channel axis get one.
    if data.shape.rank == 3 { data = data.reshaped(to: [data.shape[0], 1, data.shape[1], data.shape[2]]) }
    if data.shape.rank == 1 { data = data.reshaped(to: [rows, 1]) }
    try Self.checkFinite(data, inputs.text)
    self.init(inputs: data, targets: TensorData(targets.array))
    switch kind {
    case .classes: try readClasses(targets.text, known: classNames)
    case .values:
      try Self.checkFinite(self.targets, targets.text)
      if self.targets.shape.rank == 1 { self.targets = self.targets.reshaped(to: [rows, 1]) }
    }
  }

  private static func checkFinite(_ data: TensorData, _ source: String) throws(DatasetError) {
    let place = data.withElements { $0.firstIndex { !$0.isFinite } }
    guard let place else { return }
    let row = place / Swift.max(data.count / data.shape[0], 1)
    throw .unusable(
      path: source, problem: "found \(data.elements[place]) in row \(row); expected finite numbers")
  }

  /// Makes class numbers of the targets.
  private mutating func readClasses(_ source: String, known: [String]?) throws(DatasetError) {
    if targets.shape.rank == 2, targets.shape[1] == 1 { targets = targets.reshaped(to: [count]) }
    guard targets.shape.rank == 1 else {
      throw .unusable(
        path: source,
        problem: "targets of shape \(targets.shape); expected the number of a class for each input")
    }
    let numbers = targets.elements
    if let row = numbers.firstIndex(where: { !($0 >= 0 && $0 < 1e6 && $0 == $0.rounded()) }) {
      throw .unusable(
        path: source,
        problem: "found \(numbers[row]) in row \(row); expected the number of a class, from 0 on")
    }
    let count = Int(numbers.max() ?? 0) + 1
    if let known, count > known.count {
      throw .unusable(
        path: source,
        problem: "found class \(count - 1); the training data have \(known.count) classes, from 0 on")
    }
    classNames = known ?? (0..<count).map(String.init)
  }

  /// Checks that every class of the training data occurs.
  ///
  /// - Throws: ``DatasetError`` with the classes that are missing.
  public func checkClasses(of path: String) throws(DatasetError) {
    guard let classNames else { return }
    let found = Set(targets.elements.map { Int($0) })
    let missing = classNames.indices.filter { !found.contains($0) }.map { classNames[$0] }
    if !missing.isEmpty { throw .classes(path: path, missing: missing, unexpected: []) }
  }
}
