import Rendering
import Testing

@testable import Nabla

struct DatasetTests {
  @Test func xor() {
    #expect(Dataset.xor.x.toArray() == [0, 0, 0, 1, 1, 0, 1, 1])
    #expect(Dataset.xor.y.toArray() == [0, 1, 1, 0] && Dataset.xor.y.shape == [4, 1])
  }

  @Test func moonsAreThoseOfScikitLearn() {
    let generator = Generator(.numpy, seed: 1337)
    let moons = Dataset.moons(100, noise: 0.1, generator: generator, dtype: .float64)
    let expected = Record.numbers("moons", "x")
    #expect(moons.x.shape == [100, 2] && expected.count == 200)
    for (a, b) in zip(moons.x.toArray(), expected) { #expect((a - b).magnitude < 1e-15) }
    #expect(moons.y.toArray() == Record.numbers("moons", "y"))
    #expect([generator.random()] == Record.numbers("moons", "next"))
  }

  @Test func spiralIsThatOfCS231n() {
    let generator = Generator(.numpy, seed: 0)
    let spiral = Dataset.spiral(generator: generator, dtype: .float64)
    let expected = Record.numbers("spiral", "x")
    #expect(spiral.x.shape == [300, 2] && expected.count == 600)
    for (a, b) in zip(spiral.x.toArray(), expected) { #expect((a - b).magnitude < 1e-15) }
    #expect(spiral.y.toIntArray() == (0..<300).map { $0 / 100 })
    #expect([generator.random()] == Record.numbers("spiral", "next"))
  }

  @Test func iris() {
    let iris = Dataset.iris
    #expect(iris.x.shape == [150, 4])
    let means = iris.x.mean(dim: 0).toArray()
    expectNear(means, [5.843333, 3.057333, 3.758, 1.199333], 1e-6)
    #expect(iris.y.toIntArray() == (0..<150).map { $0 / 50 })
    #expect(iris[149].0.toArray().map { Float($0) } == [5.9, 3.0, 5.1, 1.8])
  }

  @Test func digits() {
    let digits = Dataset.digits
    #expect(digits.x.shape == [1797, 64] && digits.x.sum().item() == 561_718)
    let labels = digits.y.toIntArray()
    let counts = (0..<10).map { digit in labels.filter { $0 == digit }.count }
    #expect(counts == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180])
    // The first picture, a zero.
    #expect(labels[0] == 0 && digits.x[0, 0..<8].toArray() == [0, 0, 5, 13, 9, 1, 0, 0])
  }

  @Test(.enabled(if: (try? Dataset.fashionMNIST(train: false)) != nil, "needs Debian's dataset-fashion-mnist"))
  func fashionMNIST() throws {
    let test = try Dataset.fashionMNIST(train: false)
    #expect(test.x.shape == [10_000, 784] && test.y.shape == [10_000])
    let labels = test.y.toIntArray()
    #expect((0..<10).allSatisfy { label in labels.filter { $0 == label }.count == 1000 })
    #expect(test.x.max().item() == 1 && test.x.min().item() == 0)
  }

  @Test func parts() {
    let (train, test) = Dataset.iris.shuffled(generator: Generator(seed: 1)).split(0.8)
    #expect(train.count == 120 && test.count == 30)
    #expect(train.y.toIntArray() != train.y.toIntArray().sorted())
    #expect(Dataset.iris.split(0.29).0.count == 43)
    #expect(Failure.caught { _ = Dataset.xor.split(2) }?.message.contains("between 0 and 1") == true)
    let uneven = Failure.caught { _ = Dataset(Tensor.zeros([3, 2]), Tensor.zeros([2])) }
    #expect(uneven?.message.contains("same first size") == true)
    #expect(Failure.caught { _ = Dataset.moons(-1) } == nil)
    #expect("\(Dataset.iris)" == "Dataset of 150 examples: x [150, 4], y [150], classes setosa, versicolor, virginica")
  }
}

struct DataLoaderTests {
  private let ten = Dataset(Tensor.arange(10), Tensor.arange(10))

  private func epochs(_ loader: DataLoader) -> [[Int]] {
    (0..<3).map { _ in loader.flatMap { $0.0.toIntArray() } }
  }

  @Test func theOrderIsThatOfPyTorch() {
    manualSeed(3)
    let orders = epochs(DataLoader(ten, batchSize: 4, shuffle: true))
    #expect(orders.flatMap { $0 }.map(Double.init) == Record.numbers("order", "own"))
    #expect(Tensor.rand([1]).toArray() == Record.numbers("order", "next"))

    let generator = Generator(.torch, seed: 5)
    let given = epochs(DataLoader(ten, batchSize: 4, shuffle: true, generator: generator))
    #expect(given.flatMap { $0 }.map(Double.init) == Record.numbers("order given", "own"))
    #expect(generator.rand(1) == Record.numbers("order given", "next"))
  }

  @Test func batches() {
    let loader = DataLoader(ten, batchSize: 4)
    #expect(loader.count == 3 && loader.map { $0.0.shape } == [[4], [4], [2]])
    #expect(loader.flatMap { $0.1.toIntArray() } == Array(0..<10))
    let whole = DataLoader(ten, batchSize: 4, dropLast: true)
    #expect(whole.count == 2 && whole.map { $0.0.count } == [4, 4])
    #expect(DataLoader(ten, batchSize: .max).map { $0.0.count } == [10])
    let nothing = Dataset(Tensor.zeros([0, 2]), Tensor.zeros([0]))
    #expect(DataLoader(nothing, batchSize: 4, shuffle: true).map { $0.0.shape } == [])
    let other = DataLoader(ten, batchSize: 3, shuffle: true, generator: Generator(.numpy, seed: 1))
    #expect(other.flatMap { $0.0.toIntArray() } == Generator(.numpy, seed: 1).permutation(10))
    #expect(Failure.caught { _ = DataLoader(ten, batchSize: 0) }?.message.contains("at least 1") == true)
  }
}
