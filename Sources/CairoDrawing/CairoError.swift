/// Why a document could not be drawn.
public enum CairoError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no font on the system, or none with Latin letters.
  case noFontInstalled
  /// A page size or a resolution that no page can have; in points and dots per inch.
  case invalidPageSize(width: Double, height: Double, dotsPerInch: Double?)
  /// Cairo refused, in its own words.
  case drawingFailed(String)

  public var description: String {
    switch self {
    case .noFontInstalled:
      "no usable font is installed; install the package fonts-inter or fonts-dejavu-core"
    case .invalidPageSize(let width, let height, nil):
      "a page of \(whole(width)) x \(whole(height)) points cannot be drawn"
    case .invalidPageSize(let width, let height, let dotsPerInch?):
      "an image of \(whole(width)) x \(whole(height)) points at \(dotsPerInch) dots per inch cannot be drawn: "
        + "each side must have 1 to \(PixelPage.longestSide) pixels, and both together "
        + "at most \(PixelPage.mostPixels)"
    case .drawingFailed(let reason): "the page could not be drawn: \(reason)"
    }
  }

  private func whole(_ length: Double) -> String {
    Int(exactly: length.rounded()).map(String.init) ?? "\(length)"
  }
}
