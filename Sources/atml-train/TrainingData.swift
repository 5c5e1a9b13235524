import ATMLTrain

/// What is trained on, whichever file it comes from.
enum TrainingData {
  case images(training: ImageDataset, validation: ImageDataset)
  case splitImages(training: Subset<ImageDataset>, validation: Subset<ImageDataset>)
  case arrays(training: TensorDataset, validation: TensorDataset)
  case splitArrays(training: Subset<TensorDataset>, validation: Subset<TensorDataset>)

  /// The shape of a sample and what the network has to answer.
  struct Outline {
    var input: Shape
    var outputs: Int
    /// The names of the classes; `nil` where values are predicted.
    var classNames: [String]?
  }

  /// Reads the data that options name.
  ///
  /// - Throws: ``DatasetError``
  init(_ options: DataOptions, seed: UInt64, progress: ProgressText) throws(DatasetError) {
    if let path = options.images {
      self = try Self.images(path, options, seed: seed, progress)
    } else if let path = options.csv, let target = options.target {
      self = try Self.arrays(path, options, seed: seed) { path, classNames throws(DatasetError) in
        try TensorDataset(table: path, target: target, kind: options.kind, classNames: classNames)
      }
    } else if let path = options.npz {
      self = try Self.arrays(path, options, seed: seed) { path, classNames throws(DatasetError) in
        try TensorDataset(
          npz: path, inputs: options.inputs, targets: options.targets, kind: options.kind,
          classNames: classNames)
      }
    } else if let path = options.idx, let labels = options.labels {
      self = try Self.arrays(path, options, seed: seed) { file, classNames throws(DatasetError) in
        try TensorDataset(
          inputs: file, targets: file == path ? labels : options.validationLabels ?? labels,
          kind: options.kind,
          classNames: classNames)
      }
    } else {
      preconditionFailure("the options name no data, which their validation refuses")
    }
  }

  private static func images(
    _ path: String, _ options: DataOptions, seed: UInt64, _ progress: ProgressText
  ) throws(DatasetError) -> TrainingData {
    let size = ImageSize(square: options.size)
    let channels: Image.Channels = options.gray ? .gray : .rgb
    let folder = try ImageFolder(path, size: size, channels: channels)
    guard let validation = options.validation else {
      let (training, validation) = try progress.decode(folder).split(1 - options.validationShare, seed: seed)
      return .splitImages(training: training, validation: validation)
    }
    let validationFolder = try ImageFolder(validation, size: size, channels: channels)
    try validationFolder.checkClasses(folder.classNames)
    return .images(training: try progress.decode(folder), validation: try progress.decode(validationFolder))
  }

  private static func arrays(
    _ path: String, _ options: DataOptions, seed: UInt64,
    read: (_ path: String, _ classNames: [String]?) throws(DatasetError) -> TensorDataset
  ) throws(DatasetError) -> TrainingData {
    let training = try read(path, nil)
    guard let validationPath = options.validation else {
      let (first, second) = training.split(1 - options.validationShare, seed: seed)
      return .splitArrays(training: first, validation: second)
    }
    let validation = try read(validationPath, training.classNames)
    guard validation.inputs.shape.dropFirst().elementsEqual(training.inputs.shape.dropFirst()) else {
      throw .unusable(
        path: validationPath,
        problem:
          "inputs of shape \(validation.inputs.shape); expected the training data's, \(training.inputs.shape), "
          + "but for the first extent")
    }
    try validation.checkClasses(of: validationPath)
    return .arrays(training: training, validation: validation)
  }

  var outline: Outline {
    switch self {
    case .images(let training, _): Self.outline(training)
    case .splitImages(let training, _): Self.outline(training.base)
    case .arrays(let training, _): Self.outline(training)
    case .splitArrays(let training, _): Self.outline(training.base)
    }
  }

  private static func outline(_ images: ImageDataset) -> Outline {
    Outline(input: images.inputShape, outputs: images.classNames.count, classNames: images.classNames)
  }

  private static func outline(_ arrays: TensorDataset) -> Outline {
    let values = arrays.targets.shape.removing(axis: 0).elementCount
    return Outline(
      input: arrays.inputs.shape.removing(axis: 0), outputs: arrays.classNames?.count ?? values,
      classNames: arrays.classNames)
  }
}
