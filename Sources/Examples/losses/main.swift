// Shows which output layer belongs to each loss, what target it takes, and what is said about a wrong pairing.
//
//   swift run losses [folder]
import ATMLTrain

/// A loss, the layer that a network for it ends in, and a mistake that is often made with it.
struct Lesson {
  let loss: any Loss
  let activation: String
  let target: String
  let output: Tensor
  let targets: Tensor
  let mistake: (name: String, output: Tensor, targets: Tensor)
}

// What the last linear layer of a network gives for three samples: logits, which may be any numbers.
let logits = Tensor([[2, -1, 0.5], [-0.5, 1.5, 0], [0, -1, 3]])
let classes = Tensor([0, 1, 2])
// The same for networks with one output: a value to predict, or the logit of a yes.
let column = Tensor([[1.5], [-2], [0.25]])
let answers = Tensor([[1], [0], [1]])

let lessons = [
  // Values to predict. A linear output reaches any number; tanh and sigmoid suit targets in their range alone.
  Lesson(
    loss: MSELoss(), activation: "linear", target: "[batch, values], any numbers",
    output: column, targets: Tensor([[1], [-2.5], [0]]),
    mistake: ("a target of another shape", column, Tensor([1, -2.5, 0]))),
  Lesson(
    loss: MSELoss(), activation: "tanh", target: "[batch, values], −1 to 1",
    output: column.tanh(), targets: Tensor([[1], [-0.5], [0]]),
    mistake: ("a target that tanh cannot reach", column.tanh(), Tensor([[1], [-2.5], [0]]))),
  Lesson(
    loss: MSELoss(), activation: "sigmoid", target: "[batch, values], 0 to 1",
    output: column.sigmoid(), targets: Tensor([[0.9], [0.25], [0]]),
    mistake: ("a target that a sigmoid cannot reach", column.sigmoid(), Tensor([[0.9], [-0.25], [0]]))),

  // Yes or no, for one question or several.
  Lesson(
    loss: BCELoss(), activation: "sigmoid", target: "[batch, labels], 0 to 1",
    output: column.sigmoid(), targets: answers,
    mistake: ("logits without a sigmoid", column, answers)),
  Lesson(
    loss: BCEWithLogitsLoss(), activation: "linear", target: "[batch, labels], 0 to 1",
    output: column, targets: answers,
    mistake: ("a sigmoid before it", column.sigmoid(), answers)),

  // One class of several.
  Lesson(
    loss: NLLLoss(), activation: "log-softmax", target: "[batch], the number of a class",
    output: logits.logSoftmax(along: 1), targets: classes,
    mistake: ("a softmax without the logarithm", logits.softmax(along: 1), classes)),
  Lesson(
    loss: CrossEntropyLoss(), activation: "linear", target: "[batch], the number of a class",
    output: logits, targets: classes,
    mistake: ("a softmax before it", logits.softmax(along: 1), classes)),
  Lesson(
    loss: CrossEntropyLoss(labelSmoothing: 0.1), activation: "linear", target: "[batch, classes], shares",
    output: logits, targets: Tensor([[1, 0, 0], [0.5, 0.5, 0], [0, 0, 1]]),
    mistake: ("classes counted from 1", logits, Tensor([1, 2, 3]))),
]

var table = "| loss | output layer | target | value |\n|---|---|---|---|\n"
for lesson in lessons {
  let value = try lesson.loss(lesson.output, lesson.targets)
  table += "| \(type(of: lesson.loss)) | \(lesson.activation) | \(lesson.target) | \(rounded(value)) |\n"
}
print(table)

// A wrong pairing would train all the same, only worse. So a loss looks at what the output has been through, and
// says what to do instead.
print("Wrong pairings, and what they are told:")
for lesson in lessons {
  do {
    _ = try lesson.loss(lesson.mistake.output, lesson.mistake.targets)
  } catch {
    print("- \(lesson.mistake.name)\n  \(error)")
  }
}

// Two losses can be one: the logarithm and the exponential belong together, and are more exact as one function.
let separate = try NLLLoss()(logits.logSoftmax(along: 1), classes)
let together = try CrossEntropyLoss()(logits, classes)
print("\nlog-softmax and NLLLoss: \(rounded(separate)); CrossEntropyLoss of the logits: \(rounded(together))")

// Why it matters: at a logit of 200 the sigmoid is 1 to the last digit, and what was certainly wrong costs no more
// than 100. The loss of the logit knows better, and has a gradient that gets the network out again.
let certain = Tensor([[200]], requiresGradient: true)
let wrong = Tensor([[0]])
let probability = try BCELoss()(certain.sigmoid(), wrong)
let logit = try BCEWithLogitsLoss()(certain, wrong)
probability.backward()
let probabilityGradient = certain.gradient ?? Tensor(0)
certain.zeroGradient()
logit.backward()
let logitGradient = certain.gradient ?? Tensor(0)
print("sigmoid(200) and BCELoss: \(rounded(probability)), gradient \(rounded(probabilityGradient))")
print("200 and BCEWithLogitsLoss: \(rounded(logit)), gradient \(rounded(logitGradient))")

func rounded(_ value: Tensor) -> String {
  NumberText.fixed(Double(value.item), decimals: 4)
}
