import Texts

extension LogError {
  /// The error for a tracking server that gave no answer.
  init(_ failure: HTTPFailure, source: String) {
    let isUp = "Is it running, and is the address right?"
    let (problem, found, advice): (String, String?, String) =
      switch failure {
      case .noLibrary:
        (
          "servers are asked by libcurl, which is not installed", nil,
          "Install it: apt-get install libcurl4"
        )
      case .noAnswer(let words): ("the server does not answer", words, isUp)
      case .timedOut(let words): ("the server takes too long to answer", words, isUp)
      case .tooLong(let bytes):
        ("the answer of the server is longer than \(bytes >> 20) MiB", nil, Self.nameServer)
      case .redirected:
        ("the server sends from one address to the next without end", nil, Self.nameServer)
      case .untrusted(let words):
        (
          "the certificate of the server is not one to trust", words,
          "Set MLFLOW_TRACKING_SERVER_CERT_PATH to a file with a certificate that you trust, or "
            + "MLFLOW_TRACKING_INSECURE_TLS=true to take any."
        )
      case .noCertificates:
        (
          "the certificates to trust cannot be read", nil,
          "Set MLFLOW_TRACKING_SERVER_CERT_PATH to a file of certificates in PEM form."
        )
      }
    self.init(.unavailable, source: source, problem, found: found, advice: advice)
  }

  /// The error for an answer that is not one of a tracking server.
  static func notOfMLflow(_ answer: String, source: String) -> LogError {
    let isPage = answer.first { !$0.isWhitespace } == "<"
    return LogError(
      .unavailable, source: source,
      isPage
        ? "the server answers with a web page, as one that wants a login does"
        : "the answer of the server is not one of MLflow",
      found: PrintableText.clean(answer, limit: 60),
      advice: isPage ? "Is it a server of MLflow? \(setLogin)" : nameServer)
  }

  /// The error for an answer of another status than 200.
  static func status(_ status: Int, saying message: String?, source: String) -> LogError {
    LogError(
      .unavailable, source: source, "the server answers with status \(status)", found: message,
      advice: status == 401 || status == 403
        ? setLogin
        : status >= 500
          ? "Ask again later." : "Name a run, an experiment or the server: mlflow:http://localhost:5000/RUN")
  }

  private static let nameServer = "Name a tracking server: mlflow:http://localhost:5000"
  private static let setLogin =
    "Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN."
}
