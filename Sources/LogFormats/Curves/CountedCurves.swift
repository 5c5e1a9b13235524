import RunRecords
import Texts

/// Curves that come as bare lists of values: their positions are counted, or are in a list beside them.
struct CountedCurves {
  private var lists: [(name: String, values: [Double?])] = []

  var isEmpty: Bool { lists.isEmpty }
  var names: [String] { lists.map { PrintableText.clean($0.name) } }

  /// Takes a list; `nil` stands where nothing was measured.
  mutating func add(_ values: [Double?], to name: String) {
    lists.append((name, values))
  }

  /// The curves at their positions.
  ///
  /// A list that is shorter by a whole factor than the longest one to be judged was written every so many
  /// values of that one.
  func placed() -> (curves: NamedCurves, axis: RunAxis, notes: [RunNote]) {
    let judged = lists.filter { Heading($0.name).metric.isJudged }
    let longest = (judged.isEmpty ? lists : judged).map(\.values.count).max() ?? 0
    // A list that is printed again each epoch grows: its longest form says how often its values were taken.
    let counts = Dictionary(lists.map { ($0.name, $0.values.count) }) { max($0, $1) }
    var described: Set<String> = []
    let positions = positions(of: longest)
    var curves = NamedCurves()
    var notes: [RunNote] = []
    var intervals: [Int] = []
    for (name, values) in lists where name != positions?.name && !values.isEmpty {
      let label = PrintableText.clean(name)
      let count = counts[name] ?? values.count
      let isNew = described.insert(name).inserted
      var interval = 1
      if count < longest, longest % count == 0, count > 1 {
        interval = longest / count
        intervals.append(interval)
        if isNew {
          notes.append(.of(label, "\(count) values beside \(longest): read as one after every \(interval)."))
        }
      } else if count != longest, count > 1, Heading(name).metric.isJudged, isNew {
        notes.append(.of(label, "\(count) values beside \(longest): both are counted from the first one."))
      }
      for (index, value) in values.enumerated() {
        guard let value else { continue }
        let place = interval * (index + 1)
        let position =
          positions.flatMap { place <= $0.values.count ? $0.values[place - 1] : nil } ?? Double(place)
        guard position.isFinite else { continue }
        curves.add(value, to: name, at: position)
      }
    }
    // Nobody validates every twenty epochs: the longer list is one of steps.
    let axis = positions?.axis ?? (intervals.contains { $0 >= 20 } ? .step : .epoch)
    return (curves, axis, notes)
  }

  /// The list that says the positions: named after an axis, as long as the longest curve, and rising.
  private func positions(of count: Int) -> (name: String, axis: RunAxis, values: [Double])? {
    for axis in [RunAxis.epoch, .step, .iteration] {
      guard let names = ColumnVocabulary.axes[axis] else { continue }
      for list in lists where list.values.count == count {
        guard names.contains(NameWords.cut(list.name).joined(separator: " ")),
          case let values = list.values.compactMap(\.self), values.count == count,
          zip(values, values.dropFirst()).allSatisfy({ $0 < $1 })
        else { continue }
        return (list.name, axis, values)
      }
    }
    return nil
  }
}

extension RunNote {
  /// What was made of a list.
  fileprivate static func of(_ list: String, _ text: String) -> RunNote {
    RunNote(.interpretation, "\(list): \(text)")
  }
}
