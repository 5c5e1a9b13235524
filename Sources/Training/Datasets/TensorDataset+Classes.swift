extension TensorDataset {
  /// Checks that every class occurs that does in the training data, or has a name where there are none.
  ///
  /// - Throws: ``DatasetError`` with the classes that are missing.
  public func checkClasses(of path: String) throws(DatasetError) {
    guard let classNames else { return }
    let found = occurringClasses
    let expected = trainedClasses ?? Set(classNames.indices)
    let missing = classNames.indices.filter { expected.contains($0) && !found.contains($0) }
    if !missing.isEmpty {
      throw .classes(path: path, missing: missing.map { classNames[$0] }, unexpected: [])
    }
  }

  /// The numbers of the classes that at least one target has.
  var occurringClasses: Set<Int> {
    targets.withElements { elements in Set(elements.lazy.compactMap { Int(exactly: $0) }) }
  }

  /// Checks that there can be several samples of each class, as there are not where a column of values is taken for
  /// classes.
  func checkClassCount(of path: String) throws(DatasetError) {
    guard let classCount = classNames?.count, classCount > Self.fewClasses, classCount * 2 > count else {
      return
    }
    throw .unusable(
      path: path,
      problem:
        "found \(classCount) classes for \(count) samples, expected several samples of each; if the target "
        + "is a value to predict, say so (--regression)")
  }

  /// So many classes are believed of any number of samples.
  private static var fewClasses: Int { 20 }
}
