import ATMLDiagnose

/// Points of scorecards as text.
enum PointsText {
  /// What points are, for those who see them for the first time.
  static let reading =
    "Points are logarithms of odds: +0.7 doubles the odds, +2.3 makes them tenfold, −0.7 halves them; a sum of 0 "
    + "is as likely as not."

  /// Points with their sign, such as `+1.04`.
  static func signed(_ points: Double) -> String {
    let text = NumberText.fixed(points, decimals: 2)
    return points > 0 && text != "0.00" ? "+" + text : text
  }

  /// A share in percent with its sign, such as `+31 %`.
  static func signedPercent(_ share: Double) -> String {
    share > 0 ? "+" + NumberText.percent(share) : NumberText.percent(share)
  }

  /// A confidence to a tenth of a percent; nothing is certain.
  static func confidence(_ value: Double) -> String {
    let unit = NumberText.thinSpace + "%"
    if value > 0.999 { return "> 99.9" + unit }
    if value < 0.001 { return "< 0.1" + unit }
    return NumberText.fixed(value * 100, decimals: 1) + unit
  }
}
