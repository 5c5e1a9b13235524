import CCairo

/// The fonts that fontconfig knows of.
enum FontList {
  /// Whether there is no font at all.
  static var isEmpty: Bool {
    [FcSetSystem, FcSetApplication].allSatisfy { set in
      FcConfigGetFonts(nil, set)?.pointee.nfont ?? 0 == 0
    }
  }
}
