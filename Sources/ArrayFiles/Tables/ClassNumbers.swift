import Texts

/// Numbers for the classes of a label column.
struct ClassNumbers {
  private var names: [String] = []
  private var numbers: [String: Int] = [:]
  /// Whether the classes were given, so that no other may come.
  let isClosed: Bool

  /// Classes numbered as they are given; without any, first as they come and then in natural order.
  init(_ given: [String]?) {
    isClosed = given != nil
    for name in given ?? [] where numbers[name] == nil { add(name) }
  }

  /// The number of a class; `nil` if it has not come yet.
  subscript(name: String) -> Int? { numbers[name] }

  /// Gives a number to a class that has not come yet.
  @discardableResult
  mutating func add(_ name: String) -> Int {
    let number = names.count
    numbers[name] = number
    names.append(name)
    return number
  }

  /// The names in their final order.
  var orderedNames: [String] { isClosed ? names : NaturalOrder.sorted(names) }

  /// For each number given while reading, the place in the final order.
  var finalPlaces: [Int] {
    let places = Dictionary(uniqueKeysWithValues: orderedNames.enumerated().map { ($1, $0) })
    return names.compactMap { places[$0] }
  }
}
