/// How the roles of a page look: colours, line weights and type sizes.
public struct Theme: Sendable, Hashable {
  /// The line and text colour of one role of a chart.
  public struct MarkStyle: Sendable, Hashable {
    public var stroke: Stroke
    /// The colour of the role's labels, which need more contrast than lines.
    public var text: Color
    public var labelWeight: Font.Weight
  }

  public var name: String
  public var background: Color
  /// Headlines and body text.
  public var ink: Color
  /// Text of less weight: table headings, sources, tick labels.
  public var quietInk: Color
  /// Grid lines and rules in tables.
  public var hairline: Color
  /// The colour of the verdict's mark.
  public var accents: [Accent: Color]
  public var styles: [Mark.Role: MarkStyle]

  /// How the headline's mark is coloured.
  public enum Accent: String, Sendable, Hashable, CaseIterable {
    case good
    case caution
    case bad
    case neutral
  }

  public func style(of role: Mark.Role) -> MarkStyle {
    styles[role] ?? MarkStyle(stroke: Stroke(color: ink, width: 1), text: ink, labelWeight: .regular)
  }

  public func accent(_ accent: Accent) -> Color {
    accents[accent] ?? ink
  }
}

extension Theme {
  /// Blue and vermillion on white, as of Okabe and Ito: the blue lighter and the vermillion darker than theirs, so that
  /// the two differ in grey too.
  public static let light = Theme(
    name: "light", background: Color(0xFFFFFF), ink: Color(0x1A1D21), quietInk: Color(0x5C6470),
    hairline: Color(0xDDE1E6),
    accents: [
      .good: Color(0x1B7F5A), .caution: Color(0xB26A00), .bad: Color(0xB3321E), .neutral: Color(0x5C6470),
    ],
    palette: Palette(
      training: Color(0x4296D0), trainingText: Color(0x146CA4), validation: Color(0xAE4200),
      validationText: Color(0x9E3C00), neutral: Color(0x4A5260), rule: Color(0x1A1D21),
      band: Color(0xE69F00, opacity: 0.11), quiet: Color(0x6B7380)))

  /// Its own values on near black, with the same contrasts as the light theme.
  public static let dark = Theme(
    name: "dark", background: Color(0x14171B), ink: Color(0xECEFF3), quietInk: Color(0xA4ADB8),
    hairline: Color(0x323943),
    accents: [
      .good: Color(0x4CC38A), .caution: Color(0xF0B24A), .bad: Color(0xFF7B61), .neutral: Color(0xA4ADB8),
    ],
    palette: Palette(
      training: Color(0x3F97D4), trainingText: Color(0x6DB9EA), validation: Color(0xFFB072),
      validationText: Color(0xFFB980), neutral: Color(0xB6BEC9), rule: Color(0xECEFF3),
      band: Color(0xF0B24A, opacity: 0.14), quiet: Color(0x98A1AD)))

  /// Black and greys only, for printers without colour.
  public static let print = Theme(
    name: "print", background: Color(0xFFFFFF), ink: Color(0x000000), quietInk: Color(0x4D4D4D),
    hairline: Color(0xD4D4D4),
    accents: [
      .good: Color(0x000000), .caution: Color(0x000000), .bad: Color(0x000000), .neutral: Color(0x4D4D4D),
    ],
    palette: Palette(
      training: Color(0x707070), trainingText: Color(0x555555), validation: Color(0x000000),
      validationText: Color(0x000000), neutral: Color(0x404040), rule: Color(0x000000),
      band: Color(0x000000, opacity: 0.08), quiet: Color(0x595959), trainingDash: [4, 1.6]))

  /// The themes by their names.
  public static let all = [light, dark, print]

  private struct Palette {
    var training: Color
    var trainingText: Color
    var validation: Color
    var validationText: Color
    var neutral: Color
    var rule: Color
    var band: Color
    var quiet: Color
    var trainingDash: [Double] = []
  }

  private init(
    name: String, background: Color, ink: Color, quietInk: Color, hairline: Color,
    accents: [Accent: Color], palette: Palette
  ) {
    func style(
      _ color: Color, _ width: Double, text: Color? = nil, dash: [Double] = [],
      weight: Font.Weight = .regular
    ) -> MarkStyle {
      MarkStyle(
        stroke: Stroke(color: color, width: width, dash: dash), text: text ?? color, labelWeight: weight)
    }
    self.init(
      name: name, background: background, ink: ink, quietInk: quietInk, hairline: hairline,
      accents: accents,
      styles: [
        .training: style(
          palette.training, 1.1, text: palette.trainingText, dash: palette.trainingDash),
        .validation: style(palette.validation, 1.9, text: palette.validationText, weight: .semibold),
        .trainingRaw: style(palette.training.withOpacity(0.45), 0.6),
        .validationRaw: style(palette.validation.withOpacity(0.34), 0.7),
        .neutral: style(palette.neutral, 1.1),
        .bestEpoch: style(palette.rule, 0.7, weight: .semibold),
        .onset: style(palette.rule, 0.7, dash: [2.5, 2]),
        .evidence: style(palette.band, 0, text: palette.quiet),
        .chance: style(palette.quiet, 0.8, dash: [0.8, 2.2]),
        .anomaly: style(palette.rule, 0.9),
      ])
  }
}
