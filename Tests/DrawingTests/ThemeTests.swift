import Drawing
import Testing

@Suite struct ThemeTests {
  /// The lightness of a colour from 0 to 100 (CIE 1976), and its luminance.
  private func lightness(_ color: Color) -> (lightness: Double, luminance: Double) {
    func linear(_ part: Double) -> Double {
      // sRGB, near enough for a comparison.
      part * part * (0.305 * part + 0.683) + 0.0125 * part
    }
    let luminance = 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    // The cube root by Newton's steps.
    var root = 1.0
    for _ in 0..<40 { root = (2 * root + luminance / (root * root)) / 3 }
    return (max(0, 116 * root - 16), luminance)
  }

  private func contrast(_ one: Color, _ other: Color) -> Double {
    let values = [lightness(one).luminance, lightness(other).luminance].sorted()
    return (values[1] + 0.05) / (values[0] + 0.05)
  }

  @Test(arguments: Theme.all)
  func `training and validation differ in grey, by lightness and by form`(theme: Theme) {
    let training = theme.style(of: .training).stroke
    let validation = theme.style(of: .validation).stroke
    let distance = abs(lightness(training.color).lightness - lightness(validation.color).lightness)
    #expect(distance > 15, "\(theme.name): \(distance)")
    #expect(validation.width >= 1.6 * training.width || validation.dash != training.dash)
    // The protagonist stands out more from the page.
    #expect(contrast(validation.color, theme.background) > contrast(training.color, theme.background))
  }

  @Test(arguments: Theme.all)
  func `lines and texts stand out from the page`(theme: Theme) {
    for role in [Mark.Role.training, .validation, .neutral, .bestEpoch, .onset] {
      let style = theme.style(of: role)
      #expect(contrast(style.stroke.color, theme.background) >= 3, "\(theme.name) \(role)")
      #expect(contrast(style.text, theme.background) >= 4.5, "\(theme.name) \(role)")
    }
    #expect(contrast(theme.ink, theme.background) >= 7)
    #expect(contrast(theme.quietInk, theme.background) >= 4.5)
  }
}
