/// The same learning rate throughout.
public struct ConstantSchedule: Schedule, Hashable {
  public init() {}

  public func learningRate(at epoch: Int, from initial: Float, after metrics: [Double]) -> Float { initial }
}

extension Schedule where Self == ConstantSchedule {
  /// The same learning rate throughout.
  public static var constant: ConstantSchedule { ConstantSchedule() }
}
