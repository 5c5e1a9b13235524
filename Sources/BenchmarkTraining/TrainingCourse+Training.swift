import NeuralNetworks
import Tensors

extension TrainingCourse {
  /// Trains a network by a plan.
  ///
  /// - Parameter testEpochs: The epochs after which the test rows are measured.
  init(_ plan: RunPlan, on data: RunData, testEpochs: Set<Int>) throws(LossError) {
    let network = Network(plan, task: data.task, inputs: data.training.inputs.shape[1])
    let optimizer = network.optimizer(plan)
    let schedule = plan.learningRates
    let loss = network.loss
    let places = Array(0..<plan.trainingSize)
    var orders = RandomSource(seed: plan.seed ^ 0x0DE5)
    initialLoss = try network.measure(data.training, count: plan.trainingSize, scale: data.lossScale).loss
    for epoch in 1...plan.epochs {
      if let later = plan.laterOrders, epoch == later.epochs + 1 { orders = RandomSource(seed: later.seed) }
      optimizer.learningRate = schedule.learningRate(at: epoch - 1, from: plan.learningRate)
      network.model.setMode(.training)
      let order = places.shuffled(using: &orders)
      var sum = 0.0
      var correct = 0
      for start in stride(from: 0, to: order.count, by: plan.batchSize) {
        let batch = Array(order[start..<min(start + plan.batchSize, order.count)])
        optimizer.zeroGradients()
        let output = network.model(Tensor(data.training.inputs.rows(at: batch)))
        let targets = Tensor(network.targets(batch.map { data.training.targets[$0] }))
        let value = try loss(output, targets)
        value.backward()
        optimizer.step()
        sum += Double(value.item) * Double(batch.count)
        correct += loss.correctCount(output, targets) ?? 0
      }
      let training = try network.measure(data.training, count: plan.trainingSize, scale: data.lossScale)
      trainingLosses.append(training.loss)
      let count = Double(order.count)
      loggedTraining.losses.append(
        plan.logsRunningMean ? sum / count * Double(data.lossScale) : training.loss)
      if let accuracy = training.accuracy {
        loggedTraining.accuracies.append(plan.logsRunningMean ? Double(correct) / count : accuracy)
      }
      let seen = try network.measure(data.validation, scale: data.lossScale)
      validation.losses.append(seen.loss)
      if let accuracy = seen.accuracy { validation.accuracies.append(accuracy) }
      if testEpochs.contains(epoch) {
        tests[epoch] = try network.measure(data.test, scale: data.lossScale)
      }
      // Weights that are no numbers stay so.
      if training.loss.isNaN {
        repeatLastEpoch(until: plan.epochs, testEpochs: testEpochs)
        return
      }
    }
  }

  /// Goes on with what the last epoch gave.
  private mutating func repeatLastEpoch(until epochs: Int, testEpochs: Set<Int>) {
    for epoch in trainingLosses.count..<epochs {
      trainingLosses.append(.nan)
      loggedTraining.repeatLast()
      validation.repeatLast()
      if testEpochs.contains(epoch + 1) {
        tests[epoch + 1] = tests[epoch] ?? TestMeasure(rowLosses: [.nan], loss: .nan, accuracy: nil)
      }
    }
  }
}

extension TrainingCourse.Curve {
  fileprivate mutating func repeatLast() {
    losses.append(losses[losses.count - 1])
    if let last = accuracies.last { accuracies.append(last) }
  }
}

extension RunPlan {
  /// The schedule over all epochs of the plan.
  fileprivate var learningRates: any Schedule {
    switch schedule {
    case .constant: .constant
    case .cosine: .cosine(epochs: epochs)
    case .step: .step(epochs: max(epochs / 3, 1), factor: 0.2)
    case .warmUp: .warmUp(epochs: max(epochs / 8, 1))
    }
  }
}
