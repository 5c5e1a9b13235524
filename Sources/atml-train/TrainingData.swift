import ATMLTrain

/// What is trained on, whichever file it comes from.
enum TrainingData {
  case images(training: ImageDataset, validation: ImageDataset)
  case splitImages(training: Subset<ImageDataset>, validation: Subset<ImageDataset>)
  case arrays(training: TensorDataset, validation: TensorDataset)
  case splitArrays(training: Subset<TensorDataset>, validation: Subset<TensorDataset>)

  /// Reads the data that options name.
  ///
  /// - Throws: ``DatasetError``
  init(_ options: DataOptions, seed: UInt64, progress: ProgressText) throws(DatasetError) {
    if let path = options.images {
      self = try Self.images(path, options, seed: seed, progress)
    } else {
      self = try Self.arrays(options, seed: seed)
    }
  }

  private static func images(
    _ path: String, _ options: DataOptions, seed: UInt64, _ progress: ProgressText
  ) throws(DatasetError) -> TrainingData {
    let size = ImageSize(square: options.size ?? DataOptions.usualSize)
    let channels: Image.Channels = options.gray ? .gray : .rgb
    let folder = try ImageFolder(path, size: size, channels: channels)
    try check(folder.classNames, path)
    guard let validation = options.validation else {
      let (first, second) = try split(try progress.decode(folder), options, path, seed: seed)
      return .splitImages(training: first, validation: second)
    }
    let validationFolder = try ImageFolder(validation, size: size, channels: channels)
    try validationFolder.checkClasses(folder.classNames)
    return .images(training: try progress.decode(folder), validation: try progress.decode(validationFolder))
  }

  private static func arrays(_ options: DataOptions, seed: UInt64) throws(DatasetError) -> TrainingData {
    let path = options.csv ?? options.npz ?? options.idx ?? ""
    let training = try read(path, labels: options.labels, options, like: nil)
    if let classNames = training.classNames { try check(classNames, path) }
    guard let validationPath = options.validation else {
      let (first, second) = try split(training, options, path, seed: seed)
      return .splitArrays(training: first, validation: second)
    }
    let validation = try read(validationPath, labels: options.validationLabels, options, like: training)
    try validation.checkClasses(of: validationPath)
    return .arrays(training: training, validation: validation)
  }

  /// Reads the training data, or the validation data that belong to them.
  private static func read(
    _ path: String, labels: String?, _ options: DataOptions, like training: TensorDataset?
  ) throws(DatasetError) -> TensorDataset {
    if let target = options.target {
      return try TensorDataset(
        table: path, target: target, kind: options.kind, ignoring: options.ignore?.names ?? [], like: training
      )
    }
    if let labels {
      return try TensorDataset(inputs: path, targets: labels, kind: options.kind, like: training)
    }
    return try TensorDataset(
      npz: path, inputs: options.inputs ?? DataOptions.usualInputs,
      targets: options.targets ?? DataOptions.usualTargets, kind: options.kind, like: training)
  }

  /// Keeps a share of the samples back for validation.
  private static func split<Source: Dataset>(
    _ data: Source, _ options: DataOptions, _ path: String, seed: UInt64
  ) throws(DatasetError) -> (training: Subset<Source>, validation: Subset<Source>) {
    let share = options.validationShare ?? DataOptions.usualShare
    let (training, validation) = data.split(1 - share, seed: seed)
    guard !training.isEmpty, !validation.isEmpty else {
      throw .unusable(
        path: path,
        problem:
          "of \(data.count) samples, \(training.count) are left for training and \(validation.count) for "
          + "validation; add samples of each class, name --validation, or choose another --validation-share "
          + "than \(share)")
    }
    return (training, validation)
  }

  private static func check(_ classNames: [String], _ path: String) throws(DatasetError) {
    guard classNames.count < 2 else { return }
    throw .unusable(
      path: path,
      problem: "a single class (\(classNames.joined())); expected at least two to tell apart")
  }
}
