import RunRecords
import Texts

/// The runs of a tracking server of MLflow.
public enum MLflowServer: AddressFormat {
  public static func recognizes(_ address: String) -> Bool { address.hasPrefix(MLflowAddress.scheme) }

  public static func runs(at address: String) throws(LogError) -> [RunLocation] {
    guard let place = MLflowAddress(address) else {
      // A mistyped address may hold a password as well.
      let shown = address.lastIndex(of: "@").map { MLflowAddress.scheme + "…" + address[$0...] } ?? address
      throw LogError(
        .notFound, source: shown, "this is no address of an MLflow server",
        expected: "http:// or https:// and the name of a server",
        advice: "Such as mlflow:http://localhost:5000/RUN")
    }
    let client = MLflowClient(
      server: place.server, source: address, access: MLflowAccess(login: place.login))
    switch place.target {
    case .run(let identifier):
      let run = try client.get("run", by: "runs/get", [("run_id", identifier)])
      let name = run["info"].map { Self.name(of: $0) } ?? identifier
      return [location(name: name, runName: name, identifier: identifier, client)]
    case .experiment(let id):
      return try runs(
        of: [try client.get("experiment", by: "experiments/get", [("experiment_id", id)])], client)
    case .experimentNamed(let name):
      do throws(LogError) {
        return try runs(ofExperiment: name, client)
      } catch {
        guard let found = run(name, in: place, source: address) else { throw error }
        return [found]
      }
    case .everything:
      var experiments: [JSONValue] = []
      try client.postPages("experiments/search", ["\"max_results\": 1000"], list: "experiments") {
        experiments += $0
      }
      return try runs(of: experiments, client)
    }
  }

  private static func runs(
    ofExperiment name: String, _ client: MLflowClient
  ) throws(LogError) -> [RunLocation] {
    try runs(
      of: [try client.get("experiment", by: "experiments/get-by-name", [("experiment_name", name)])], client)
  }

  /// The one run of this name in the experiment before it, if that is what the address says.
  private static func run(_ name: String, in place: MLflowAddress, source: String) -> RunLocation? {
    guard let experiment = place.experiment else { return nil }
    let client = MLflowClient(
      server: experiment.server, source: source, access: MLflowAccess(login: place.login))
    let wanted = PrintableText.clean("\(experiment.name)/\(name)")
    let found = (try? runs(ofExperiment: experiment.name, client))?.filter { $0.name == wanted }
    return found?.count == 1 ? found?.first : nil
  }

  private struct FoundRun {
    let name: String
    let identifier: String
    let runName: String
    let parent: String?
    let hasMetrics: Bool
  }

  /// The runs of experiments that were not deleted.
  private static func runs(
    of experiments: [JSONValue], _ client: MLflowClient
  ) throws(LogError) -> [RunLocation] {
    var found: [FoundRun] = []
    for experiment in experiments {
      guard let id = experiment["experiment_id"]?.text else { continue }
      let prefix = PrintableText.clean(experiment["name"]?.text ?? id)
      let question = [
        "\"experiment_ids\": [\(MLflowClient.quoted(id))]", "\"max_results\": 50",
        "\"run_view_type\": \"ACTIVE_ONLY\"",
      ]
      try client.postPages("runs/search", question, list: "runs") { runs in
        for run in runs {
          guard let info = run["info"], let identifier = (info["run_id"] ?? info["run_uuid"])?.text else {
            continue
          }
          let name = name(of: info)
          let tags = run["data"]?["tags"]?.elements ?? []
          found.append(
            FoundRun(
              name: "\(prefix)/\(name)", identifier: identifier, runName: name,
              parent: tags.first { $0["key"]?.text == MLflowParents.tag }?["value"]?.text,
              hasMetrics: run["data"]?["metrics"]?.elements?.isEmpty == false))
        }
      }
    }
    found = MLflowParents.withoutEmptyOnes(
      of: found, identifier: \.identifier, parent: \.parent, hasMetrics: \.hasMetrics)
    guard !found.isEmpty else {
      throw LogError(.noRuns, source: client.source, "the server has no active run there")
    }
    let names = RunNames.distinct(found.map { ($0.name, $0.identifier) })
    return zip(found, names).map { run, name in
      location(name: name, runName: run.runName, identifier: run.identifier, client)
    }
  }

  /// The name of a run, or else its identifier.
  private static func name(of info: JSONValue) -> String {
    let name = PrintableText.clean(info["run_name"]?.text ?? "")
    return name.isEmpty ? PrintableText.clean((info["run_id"] ?? info["run_uuid"])?.text ?? "run") : name
  }

  private static func location(
    name: String, runName: String, identifier: String, _ client: MLflowClient
  ) -> RunLocation {
    let source = "\(MLflowAddress.scheme)\(client.server)/\(identifier)"
    return RunLocation(name: name, source: source, format: card.id) { (options) throws(LogError) in
      let client = MLflowClient(server: client.server, source: source, access: client.access)
      return try read(identifier, name: runName, client, options)
    }
  }

  private static func read(
    _ identifier: String, name: String, _ client: MLflowClient, _ options: ReadingOptions
  ) throws(LogError) -> RunRecord {
    let run = try client.get("run", by: "runs/get", [("run_id", identifier)])
    var metrics = MLflowMetrics()
    for metric in run["data"]?["metrics"]?.elements ?? [] {
      guard let key = metric["key"]?.text, metrics.takes(key) else { continue }
      // The last value is the one of the highest step.
      let isAtZero = metric["step"]?.number ?? 0 == 0
      var isFirstPage = true
      let question = [("run_id", identifier), ("metric_key", key), ("max_results", "25000")]
      try client.getPages("metrics/get-history", question, list: "metrics") { values in
        if isFirstPage { metrics.begin(key, hasNoSteps: isAtZero && values.count > 1) }
        isFirstPage = false
        for entry in values {
          guard let value = entry["value"]?.number else { continue }
          metrics.add(MLflowMetrics.infinite(value), step: entry["step"]?.number ?? 0)
        }
      }
    }
    return try metrics.run(
      name: name, source: client.source, format: card.id,
      isDeleted: run["info"]?["lifecycle_stage"]?.text == "deleted", options: options)
  }
}
