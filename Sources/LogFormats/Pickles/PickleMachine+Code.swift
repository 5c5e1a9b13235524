/// What of the data is free of code.
extension PickleMachine {
  /// The members of a dictionary in which nothing is that only code would make, such as the weights of a model.
  func plainMembers(of place: Int) -> [(key: Int, value: Int)]? {
    guard case .dictionary(let members) = objects[place] else { return nil }
    return members.filter { !holdsCode($0.value) }
  }

  private func holdsCode(_ place: Int) -> Bool {
    var seen: Set<Int> = []
    var open = [place]
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      switch objects[next] {
      case .code, .global: return true
      case .list(let elements), .tuple(let elements): open += elements
      case .dictionary(let members): open += members.map(\.value)
      default: continue
      }
    }
    return false
  }
}
