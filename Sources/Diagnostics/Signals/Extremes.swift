extension [Double] {
  /// The index of the lowest value, the first of equal ones.
  var lowestIndex: Int? {
    guard var lowest = first else { return nil }
    var place = 0
    for index in indices where self[index] < lowest {
      lowest = self[index]
      place = index
    }
    return place
  }

  /// The index of the highest value, the first of equal ones.
  var highestIndex: Int? {
    guard var highest = first else { return nil }
    var place = 0
    for index in indices where self[index] > highest {
      highest = self[index]
      place = index
    }
    return place
  }
}
