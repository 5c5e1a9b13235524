import Drawing

/// Draws faces of cats and dogs: pictures to train a first classifier with, where none can be downloaded.
///
/// Shape, pose, colours, light and background are random. Coats, colours and backgrounds come from the same
/// choices for both species, and each trait of the one is found in the other, only not as often.
///
/// Accuracy in percent, measured with PyTorch 2.15 on 32 x 32 pixels in 200 pictures of each species, after training
/// on 800 of each (where not said otherwise) by SGD with momentum 0.9, the last model by Adam:
///
/// | model | training | validation |
/// |---|---|---|
/// | mean colour alone | | 54 |
/// | linear, rate 0.0001, 100 epochs | 79 | 70 |
/// | linear, rate 0.001, 100 epochs | 90 | 70 |
/// | one hidden layer of 512, rate 0.01, 50 epochs | 100 | 72 |
/// | the same with 100 pictures of each species | 100 | 61 |
/// | three small convolutions, 20 epochs | 100 | 92 |
public struct PetDrawing: Sendable, Hashable {
  /// Whether a picture is for training or for validation; the two share none.
  public enum Split: UInt64, Sendable, Hashable, CaseIterable {
    case training
    case validation
  }

  public let seed: UInt64

  public init(seed: UInt64) {
    self.seed = seed
  }

  /// Draws a picture; the same one for the same seed, species, split and index.
  ///
  /// - Parameter index: From 0. A picture does not depend on how many others are drawn.
  public func draw(_ species: Species, index: Int, split: Split = .training, on canvas: some Canvas) {
    var random = Randomness(
      seed, species == .cat ? 1 : 2, split.rawValue, UInt64(truncatingIfNeeded: index))
    let side = min(canvas.size.width, canvas.size.height)
    Scenery(canvas: canvas).draw(&random)
    let pose = Pose(
      center: Point(
        x: canvas.size.width / 2 + random.deviation(0.05) * side,
        y: canvas.size.height / 2 + random.deviation(0.05) * side),
      scale: side * random.number(in: 0.26...0.36), turn: random.deviation(0.18),
      isMirrored: random.happens(0.5))
    let painter = FacePainter(
      traits: Traits(species, &random), coat: Coat(&random), brush: Brush(canvas: canvas, pose: pose))
    painter.draw(&random)
    if random.happens(0.2) { Scenery(canvas: canvas).drawShape(&random) }
    Atmosphere(canvas: canvas).draw(&random)
  }
}
