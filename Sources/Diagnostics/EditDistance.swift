/// How many letters have to be put in, taken out or exchanged to turn one word into another (Levenshtein).
enum EditDistance {
  static func between(_ one: String, _ other: String) -> Int {
    let target = Array(other)
    var row = Array(0...target.count)
    for (position, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = position + 1
      for index in target.indices {
        let change = diagonal + (target[index] == letter ? 0 : 1)
        diagonal = row[index + 1]
        row[index + 1] = min(change, diagonal + 1, row[index] + 1)
      }
    }
    return row[target.count]
  }
}
