import Testing

@testable import Texts

struct PrintableAddressTests {
  @Test(arguments: [
    ("mlflow:https://user:pass@host:5000/1", "mlflow:https://host:5000/1"),
    ("http://token@host", "http://host"), ("http://user:a@b@host/c@d", "http://host/c@d"),
    ("http://user:a/b@host", "http://host"), ("mlflow:http://host/me@there", "mlflow:http://host/me@there"),
    ("http://host:5000/#/me@there", "http://host:5000/#/me@there"),
    ("mlflow:http://[::1]:5000/me@there", "mlflow:http://[::1]:5000/me@there"),
    ("a@b/run.csv", "a@b/run.csv"),
  ])
  func `only what stands before a server is hidden`(address: String, shown: String) {
    #expect(PrintableText.withoutPassword(address) == shown)
    #expect(PrintableText.path(address) == shown)
  }
}
