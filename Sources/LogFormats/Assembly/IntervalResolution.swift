import RunRecords

/// Chooses between the values of single steps and those of whole epochs, where a metric has both.
enum IntervalResolution {
  /// Keeps the whole epochs, but the steps of a log that has not more than one epoch to show.
  static func resolve(_ drafts: inout [DraftSeries], keeping choice: ColumnChoice) {
    var epochs: [String: Int] = [:]
    var steps: [String: Int] = [:]
    for draft in drafts {
      if draft.heading.interval == .step {
        steps[identity(draft), default: 0] += draft.values.count
      } else {
        epochs[identity(draft), default: 0] += draft.values.count
      }
    }
    drafts.removeAll { draft in
      guard !choice.isChosen(draft), let whole = epochs[identity(draft)], let single = steps[identity(draft)]
      else {
        return false
      }
      let keepsEpochs = whole > 1 || single <= whole
      return keepsEpochs == (draft.heading.interval == .step)
    }
    // With an explicit `_epoch` column, one of the same name without it holds the steps too.
    let explicit = Set(drafts.filter { $0.heading.interval == .epoch }.map(identity))
    drafts.removeAll {
      !choice.isChosen($0) && $0.heading.interval == nil && $0.metric.isJudged
        && explicit.contains(identity($0))
    }
    // A mean that was logged once an epoch is that of the run, and better than one over the batches that were logged.
    var logged: [String: Int] = [:]
    for draft in drafts where draft.heading.interval == nil && !draft.isAveraged {
      logged[identity(draft), default: 0] += draft.values.count
    }
    drafts.removeAll {
      !choice.isChosen($0) && $0.heading.interval == nil && $0.isAveraged
        && 2 * (logged[identity($0)] ?? 0) > $0.values.count
    }
  }

  private static func identity(_ draft: DraftSeries) -> String {
    "\(draft.split?.rawValue ?? "")/\(draft.key)"
  }
}
