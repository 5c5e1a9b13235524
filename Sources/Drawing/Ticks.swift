#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A labelled place on an axis.
public struct Tick: Sendable, Hashable {
  public let value: Double
  public let label: String
}

/// Chooses round numbers to label an axis with.
public enum Ticks {
  /// How a tick's number is written.
  public enum Style: Sendable, Hashable {
    case number
    /// Values are shares and are written in percent, without the sign.
    case percent
    /// Whole numbers, such as epochs; fractions on an axis that holds no whole number.
    case whole
    /// No ticks, where there is no value to read.
    case none
  }

  /// Round numbers inside a scale's domain: 1, 2, 2.5 or 5 times a power of ten apart.
  ///
  /// A few more or less than `count` are returned.
  public static func on(_ scale: Scale, count: Int, style: Style = .number) -> [Tick] {
    if style == .none { return [] }
    return switch scale.kind {
    case .linear:
      // A lone number says little of an axis: the next smaller distances may have two.
      (count...(count + 3)).lazy.map { linear(scale.domain, count: $0, style: style) }
        .first { $0.count > 1 } ?? linear(scale.domain, count: count, style: style)
    case .logarithmic: logarithmic(scale.domain, count: count)
    }
  }

  /// The power of ten that the labels of an axis leave out, to be written once beside its title;
  /// `nil` where labels are the numbers themselves.
  public static func power(of scale: Scale, style: Style = .number) -> Int? {
    let isEvenlySpaced = scale.kind == .linear || decades(of: scale.domain) <= fewestDecades
    return isEvenlySpaced ? power(of: scale.domain, style: style) : nil
  }

  private static func power(of domain: ClosedRange<Double>, style: Style) -> Int? {
    guard style == .number else { return nil }
    let largest = max(abs(domain.lowerBound), abs(domain.upperBound))
    guard largest > 0, largest >= 1e6 || largest < 1e-3 else { return nil }
    return Int(floor(log10(largest) + 1e-9))
  }

  /// The title of an axis with the power of ten that its labels leave out, such as `Loss (×10⁻⁹)`.
  public static func title(_ title: String, on scale: Scale, style: Style = .number) -> String {
    guard let power = power(of: scale, style: style) else { return title }
    let factor = "×\(NumberText.powerOfTen(power))"
    // One pair of brackets, where the title has one already.
    return title.hasSuffix(")") ? "\(title.dropLast()), \(factor))" : "\(title) (\(factor))"
  }

  /// The first and last round numbers that enclose a range, for an axis that ends on ticks.
  public static func enclosing(_ range: ClosedRange<Double>, count: Int) -> ClosedRange<Double> {
    let step = roundStep(range.upperBound - range.lowerBound, count: count, factors: factors)
    guard step > 0, step.isFinite else { return range }
    let lower = floor(range.lowerBound / step + 1e-9) * step
    let upper = ceil(range.upperBound / step - 1e-9) * step
    guard lower.isFinite, upper.isFinite else { return range }
    return lower <= range.lowerBound && upper >= range.upperBound ? lower...upper : range
  }

  private static let factors: [Double] = [1, 2, 2.5, 5, 10]
  private static let wholeFactors: [Double] = [1, 2, 5, 10]

  private static func linear(_ domain: ClosedRange<Double>, count: Int, style: Style) -> [Tick] {
    let unit = style == .percent ? 100.0 : 1
    let lower = domain.lowerBound * unit
    let upper = domain.upperBound * unit
    var step = roundStep(upper - lower, count: count, factors: style == .whole ? wholeFactors : factors)
    guard step > 0, step.isFinite else { return [] }
    // An axis that holds no whole number is labelled with fractions.
    if style == .whole, lower.rounded(.up) <= upper { step = max(1, step) }
    let first = Int((lower / step - 1e-9).rounded(.up))
    let last = Int((upper / step + 1e-9).rounded(.down))
    guard first <= last else { return [] }
    let power = power(of: domain, style: style)
    return (first...last).map { index in
      let value = Double(index) * step
      return Tick(value: value / unit, label: label(value, step: step, power: power))
    }
  }

  /// One label of a linear axis: all labels have the same decimals.
  private static func label(_ value: Double, step: Double, power: Int?) -> String {
    if value == 0 { return "0" }
    // No row of zeros where an axis has no power of ten beside its title.
    if power == nil, !(1e-6..<NumberText.longestWhole).contains(abs(value)) {
      return NumberText.significant(value)
    }
    // In two steps, because 10 to the power of 320 is not a number that can be divided by.
    let half = (power ?? 0) / 2
    func scaled(_ value: Double) -> Double {
      value / pow(10, Double(half)) / pow(10, Double((power ?? 0) - half))
    }
    return NumberText.fixed(scaled(value), decimals: decimalsNeeded(scaled(step)))
  }

  private static func decimalsNeeded(_ step: Double) -> Int {
    var decimals = 0
    var scaled = step
    while decimals < 12, abs(scaled - scaled.rounded()) > 1e-6 * max(1, abs(scaled)) {
      scaled *= 10
      decimals += 1
    }
    return decimals
  }

  /// The width of a logarithmic axis up to which round numbers of equal distance label it best.
  private static let fewestDecades = 0.7

  private static func decades(of domain: ClosedRange<Double>) -> Double {
    log10(domain.upperBound) - log10(domain.lowerBound)
  }

  /// The first digits of the ticks within a decade, from dense to sparse.
  private static let mantissas: [[Double]] = [[1, 2, 5], [1, 3], [1]]

  private static func logarithmic(_ domain: ClosedRange<Double>, count: Int) -> [Tick] {
    let lower = log10(domain.lowerBound)
    let upper = log10(domain.upperBound)
    let decades = decades(of: domain)
    guard decades > fewestDecades else { return linear(domain, count: count, style: .number) }
    if decades <= 3 {
      let choices = mantissas.map { mantissas in
        logarithmic(
          (Int(floor(lower))...Int(ceil(upper))).flatMap { exponent in
            mantissas.map { (mantissa: $0, exponent: exponent) }
          }.filter { place in
            let value = place.mantissa * pow(10, Double(place.exponent))
            return value >= domain.lowerBound * (1 - 1e-9) && value <= domain.upperBound * (1 + 1e-9)
          })
      }
      // The densest that has room, but never a lone label.
      return choices.first { $0.count <= count + 1 } ?? choices.last { $0.count > 1 } ?? choices[0]
    }
    let stride = max(1, Int((decades / Double(max(count, 2) + 1)).rounded(.up)))
    let first = Int((lower - 1e-9).rounded(.up))
    let last = Int((upper + 1e-9).rounded(.down))
    return logarithmic(
      (first...max(first, last)).filter { $0 % stride == 0 }.map { (mantissa: 1, exponent: $0) })
  }

  /// Ticks whose numbers are written in one way: in full where that is short for all, otherwise as powers of ten.
  private static func logarithmic(_ places: [(mantissa: Double, exponent: Int)]) -> [Tick] {
    let isPlain = places.allSatisfy { (-4...5).contains($0.exponent) }
    return places.map { mantissa, exponent in
      let value = mantissa * pow(10, Double(exponent))
      if isPlain || (0...1).contains(exponent) {
        return Tick(value: value, label: NumberText.fixed(value, decimals: max(0, -exponent)))
      }
      let power = NumberText.powerOfTen(exponent)
      return Tick(
        value: value, label: mantissa == 1 ? power : NumberText.fixed(mantissa, decimals: 0) + "×" + power)
    }
  }

  private static func roundStep(_ span: Double, count: Int, factors: [Double]) -> Double {
    guard span > 0, span.isFinite else { return 0 }
    let raw = span / Double(max(count, 1))
    let power = pow(10, floor(log10(raw)))
    let factor = factors.first { $0 * power >= raw * (1 - 1e-9) } ?? 10
    return factor * power
  }
}
