// The C library's functions are called number by number. These have no branch and no call, so that loops over them
// become vector instructions.

/// `eˣ`, to two units in the last place.
///
/// `x = n ln 2 + r` gives `eˣ = 2ⁿ eʳ`, and `eʳ` is a polynomial for r within ± ln 2 / 2 (Chebyshev's interpolation of
/// `(eʳ − 1 − r) / r²`).
@inline(__always)
func exponential(_ x: Float) -> Float {
  // Beyond these the result is 0 or infinite. A number that is none passes both comparisons.
  let low = x < -104 ? -104 : x
  let x = low > 89 ? 89 : low
  // Added to a number this large, a smaller one is rounded to a whole number, which stands in the lowest bits.
  let whole: Float = 0x1.8p23
  let shifted = x * 1.442_695_04 + whole
  let n = shifted - whole
  // ln 2 in two parts, of which the first times n is exact.
  let r = x - n * 0.693_359_375 - n * -2.121_944_4e-4
  var p: Float = 1.989_928_57e-4
  p = p * r + 1.393_365_09e-3
  p = p * r + 8.333_298_38e-3
  p = p * r + 4.166_646_67e-2
  p = p * r + 1.666_666_72e-1
  p = p * r + 0.5
  // By two powers, as 2ⁿ alone may be none that a number can be.
  let power = Int32(bitPattern: shifted.bitPattern &- whole.bitPattern)
  let half = power &>> 1
  return (1 + (r + r * r * p)) * powerOfTwo(half) * powerOfTwo(power &- half)
}

/// `2ⁿ` for n from -126 to 127.
@inline(__always)
private func powerOfTwo(_ n: Int32) -> Float {
  Float(bitPattern: UInt32(bitPattern: (n &+ 127) &<< 23))
}

/// The hyperbolic tangent, to three units in the last place.
///
/// `1 − 2 / (e²ˣ + 1)`, or near 0, where that loses digits, `x + x³ q(x²)` (Chebyshev's interpolation).
@inline(__always)
func hyperbolicTangent(_ x: Float) -> Float {
  let size = x.magnitude
  let z = x * x
  var q: Float = 2.295_841_28e-3
  q = q * z - 8.346_980_44e-3
  q = q * z + 2.176_996_13e-2
  q = q * z - 5.395_940_69e-2
  q = q * z + 1.333_330_42e-1
  q = q * z - 3.333_333_43e-1
  let near = x + x * z * q
  let far = 1 - 2 / (exponential(size + size) + 1)
  return size < 0.625 ? near : x < 0 ? -far : far
}

/// The logistic function `1 / (1 + e⁻ˣ)` without overflow.
@inline(__always)
func logistic(_ x: Float) -> Float {
  let small = exponential(-x.magnitude)
  let share = 1 / (1 + small)
  return x < 0 ? small * share : share
}

extension TensorData {
  /// `eˣ` of each number.
  package func exponentials() -> TensorData { map { exponential($0) } }
}
