import RunRecords
import Texts

/// Settles which part of the data each curve was measured on.
enum SplitResolution {
  static func resolve(_ drafts: inout [DraftSeries]) -> [RunNote] {
    for index in drafts.indices where drafts[index].metric.isOfRun { drafts[index].split = .run }
    let setNotes = resolveNumberedSets(&drafts)
    let isJudged = { (draft: DraftSeries) in draft.metric.isJudged }
    let hasValidation = drafts.contains { isJudged($0) && $0.split == .validation }
    let hasValidationLoss = drafts.contains { $0.metric.kind == .loss && $0.split == .validation }
    for index in drafts.indices where drafts[index].split == .test {
      // A loss is judged beside the scores of other data rather than not at all.
      let isOnlyLoss = !hasValidationLoss && drafts[index].metric.kind == .loss
      if !hasValidation || isOnlyLoss { drafts[index].split = .validation }
    }
    let validationKeys = Set(drafts.filter { $0.split == .validation }.map(\.key))
    let trainingKeys = Set(drafts.filter { $0.split == .training }.map(\.key))
    let namesTraining = drafts.contains { isJudged($0) && $0.split == .training }
    var bare: [String] = []
    for index in drafts.indices where drafts[index].split == nil && isJudged(drafts[index]) {
      let draft = drafts[index]
      let isValidation =
        draft.heading.isBareValidation
        || (draft.heading.isOfEvaluation && !trainingKeys.contains(draft.key))
        || (namesTraining && !validationKeys.contains(draft.key) && draft.metric.kind != .loss)
      drafts[index].split = isValidation ? .validation : .training
      if isValidation { bare.append(draft.name) }
    }
    guard !bare.isEmpty else { return setNotes }
    let names = NameList.brief(bare)
    return setNotes + [
      RunNote(
        .interpretation, "\(names): read as measured on the validation data, as the names say no split.")
    ]
  }

  /// Of two numbered evaluation sets and no training set, the one with the lower final loss was trained on.
  ///
  /// XGBoost and LightGBM number the sets as they were passed, often with the training set first.
  private static func resolveNumberedSets(_ drafts: inout [DraftSeries]) -> [RunNote] {
    let sets = drafts.filter { $0.heading.setNumber != nil && $0.metric.kind == .loss }
    guard Set(sets.map(\.heading.setNumber)) == [0, 1], !drafts.contains(where: { $0.split == .training }),
      let first = sets.first(where: { $0.heading.setNumber == 0 }),
      let second = sets.first(where: { $0.heading.setNumber == 1 && $0.key == first.key }),
      let firstLoss = first.values.last, let secondLoss = second.values.last
    else { return [] }
    let trained = secondLoss < firstLoss ? 1 : 0
    for index in drafts.indices where drafts[index].heading.setNumber == trained {
      drafts[index].split = .training
    }
    let name = trained == 0 ? first.name : second.name
    return [
      RunNote(
        .interpretation, "\(name): read as measured on the training data, as its final loss is the lower one."
      )
    ]
  }
}
