/// Changes an optimizer's learning rate from epoch to epoch: call `step()` after each.
///
/// The rate of an epoch is a formula of its number and the rate at the beginning.
public class Schedule {
  /// What is scheduled.
  public let optimizer: Optimizer
  /// How many steps the schedule has taken.
  public private(set) var epoch = 0
  /// The learning rate at the beginning.
  public let initialRate: Double

  package init(_ optimizer: Optimizer) {
    self.optimizer = optimizer
    initialRate = optimizer.lr
  }

  /// Sets the learning rate of the first epoch; a schedule calls it when all it needs is set.
  package func begin() { optimizer.lr = rate(0) }

  /// Goes on to the next epoch.
  public func step() {
    epoch += 1
    optimizer.lr = rate(epoch)
  }

  /// The learning rate of an epoch.
  package func rate(_ epoch: Int) -> Double { initialRate }
}

/// The rate multiplied by `gamma` every `stepSize` epochs.
public final class StepLR: Schedule {
  private let stepSize: Int
  private let gamma: Double

  /// A schedule of steps.
  public init(_ optimizer: Optimizer, stepSize: Int, gamma: Double = 0.1) {
    self.stepSize = max(stepSize, 1)
    self.gamma = gamma
    super.init(optimizer)
    begin()
  }

  package override func rate(_ epoch: Int) -> Double { initialRate * Elementary.power(gamma, Double(epoch / stepSize)) }
}

/// The rate multiplied by `gamma` at each of the given epochs.
public final class MultiStepLR: Schedule {
  private let milestones: [Int]
  private let gamma: Double

  /// A schedule of steps at given epochs.
  public init(_ optimizer: Optimizer, milestones: [Int], gamma: Double = 0.1) {
    self.milestones = milestones
    self.gamma = gamma
    super.init(optimizer)
    begin()
  }

  package override func rate(_ epoch: Int) -> Double {
    initialRate * Elementary.power(gamma, Double(milestones.filter { $0 <= epoch }.count))
  }
}

/// The rate multiplied by `gamma` at every epoch.
public final class ExponentialLR: Schedule {
  private let gamma: Double

  /// A schedule of exponential decay.
  public init(_ optimizer: Optimizer, gamma: Double) {
    self.gamma = gamma
    super.init(optimizer)
    begin()
  }

  package override func rate(_ epoch: Int) -> Double { initialRate * Elementary.power(gamma, Double(epoch)) }
}

/// The rate multiplied by a factor that goes from `startFactor` to `endFactor` in `totalIters` epochs.
public final class LinearLR: Schedule {
  private let startFactor: Double
  private let endFactor: Double
  private let totalIters: Int

  /// A schedule of a straight line.
  public init(_ optimizer: Optimizer, startFactor: Double = 1.0 / 3, endFactor: Double = 1.0, totalIters: Int = 5) {
    self.startFactor = startFactor
    self.endFactor = endFactor
    self.totalIters = max(totalIters, 1)
    super.init(optimizer)
    begin()
  }

  package override func rate(_ epoch: Int) -> Double {
    let share = Double(min(epoch, totalIters)) / Double(totalIters)
    return initialRate * (startFactor + (endFactor - startFactor) * share)
  }
}

/// The rate along half a cosine from its beginning to `etaMin` in `tMax` epochs, and back.
public final class CosineAnnealingLR: Schedule {
  private let tMax: Int
  private let etaMin: Double

  /// A schedule of a cosine.
  public init(_ optimizer: Optimizer, tMax: Int, etaMin: Double = 0.0) {
    self.tMax = max(tMax, 1)
    self.etaMin = etaMin
    super.init(optimizer)
    begin()
  }

  package override func rate(_ epoch: Int) -> Double {
    etaMin + (initialRate - etaMin) * (1 + Elementary.cos(Double.pi * Double(epoch) / Double(tMax))) / 2
  }
}

/// The rate multiplied by what a function says of the epoch.
public final class LambdaLR: Schedule {
  private let factor: (Int) -> Double

  /// A schedule by a function of the epoch.
  public init(_ optimizer: Optimizer, _ factor: @escaping (Int) -> Double) {
    self.factor = factor
    super.init(optimizer)
    begin()
  }

  package override func rate(_ epoch: Int) -> Double { initialRate * factor(epoch) }
}

/// The rate multiplied by `factor` when a loss has not fallen for more than `patience` epochs.
public final class ReduceLROnPlateau {
  /// What is scheduled.
  public let optimizer: Optimizer
  private let factor: Double
  private let patience: Int
  private let threshold: Double
  private let minimum: Double
  private var best = Double.infinity
  private var badEpochs = 0

  /// A schedule by the loss; an epoch counts as better when its loss is below the best by the share `threshold`.
  public init(
    _ optimizer: Optimizer, factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4, minLR: Double = 0.0
  ) {
    self.optimizer = optimizer
    self.factor = factor
    self.patience = patience
    self.threshold = threshold
    minimum = minLR
  }

  /// Goes on to the next epoch, after one of this loss.
  public func step(_ loss: Double) {
    if loss < best * (1 - threshold) {
      best = loss
      badEpochs = 0
    } else {
      badEpochs += 1
    }
    if badEpochs > patience {
      badEpochs = 0
      optimizer.lr = max(optimizer.lr * factor, minimum)
    }
  }

  /// Goes on to the next epoch, after one of this loss.
  public func step(_ loss: Tensor) { step(loss.item()) }
}
