import ATMLTrain

extension TrainingData {
  /// What was noticed while the data were read.
  var notes: [String] {
    switch self {
    case .images, .splitImages: []
    case .arrays(let training, let validation): training.notes + validation.notes
    case .splitArrays(let training, _): training.base.notes
    }
  }

  /// The shape of a sample and what the network has to answer.
  struct Outline {
    var input: Shape
    var outputs: Int
    /// The names of the classes; `nil` where values are predicted.
    var classNames: [String]?
    /// What the inputs are standardised by, if they are.
    var inputStatistics: FeatureStatistics?
    /// What values to predict are standardised by, if they are.
    var targetStatistics: FeatureStatistics?
  }

  /// - Parameter standardizes: whether the mean and deviation of the training samples are wanted.
  func outline(standardizes: Bool) -> Outline {
    switch self {
    case .images(let training, _): Self.outline(training)
    case .splitImages(let training, _): Self.outline(training.base)
    case .arrays(let training, _): Self.outline(training, at: nil, standardizes)
    case .splitArrays(let training, _): Self.outline(training.base, at: training.places, standardizes)
    }
  }

  private static func outline(_ images: ImageDataset) -> Outline {
    Outline(input: images.inputShape, outputs: images.classNames.count, classNames: images.classNames)
  }

  private static func outline(_ arrays: TensorDataset, at places: [Int]?, _ standardizes: Bool) -> Outline {
    let values = arrays.targets.shape.removing(axis: 0).elementCount
    return Outline(
      input: arrays.inputs.shape.removing(axis: 0), outputs: arrays.classNames?.count ?? values,
      classNames: arrays.classNames,
      inputStatistics: standardizes ? arrays.inputStatistics(at: places) : nil,
      targetStatistics: standardizes && arrays.classNames == nil ? arrays.targetStatistics(at: places) : nil)
  }
}
