/// The `meta.yaml` of a run or an experiment of MLflow's file store.
struct MLflowMeta {
  private let fields: YAMLFields

  /// Reads the file of a folder; `nil` if there is none that can be read.
  init?(of folder: LogFolder) {
    guard let fields = YAMLFields("meta.yaml", in: folder) else { return nil }
    self.fields = fields
  }

  var isRun: Bool { fields["run_id"] != nil || fields["run_uuid"] != nil }
  var isExperiment: Bool { !isRun && fields["experiment_id"] != nil }
  var isDeleted: Bool { fields["lifecycle_stage"] == "deleted" }
  /// The name of a run, or else its identifier.
  var runName: String? { named("run_name") ?? named("name") ?? named("run_id") ?? named("run_uuid") }
  var experimentName: String? { named("name") ?? named("experiment_id") }

  private func named(_ key: String) -> String? {
    guard let value = fields[key], !value.isEmpty, value != "null" else { return nil }
    return value
  }
}
