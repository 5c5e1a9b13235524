/// How an image is brought to a size whose proportions are not its own.
public enum ImageFit: String, Sendable, Hashable, CaseIterable {
  /// Each side is scaled by itself; shapes are distorted, nothing is lost.
  case stretch
  /// Both sides are scaled alike until the size is filled, and what stands over on both ends is cut off.
  case cropToFill

  /// The size of the whole image once it is scaled, before anything is cut off.
  ///
  /// `cropToFill` rounds the longer side down, as torchvision's `Resize(n)` does.
  func scaledSize(of source: ImageSize, filling target: ImageSize) -> ImageSize {
    guard self == .cropToFill else { return target }
    // Compared as products, so that an image of just the right proportions loses no pixel to rounding.
    if target.width * source.height >= target.height * source.width {
      let height = target.width * source.height / source.width
      return ImageSize(width: target.width, height: max(height, target.height))
    }
    let width = target.height * source.width / source.height
    return ImageSize(width: max(width, target.width), height: target.height)
  }
}
