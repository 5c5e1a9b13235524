/// A server from which runs are read, by an address such as `mlflow:http://localhost:5000/RUN`.
public protocol AddressFormat: Sendable {
  static var card: FormatCard { get }

  /// Whether what the user named is an address of this kind.
  static func recognizes(_ address: String) -> Bool

  /// The runs at an address.
  ///
  /// - Throws: ``LogError`` if the server does not answer or knows no such run.
  static func runs(at address: String) throws(LogError) -> [RunLocation]
}
