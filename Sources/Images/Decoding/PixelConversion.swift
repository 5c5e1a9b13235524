/// Turns the pixels of decoders into those of ``Image``.
enum PixelConversion {
  /// Brightness by ITU-R BT.601, in 16 bits of fraction.
  private static func gray(_ red: UInt32, _ green: UInt32, _ blue: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: (red * 19_595 + green * 38_470 + blue * 7_471 + 0x8000) >> 16)
  }

  /// A product of two shares of 255, rounded.
  private static func product(_ one: UInt32, _ other: UInt32) -> UInt32 {
    (one * other + 127) / 255
  }

  /// Colours of four inks: each ink takes its share of light, and black takes of all.
  ///
  /// - Parameter areInverted: Whether 255 stands for no ink.
  static func colors(cmyk: [UInt8], areInverted: Bool, channels: Image.Channels) -> [UInt8] {
    let flip: UInt8 = areInverted ? 0 : 255
    return convert(cmyk, from: 4, to: channels) { pixel in
      let light = UInt32(pixel[3] ^ flip)
      return (
        product(UInt32(pixel[0] ^ flip), light), product(UInt32(pixel[1] ^ flip), light),
        product(UInt32(pixel[2] ^ flip), light)
      )
    }
  }

  /// Colours or grey values, with or without opacity, on white.
  ///
  /// Composed on the stored values, as browsers do, not on amounts of light.
  static func composed(
    _ pixels: [UInt8], hasColor: Bool, hasOpacity: Bool, channels: Image.Channels
  ) -> [UInt8] {
    if !hasOpacity, hasColor == (channels == .rgb) { return pixels }
    let colorCount = hasColor ? 3 : 1
    return convert(pixels, from: colorCount + (hasOpacity ? 1 : 0), to: channels) { pixel in
      let opacity = hasOpacity ? UInt32(pixel[colorCount]) : 255
      func part(_ index: Int) -> UInt32 {
        product(UInt32(pixel[index]), opacity) + (255 - opacity)
      }
      return hasColor ? (part(0), part(1), part(2)) : (part(0), part(0), part(0))
    }
  }

  private static func convert(
    _ source: [UInt8], from stride: Int, to channels: Image.Channels,
    _ color: (UnsafePointer<UInt8>) -> (red: UInt32, green: UInt32, blue: UInt32)
  ) -> [UInt8] {
    let pixelCount = source.count / stride
    let byteCount = pixelCount * channels.rawValue
    return [UInt8](unsafeUninitializedCapacity: byteCount) { target, filled in
      source.withUnsafeBufferPointer { source in
        guard let start = source.baseAddress else { return }
        for index in 0..<pixelCount {
          let (red, green, blue) = color(start + index * stride)
          switch channels {
          case .gray: target[index] = gray(red, green, blue)
          case .rgb:
            target[3 * index] = UInt8(truncatingIfNeeded: red)
            target[3 * index + 1] = UInt8(truncatingIfNeeded: green)
            target[3 * index + 2] = UInt8(truncatingIfNeeded: blue)
          }
        }
      }
      filled = byteCount
    }
  }
}
