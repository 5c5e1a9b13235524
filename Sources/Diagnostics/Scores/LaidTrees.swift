/// The trees of several scorecards as plain numbers one after the other, for thousands of questions about each run.
///
/// A tree has as many questions in a row everywhere as its longest branch: one that is not asked is one that no number
/// answers by yes. Numbers are held in single precision, which is finer than a table has them and lets the trees of all
/// cards fit into the second cache of a processor. Thresholds are held as whole numbers in the order of their values: the
/// sign of a difference is the way on, where a comparison might become a branch, which costs more where it is as often
/// taken as not.
struct LaidTrees: Sendable, Hashable {
  /// A question as a place among the numbers of a run.
  private struct Question: Sendable, Hashable {
    var threshold = Int32.max
    var signal: Int32 = 0

    /// 1 if it is answered by yes, else 0.
    @inline(__always)
    func answer(_ places: [Int32]) -> Int {
      let difference = Int64(threshold) &- Int64(places[Int(signal)])
      return Int(truncatingIfNeeded: UInt64(bitPattern: difference) &>> 63)
    }
  }

  private struct Tree: Sendable, Hashable {
    /// Where its questions begin: the first, then those that follow it where it is low and where it is high, and so on.
    let questions: Int
    /// Where the points of its last answers begin, in the order of their questions.
    let points: Int
    let depth: Int

    /// How many questions it has.
    var count: Int { (1 &<< depth) &- 1 }
  }

  private var trees: [Tree] = []
  private var questions: [Question] = []
  private var points: [Float] = []
  /// Where the trees of each card end.
  private var ends: [Int] = []

  /// Lays the trees of a number of cards.
  init(_ cards: [[ShallowTree]]) {
    for card in cards {
      for tree in card { append(tree) }
      ends.append(trees.count)
    }
  }

  private mutating func append(_ tree: ShallowTree) {
    let laid = Tree(questions: questions.count, points: points.count, depth: tree.depth)
    trees.append(laid)
    questions += [Question](repeating: Question(), count: laid.count)
    points += [Float](repeating: 0, count: laid.count + 1)
    lay(tree, at: 0, of: laid)
  }

  private mutating func lay(_ tree: ShallowTree, at place: Int, of laid: Tree) {
    switch tree {
    case .question(let question, let low, let high):
      questions[laid.questions + place] = Question(
        threshold: question.threshold.placeInOrder, signal: Int32(question.signal.ordinal))
      lay(low, at: 2 * place + 1, of: laid)
      lay(high, at: 2 * place + 2, of: laid)
    case .points(let number) where place >= laid.count:
      points[laid.points + place - laid.count] = Float(number)
    case .points:
      lay(tree, at: 2 * place + 1, of: laid)
      lay(tree, at: 2 * place + 2, of: laid)
    }
  }

  /// The sum of the points of each card's trees that the signals of a run get.
  func sums(_ signals: SignalValues) -> [Double] {
    let places = signals.numbers.map(\.placeInOrder)
    var index = 0
    return ends.map { end in
      var sum: Float = 0
      while index < end {
        let tree = trees[index]
        var place = 0
        for _ in 0..<tree.depth {
          place = 2 &* place &+ 1 &+ questions[tree.questions &+ place].answer(places)
        }
        sum += points[tree.points &+ place &- tree.count]
        index &+= 1
      }
      return Double(sum)
    }
  }

  /// Calls a closure with the points as shares of the signals, by their places, that are asked for: the first of a tree
  /// has the mean of what follows its answer, each other one what its own answer adds to that.
  func forEachContribution(_ signals: SignalValues, _ body: (_ signal: Int, _ points: Double) -> Void) {
    let places = signals.numbers.map(\.placeInOrder)
    for tree in trees {
      var place = 0
      // The points that may follow all answers so far.
      var range = tree.points..<(tree.points + tree.count + 1)
      var before = 0.0
      for _ in 0..<tree.depth {
        let question = questions[tree.questions + place]
        let answer = question.answer(places)
        let middle = (range.lowerBound + range.upperBound) / 2
        range = answer == 1 ? middle..<range.upperBound : range.lowerBound..<middle
        place = 2 * place + 1 + answer
        let mean = Double(points[range].reduce(0, +)) / Double(range.count)
        if question != Question() { body(Int(question.signal), mean - before) }
        before = mean
      }
    }
  }
}

extension Double {
  /// A whole number that is the larger the larger the number is in single precision, below all others for one that is
  /// missing.
  fileprivate var placeInOrder: Int32 {
    guard !isNaN else { return .min }
    let bits = Int32(bitPattern: Float(self).bitPattern)
    // The bits of negative numbers rise as the numbers fall.
    return bits < 0 ? bits ^ .max : bits
  }
}
