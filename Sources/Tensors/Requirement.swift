/// Stops the program where a caller's mistake would make results wrong, and says what it was.
///
/// `precondition` loses its message in optimised builds, and a shape mistake is only worth half without both shapes.
@inline(__always)
package func require(
  _ condition: Bool, _ message: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
) {
  if !condition { fatalError(message(), file: file, line: line) }
}
