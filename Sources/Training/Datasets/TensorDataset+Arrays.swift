import ArrayFiles
import Tensors

extension TensorDataset {
  /// Reads inputs and targets from a `.npz` archive.
  ///
  /// Inputs of whole bytes, as of images, are brought from 0...255 to 0...1; images without a channel axis get one.
  /// - Parameter training: the training data, for validation data: samples have their shape and scale, and targets
  ///   their classes.
  /// - Throws: ``DatasetError``, also where the arrays do not belong together or hold a number that is not finite.
  public init(
    npz path: String, inputs: String = "x", targets: String = "y", kind: TargetKind = .classes,
    like training: TensorDataset? = nil
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
      kind: kind, like: training)
  }

  /// Reads inputs and targets from two files, each a `.npy` or an IDX file as MNIST's.
  ///
  /// Inputs of whole bytes, as of images, are brought from 0...255 to 0...1; images without a channel axis get one.
  /// - Parameter training: the training data, for validation data: samples have their shape and scale, and targets
  ///   their classes.
  /// - Throws: ``DatasetError``, also where the arrays do not belong together or hold a number that is not finite.
  public init(
    inputs: String, targets: String, kind: TargetKind = .classes, like training: TensorDataset? = nil
  ) throws(DatasetError) {
    let arrays: (NumericArray, NumericArray)
    do throws(ArrayFileError) {
      arrays = (try Self.array(inputs), try Self.array(targets))
    } catch {
      throw .file(error)
    }
    try self.init(
      Source(path: inputs, name: nil, array: arrays.0), Source(path: targets, name: nil, array: arrays.1),
      kind: kind, like: training)
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

    func data() throws(DatasetError) -> TensorData {
      do {
        return try TensorData(array, path: path, member: name)
      } catch {
        throw .file(error)
      }
    }
  }

  private init(
    _ inputs: Source, _ targets: Source, kind: TargetKind, like training: TensorDataset?
  ) throws(DatasetError) {
    guard let rows = inputs.array.shape.first, rows > 0, targets.array.shape.first == rows else {
      throw .unusable(
        path: targets.text,
        problem:
          "targets of shape \(targets.array.shape) for inputs of shape \(inputs.array.shape); expected one "
          + "target for each of at least one input")
    }
    var data = try inputs.data()
    guard data.count > 0 else {
      throw .unusable(
        path: inputs.text,
        problem: "inputs of shape \(data.shape); expected at least one number in each sample")
    }
    let isScaled = inputs.array.elementType == .uint8
    if let expected = training?.isScaledFromBytes, expected != isScaled {
      throw .unusable(
        path: inputs.text,
        problem: "inputs of type \(inputs.array.elementType), but those of the training data are "
          + "\(expected ? "" : "not ")uint8, which alone is brought from 0...255 to 0...1; save both with one type"
      )
    }
    if isScaled { data.scale(by: 1 / 255) }
    // Images without a channel axis get one.
    if data.shape.rank == 3 { data = data.reshaped(to: [data.shape[0], 1, data.shape[1], data.shape[2]]) }
    if data.shape.rank == 1 { data = data.reshaped(to: [rows, 1]) }
    try Self.checkFinite(data, inputs.text)
    self.init(inputs: data, targets: try targets.data())
    isScaledFromBytes = isScaled
    try checkSamples(self.inputs, like: training?.inputs, inputs.text, "inputs")
    switch kind {
    case .classes: try readClasses(targets.text, like: training)
    case .values:
      try Self.checkFinite(self.targets, targets.text)
      guard self.targets.count > 0 else {
        throw .unusable(
          path: targets.text,
          problem: "targets of shape \(self.targets.shape); expected at least one value for each sample")
      }
      // A network answers with a row of numbers, whatever shape they stand for.
      self.targets = self.targets.reshaped(to: [rows, self.targets.count / rows])
      try checkSamples(self.targets, like: training?.targets, targets.text, "targets")
    }
  }

  /// Checks that samples have the shape of the training data's.
  private func checkSamples(
    _ data: TensorData, like training: TensorData?, _ source: String, _ name: String
  ) throws(DatasetError) {
    guard let training else { return }
    let (found, expected) = (data.shape.removing(axis: 0), training.shape.removing(axis: 0))
    guard found == expected else {
      throw .unusable(
        path: source, problem: "\(name) of shape \(found) each; expected \(expected), as in the training data"
      )
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
  private mutating func readClasses(_ source: String, like training: TensorDataset?) throws(DatasetError) {
    if targets.shape.rank == 2, targets.shape[1] == 1 { targets = targets.reshaped(to: [count]) }
    guard targets.shape.rank == 1 else {
      throw .unusable(
        path: source,
        problem: "targets of shape \(targets.shape); expected the number of a class for each input, such as "
          + "targets.argmax(1) gives where there is a column for each class")
    }
    let numbers = targets.elements
    if let row = numbers.firstIndex(where: { !($0 >= 0 && $0 < 1e6 && $0 == $0.rounded()) }) {
      throw .unusable(
        path: source,
        problem: "found \(numbers[row]) in row \(row); expected the number of a class, from 0 on")
    }
    let count = Int(numbers.max() ?? 0) + 1
    let known = training?.classNames
    if let known, count > known.count {
      throw .unusable(
        path: source,
        problem: "found class \(count - 1); the training data have \(known.count) classes, from 0 on")
    }
    classNames = known ?? (0..<count).map(String.init)
    guard known == nil else {
      trainedClasses = training?.occurringClasses
      return
    }
    try checkClassCount(of: source)
    if !numbers.contains(0) {
      notes.append(
        "\(source): classes count from 0, and 0 never occurs: the network gets an answer more that is never right; "
          + "take 1 from the targets if they count from 1")
    }
  }
}
