import Diagnostics
import Testing

/// What holds of every diagnosis, whatever the log.
func expectSound(_ diagnosis: Diagnosis, sourceLocation: SourceLocation = #_sourceLocation) {
  #expect((0...1).contains(diagnosis.confidence), sourceLocation: sourceLocation)
  for finding in diagnosis.findings + diagnosis.setAside.map(\.finding) {
    #expect((0...1).contains(finding.confidence), "\(finding.rule)", sourceLocation: sourceLocation)
    #expect((0...1).contains(finding.evidence.effect), "\(finding.rule)", sourceLocation: sourceLocation)
    for measurement in finding.evidence.measurements {
      #expect(measurement.value.isFinite, "\(finding.rule) \(measurement)", sourceLocation: sourceLocation)
    }
    #expect(!finding.statement.text { _ in "1" }.contains("{"), sourceLocation: sourceLocation)
  }
  for curve in diagnosis.curves {
    #expect(curve.values.count == curve.epochs.count && curve.smoothed.count == curve.values.count)
    #expect(curve.noise.isFinite && curve.noise >= 0)
  }
}
