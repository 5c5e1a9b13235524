/// What a retraining brought.
struct RetrainingOutcome {
  let course: TrainingCourse
  /// The epochs at which the test rows were measured, and their losses.
  private let points: [(epoch: Int, loss: Double)]
  let testEnd: Double
  let trainingEnd: Double

  init(_ course: TrainingCourse, limit: Double) {
    self.course = course
    points = course.tests.keys.sorted().map { ($0, (course.tests[$0]?.loss ?? .nan).orLimit(limit)) }
    let end = TrainedRun.end(of: course.epochCount)
    testEnd = points.filter { end.contains($0.epoch - 1) }.map(\.loss).mean
    trainingEnd = course.trainingLosses[end].map { $0.orLimit(limit) }.mean
  }

  /// The lowest mean of three measurements beside one another, and the epoch of the middle one.
  func lowest(after epoch: Int = 0) -> (loss: Double, epoch: Int) {
    let points = points.filter { $0.epoch > epoch }
    let means = points.map(\.loss).centeredMeans(width: 3)
    guard let place = means.indices.min(by: { means[$0] < means[$1] }) else { return (.infinity, epoch) }
    return (means[place], points[place].epoch)
  }
}
