extension [Double] {
  /// The index of the lowest value, the first of equal ones.
  var lowestIndex: Int? { indices.min { self[$0] < self[$1] } }

  /// The index of the highest value, the first of equal ones.
  var highestIndex: Int? { indices.max { self[$0] < self[$1] } }
}
