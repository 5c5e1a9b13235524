import RunRecords
import Texts

/// The curves of a log that writes one object for each epoch, step or value.
///
/// Values are gathered by epoch and by step; which of the two places them all is settled at the end.
struct RecordCurves {
  private var byEpoch = NamedCurves()
  private var byStep = NamedCurves()
  private var byRow = NamedCurves()
  private var inOrder = NamedCurves()
  private var numbers: [String: Double] = [:]
  private var onlyStep: Double?
  private var hasSeveralSteps = false
  private var tails = NullTails()
  private let heading: (String) -> Heading

  private var keys: [String: RecordKey?] = [:]
  private var names: [String: [String: String]] = [:]
  /// Where each judged name was logged last.
  private var latest: [String: (epoch: Double, step: Double)] = [:]
  private var hasSteps = false
  private var hasIterations = false
  private var hasEpochs = false
  private var repeatsEpochs = false
  private var valuesWithoutEpoch = 0
  private var valuesWithoutStep = 0
  private(set) var count = 0
  /// The values of records that are each of a model of its own, by the value of its hyperparameter.
  private var byModel = NamedCurves()
  /// The keys of hyperparameters.
  private(set) var hyperparameters: [String] = []
  /// The different values of all hyperparameters together, and how many records have none that is a number.
  private var models: Set<[String]> = []
  private var recordsWithoutModel = 0
  /// How many hyperparameters of a record tell its model from others: one is read, more are refused.
  private static let mostHyperparameters = 8
  private var model: Double?
  /// The records before the list that is read.
  private var countBefore = 0

  /// - Parameter heading: What a name means, where the format knows better than the vocabulary.
  init(heading: @escaping (String) -> Heading = { Heading($0) }) {
    self.heading = heading
  }

  /// Counts the records of the next list from 1 again, as those of another part of the data.
  mutating func beginList() { countBefore = count }

  /// Takes a record.
  ///
  /// - Parameters:
  ///   - split: The word for the part of the data, where the format knows it.
  ///   - knownMetric: The name of the value, where the record does not say it.
  mutating func add(_ record: JSONValue, split known: String? = nil, metric knownMetric: String? = nil) {
    guard let own = record.members else { return }
    // What only gathers values may hold the epoch or step too.
    let members = own.flatMap { member in
      JSONValue.gatherers.contains(member.key.lowercased()) ? member.value.members ?? [member] : [member]
    }
    count += 1
    var place = NullTails.Place(epoch: nil, step: nil, row: Double(count - countBefore))
    var iteration: Double?
    model = nil
    var values: [String] = []
    var split = known
    var kind: String?
    var metric = knownMetric
    var value: JSONValue?
    for member in members {
      switch key(member.key) {
      case .epoch: place.epoch = member.value.number.flatMap(Self.finite) ?? place.epoch
      case .step: place.step = member.value.number.flatMap(Self.finite) ?? place.step
      case .iteration: iteration = member.value.number.flatMap(Self.finite) ?? iteration
      case .split: if split == nil { split = member.value.text.flatMap { RecordKey.splitWord($0) } }
      case .kind: kind = member.value.text
      case .metric: metric = member.value.text ?? metric
      case .value: value = member.value
      case .hyperparameter:
        guard values.count < Self.mostHyperparameters else { continue }
        if hyperparameters.count < Self.mostHyperparameters, !hyperparameters.contains(member.key) {
          hyperparameters.append(member.key)
        }
        model = member.value.number.flatMap(Self.finite)
        values.append(model?.plain ?? String(member.value.text?.prefix(64) ?? ""))
      case .batch, nil: continue
      }
    }
    if models.count < NamedCurves.most { models.insert(values) }
    if model == nil { recordsWithoutModel += 1 }
    if split == nil { split = kind.flatMap { RecordKey.splitWord($0) } }
    // What has a name and no value of its own may be named after the part of the data.
    if split == nil, value == nil { split = metric.flatMap { RecordKey.splitWord($0) } }
    if place.step == nil, iteration != nil {
      place.step = iteration
      hasIterations = true
    } else if place.step != nil {
      hasSteps = true
    }
    if place.epoch != nil { hasEpochs = true }
    if let metric, let value, value.members == nil {
      // A record of one value: what else is in it says when it was taken.
      value.flatten(under: metric) {
        take($1.map(MLflowMetrics.infinite), named: $0, split: split, at: place)
      }
      return
    }
    for member in members where key(member.key) == nil || member.value.members != nil {
      member.value.flatten(under: member.key) { take($1, named: $0, split: split, at: place) }
    }
  }

  /// Settles the axis.
  mutating func settle() -> (axis: RunAxis, curves: NamedCurves, notes: [RunNote]) {
    let (found, note) = tails.notNumbers()
    for tail in found {
      for place in tail.places { add(.nan, named: tail.name, at: place) }
    }
    let notes = [note].compactMap(\.self)
    let stepAxis: RunAxis = hasSteps || !hasIterations ? .step : .iteration
    if byEpoch.isEmpty, byStep.isEmpty {
      if isOverModels {
        let lost = recordsWithoutModel
        let lostNotes =
          lost == 0
          ? []
          : [
            RunNote(
              .droppedRows,
              "Records without a number in \(NameList.brief(hyperparameters)): \(lost), left out.")
          ]
        return (.hyperparameter, byModel, notes + lostNotes)
      }
      return (
        .epoch, byRow,
        notes + [RunNote(.interpretation, "No record says its epoch: they are counted from 1.")]
      )
    }
    if byEpoch.isEmpty, !hasSeveralSteps, let onlyStep, numbers.values.contains(where: { $0 > 2 }) {
      let text =
        "Every value has the step \(onlyStep.plain): they are counted from 1, in the order of the log."
      return (.step, inOrder, notes + [RunNote(.interpretation, text)])
    }
    let isByEpoch =
      valuesWithoutEpoch == valuesWithoutStep
      ? !repeatsEpochs && !byEpoch.isEmpty : valuesWithoutEpoch < valuesWithoutStep
    let lost = isByEpoch ? valuesWithoutEpoch : valuesWithoutStep
    let axis = isByEpoch ? RunAxis.epoch : stepAxis
    let lostNotes =
      lost == 0
      ? []
      : [
        RunNote(
          .droppedRows, "\(lost) values were left out, as their records do not say the \(axis.rawValue).")
      ]
    return (axis, isByEpoch ? byEpoch : byStep, notes + lostNotes)
  }

  /// Whether the records are those of models, most of which differ in their hyperparameters, and not of one run.
  var isOverModels: Bool {
    byEpoch.isEmpty && byStep.isEmpty && models.count > 1 && models.count * 2 >= count
  }

  /// Every name that came.
  var allNames: [String] {
    var seen = Set<String>()
    return (byEpoch.names + byStep.names + byRow.names).filter { seen.insert($0).inserted }
  }

  // MARK: Values

  private static func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }

  private mutating func key(_ key: String) -> RecordKey? {
    if let known = keys[key] { return known }
    let found = RecordKey(key)
    if keys.count < NamedCurves.most { keys[key] = .some(found) }
    return found
  }

  private mutating func take(
    _ value: Double?, named key: String, split: String?, at place: NullTails.Place
  ) {
    let name = name(key, split: split)
    guard let value else { return tails.null(in: name, at: place) }
    tails.number(value, in: name, row: place.row)
    add(value, named: name, at: place)
  }

  private mutating func add(_ value: Double, named name: String, at place: NullTails.Place) {
    if let epoch = place.epoch { byEpoch.add(value, to: name, at: epoch, heading: heading) }
    if let step = place.step { byStep.add(value, to: name, at: step, heading: heading) }
    if place.epoch == nil, let step = place.step { addInOrder(value, named: name, step: step) }
    if place.epoch == nil, place.step == nil {
      // A record without a place in a log that has them, such as its settings, is none of the run's.
      if !hasEpochs, !hasSteps, !hasIterations { byRow.add(value, to: name, at: place.row, heading: heading) }
      if let model, !HyperparameterNames.isOfFold(name) {
        byModel.add(value, to: name, at: model) { heading($0).overModels }
      }
      return
    }
    guard judged(name) else { return }
    if place.epoch == nil { valuesWithoutEpoch += 1 }
    if place.step == nil { valuesWithoutStep += 1 }
    if let epoch = place.epoch, let step = place.step {
      let before = latest[name]
      if let before, before.epoch == epoch, before.step != step { repeatsEpochs = true }
      if before != nil || latest.count < NamedCurves.most { latest[name] = (epoch, step) }
    }
  }

  /// Keeps the order of values as long as all have one step, as where nobody gave any.
  private mutating func addInOrder(_ value: Double, named name: String, step: Double) {
    if let onlyStep, onlyStep != step {
      hasSeveralSteps = true
      inOrder = NamedCurves()
    }
    guard !hasSeveralSteps else { return }
    onlyStep = step
    guard numbers[name] != nil || numbers.count < NamedCurves.most else { return }
    let number = (numbers[name] ?? 0) + 1
    numbers[name] = number
    inOrder.add(value, to: name, at: number, heading: heading)
  }

  private var judgedNames: [String: Bool] = [:]

  private mutating func judged(_ name: String) -> Bool {
    if let known = judgedNames[name] { return known }
    let heading = heading(name)
    let isJudged = heading.metric.isJudged && !heading.isIgnored
    if judgedNames.count < NamedCurves.most { judgedNames[name] = isJudged }
    return isJudged
  }

  /// The name of a value: its key, with the record's part of the data before it if the key names none.
  private mutating func name(_ key: String, split: String?) -> String {
    guard let split else { return key }
    if let known = names[split]?[key] { return known }
    let own = Heading(key)
    let name = own.split != nil || own.metric.isOfRun ? key : "\(split)_\(key)"
    if names[split, default: [:]].count < NamedCurves.most { names[split, default: [:]][key] = name }
    return name
  }
}
