import ATMLDiagnose
import ArgumentParser
import Texts

extension PageSize {
  /// Reads the size that a user names.
  ///
  /// - Throws: `ValidationError` that says the range in the unit of the user.
  static func argument(_ text: String) throws -> PageSize {
    if let size = PageSize(text) { return size }
    let text = text.lowercased()
    let units = [("mm", 25.4), ("cm", 2.54), ("in", 1), ("pt", 72)]
    guard let (unit, perInch) = units.first(where: { text.hasSuffix($0.0) }),
      case let sides = text.dropLast(unit.count).split(separator: "x", omittingEmptySubsequences: false),
      sides.count == 2, sides.allSatisfy({ Double($0)?.isFinite == true })
    else {
      throw ValidationError("expected a4, letter, or width and height such as 160x90mm, 6x3in or 480x200pt")
    }
    // What `PageSize` takes, 72 to 14 400 points.
    throw ValidationError(
      "expected \(NumberText.position(perInch)) to \(NumberText.position(200 * perInch)) \(unit) for each side"
    )
  }
}
