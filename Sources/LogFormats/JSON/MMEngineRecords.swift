/// Lines of OpenMMLab's runners, placed: what they count depends on the runner.
struct MMEngineRecords {
  /// Placed by epoch where the log has several, else by iteration.
  private var byEpoch = RecordCurves()
  private var byIteration = RecordCurves()
  private var epochs: (first: Double, last: Double)?
  private var latestIteration: Double?

  mutating func add(_ line: JSONValue) {
    guard let members = line.members else { return }
    if let mode = line["mode"]?.text {
      let isTraining = mode == "train"
      if isTraining { latestIteration = line["iter"]?.number ?? latestIteration }
      note(line["epoch"]?.number)
      // MMCV counts iterations within the epoch, and those of the validation set in validation.
      let rest = members.filter { $0.key != "iter" && $0.key != "mode" }
      let split = isTraining ? "train" : "val"
      byEpoch.add(.object(rest), split: split)
      let iteration = latestIteration.map { [JSONValue.Member(key: "step", value: .number($0))] } ?? []
      byIteration.add(.object(rest.filter { $0.key != "epoch" } + iteration), split: split)
      return
    }
    guard line["step"] != nil else { return }
    let rest = members.filter { $0.key != "iter" }
    let isTraining = line["lr"] != nil || line["loss"] != nil
    if isTraining {
      note(line["epoch"]?.number)
      byEpoch.add(.object(rest.filter { $0.key != "step" }))
      byIteration.add(.object(rest.filter { $0.key != "epoch" }))
    } else {
      let epochs = rest.map { $0.key == "step" ? JSONValue.Member(key: "epoch", value: $0.value) : $0 }
      byEpoch.add(.object(epochs), split: "val")
      byIteration.add(.object(rest), split: "val")
    }
  }

  /// The records on the axis that fits them all.
  var settled: RecordCurves {
    guard let epochs else { return byIteration }
    // MMCV writes epoch 1 throughout when it counts iterations only.
    let isCounting = epochs.last > epochs.first || latestIteration == nil
    return isCounting ? byEpoch : byIteration
  }

  private mutating func note(_ epoch: Double?) {
    guard let epoch, epoch.isFinite else { return }
    epochs = (min(epochs?.first ?? epoch, epoch), max(epochs?.last ?? epoch, epoch))
  }
}
