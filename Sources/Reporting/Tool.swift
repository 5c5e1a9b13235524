/// The name and version that reports are signed with.
public enum Tool {
  public static let name = "ATML Diagnose"
  public static let version = "0.1.0"
}
