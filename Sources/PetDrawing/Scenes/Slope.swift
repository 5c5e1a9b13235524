import Drawing

/// A picture divided into steps across some direction, for gradients.
///
/// A step is drawn with all that lies beyond it: parts that only touched would show a seam.
struct Slope {
  let stepCount = 16
  private let size: Size
  private let pose: Pose

  /// - Parameter turn: The direction in which the steps follow each other, in radians, clockwise from the right.
  init(size: Size, turn: Double) {
    self.size = size
    pose = Pose(center: Point(x: size.width / 2, y: size.height / 2), scale: 1, turn: turn)
  }

  /// How far a step is from the first to the last, from 0 to 1.
  func share(of step: Int) -> Double {
    Double(step) / Double(stepCount - 1)
  }

  /// All of the picture from the beginning of a step on; all of it for the first one.
  func part(from step: Int) -> Path {
    let reach = size.width + size.height
    let start = step == 0 ? -reach : (share(of: step) - 0.5) * reach * 0.7
    let corners = [
      Point(x: start, y: -reach), Point(x: reach, y: -reach), Point(x: reach, y: reach),
      Point(x: start, y: reach),
    ]
    var path = Path(points: corners.map(pose.place))
    path.close()
    return path
  }
}
