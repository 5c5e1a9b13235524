import RunRecords
import Texts

/// Puts first what a diagnosis judges, and keeps two metrics from being taken for a pair.
enum SeriesOrder {
  /// Series of one metric, at most one for training and one for validation.
  private struct Group {
    var key: String
    var training: DraftSeries?
    var validation: DraftSeries?
    var others: [DraftSeries] = []
    var place: Int

    var lead: DraftSeries? { training ?? validation ?? others.first }
    var isPair: Bool { training != nil && validation != nil }
    var kind: Metric.Kind { lead?.metric.kind ?? .other }
    var all: [DraftSeries] { [training, validation].compactMap(\.self) + others }
  }

  /// Orders drafts: the loss to judge, other losses, scores, then quantities of the run.
  ///
  /// - Parameter choice: What the user named by hand; it comes first.
  static func order(
    _ drafts: [DraftSeries], choice: ColumnChoice
  ) -> (series: [MetricSeries], notes: [RunNote]) {
    var groups = gather(drafts, choice: choice)
    groups.sort { rank($0, choice: choice) < rank($1, choice: choice) }
    let notes = keepKindsApart(&groups) + ambiguity(groups, choice: choice) + namesakes(groups)
    return (groups.flatMap(\.all).map(\.series), notes)
  }

  private static func gather(_ drafts: [DraftSeries], choice: ColumnChoice) -> [Group] {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    var seenRunKinds = Set<Metric.Kind>()
    for draft in drafts {
      // One learning rate, one gradient norm and one time are enough.
      if draft.metric.isOfRun, !seenRunKinds.insert(draft.metric.kind).inserted { continue }
      let key = choice.isChosen(draft) ? ColumnChoice.chosenKey : draft.key
      let place = places[key] ?? groups.count
      if place == groups.count {
        groups.append(Group(key: key, place: place))
        places[key] = place
      }
      if draft.split == .training, groups[place].training == nil {
        groups[place].training = draft
      } else if draft.split == .validation, groups[place].validation == nil {
        groups[place].validation = draft
      } else {
        groups[place].others.append(draft)
      }
    }
    return groups
  }

  /// What comes first in the record has the lowest rank.
  private static func rank(_ group: Group, choice: ColumnChoice) -> (Int, Int, Int, Int) {
    let isChosen = group.key == ColumnChoice.chosenKey
    let kindRank =
      switch group.kind {
      case .loss: 1
      case .accuracy: 2
      case .score: 3
      case .learningRate: 4
      case .gradientNorm: 5
      case .time: 6
      case .other: 7
      }
    if isChosen { return (0, 0, 0, 0) }
    let isPreferred = choice.preferredKey == group.key
    if isPreferred, group.kind != .loss { return (1, 9, 0, 0) }
    // The loss itself comes before its parts.
    let isPlain = group.key == Metric.loss.name
    let pairRank = (group.isPair ? 0 : 2) + (isPlain ? 0 : 1)
    let rank = group.lead?.heading.rank ?? 9
    return (kindRank, isPreferred ? -1 : pairRank, rank, group.place)
  }

  /// Makes the training series of one metric and the validation series of another different kinds, so
  /// that the first of each is never taken for a pair.
  private static func keepKindsApart(_ groups: inout [Group]) -> [RunNote] {
    var notes: [RunNote] = []
    for kind in [Metric.Kind.loss, .accuracy, .score] {
      let members = groups.indices.filter { groups[$0].kind == kind }
      guard let first = members.first, !groups[first].isPair else { continue }
      let lead = groups[first]
      let opposite = members.dropFirst().filter { index in
        lead.training == nil ? groups[index].training != nil : groups[index].validation != nil
      }
      if opposite.count == 1, let training = lead.training, let validation = groups[opposite[0]].validation,
        SoleLosses.belongTogether(training, validation)
      {
        notes.append(
          RunNote(
            .interpretation,
            "\(validation.name) is compared with \(training.name): each is the only loss of its part of the data, and "
              + "they begin close to each other. If they do not belong together, name others: --train COLUMN --val COLUMN"
          ))
        continue
      }
      var apart: [String] = []
      for index in opposite {
        if lead.training == nil { groups[index].training?.metric.kind = .other }
        if lead.validation == nil { groups[index].validation?.metric.kind = .other }
        apart += groups[index].all.map(\.name)
      }
      guard !apart.isEmpty else { continue }
      notes.append(
        RunNote(
          .interpretation,
          "\(lead.lead?.name ?? lead.key) and \(NameList.brief(apart)) are different metrics and are not compared. "
            + "If they belong together, name them: --train COLUMN --val COLUMN"))
    }
    return notes
  }

  /// Says what was chosen where another pair was as likely.
  private static func ambiguity(_ groups: [Group], choice: ColumnChoice) -> [RunNote] {
    guard let first = groups.first, first.kind == .loss, first.key != ColumnChoice.chosenKey,
      first.key != Metric.loss.name, let judged = first.lead
    else { return [] }
    let rivals = groups.dropFirst().filter {
      $0.kind == .loss && $0.isPair == first.isPair && $0.lead?.heading.rank == judged.heading.rank
        && !(judged.column == nil && $0.lead?.heading.component.isEmpty == false)
    }
    guard !rivals.isEmpty else { return [] }
    let names = NameList.brief(rivals.compactMap { $0.lead?.name })
    return [
      RunNote(
        .interpretation,
        "\(judged.name) is judged as the loss; as likely: \(names). Choose another: --train COLUMN --val COLUMN"
      )
    ]
  }

  /// Says what was chosen where two columns hold one metric of one split, such as `val_loss` and `dev_loss`.
  private static func namesakes(_ groups: [Group]) -> [RunNote] {
    groups.filter { $0.lead?.metric.isJudged ?? false }.flatMap { group in
      [group.training, group.validation].compactMap(\.self).compactMap { judged in
        let others = group.others.filter { $0.split == judged.split && $0.name != judged.name }.map(\.name)
        guard !others.isEmpty else { return nil }
        return RunNote(
          .interpretation,
          "\(judged.name) is judged, as it comes first; the same metric of the same data by name: "
            + "\(NameList.brief(others)). Choose another: --train COLUMN --val COLUMN")
      }
    }
  }
}
