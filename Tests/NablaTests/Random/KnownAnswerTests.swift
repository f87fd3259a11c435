import Testing

@testable import Nabla

/// Published answers of the generators.
struct KnownAnswerTests {
  @Test(arguments: [
    // Random123's kat_vectors, also in JAX's tests/random_impl_test.py.
    ([0, 0, 0, 0], [0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
    (
      [.max, .max, .max, .max], [.max, .max], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
    ),
    (
      [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
      [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
    ),
  ] as [([UInt32], [UInt32], [UInt32])])
  func philox(_ counter: [UInt32], _ key: [UInt32], _ answer: [UInt32]) {
    #expect(CounterBased.philox(counter: counter, key: key) == answer)
  }

  @Test(arguments: [
    // JAX's tests/random_test.py.
    ([0, 0], [0, 0], [0x6b20_0159, 0x99ba_4efe]),
    ([.max, .max], [.max, .max], [0x1cb9_96fc, 0xbb00_2be7]),
    ([0x243f_6a88, 0x85a3_08d3], [0x1319_8a2e, 0x0370_7344], [0xc492_3a9c, 0x483d_f7a0]),
  ] as [([UInt32], [UInt32], [UInt32])])
  func threefry(_ counter: [UInt32], _ key: [UInt32], _ answer: [UInt32]) {
    #expect(CounterBased.threefry(counter: counter, key: key) == answer)
  }

  /// karpathy/llm.c, llmc/rand.h: manual_seed(137), five words, then normal_ of 8 and of 16.
  @Test func llmC() {
    let g = Generator(.torch, seed: 137)
    let words = [4_053_805_790, 2_173_880_614, 380_293_709, 1_237_255_315, 2_986_595_568]
    #expect(g.randint(0, 1 << 27, 5) == words.map { $0 % (1 << 27) })
    #expect(g.randn(8).first == 0.7947664260864258)
    #expect(g.randint(0, 1 << 27) == 2_186_503_452 % (1 << 27))
    #expect(abs(g.randn(16)[0] - -1.2813878059387207) < 1e-6)
    #expect(g.randint(0, 1 << 27) == 2_756_748_748 % (1 << 27))
  }

  /// iamtrask's eleven lines: numpy.random.seed(1), weights 2·random − 1, as they are printed.
  @Test func elevenLines() {
    let printed = [-0.16595599, 0.44064899, -0.99977125]
    for (value, expected) in zip(Generator(.numpy, seed: 1).rand(3), printed) {
      #expect(abs(2 * value - 1 - expected) < 5e-9)
    }
  }

  @Test(arguments: Generator.Kind.allCases)
  func aStreamBeginsAgainWithItsSeed(_ kind: Generator.Kind) {
    let g = Generator(kind, seed: 5)
    let first = (g.rand(9), g.randn(3), g.permutation(20), g.randint(-3, 1 << 40, 4))
    g.manualSeed(5)
    let second = (g.rand(9), g.randn(3), g.permutation(20), g.randint(-3, 1 << 40, 4))
    #expect(first == second)
    #expect(first.2.sorted() == Array(0..<20))
    #expect(first.0.allSatisfy { (0..<1).contains($0) })
  }

  @Test(arguments: Generator.Kind.allCases)
  func nothingUsersPassCanTrap(_ kind: Generator.Kind) {
    let g = Generator(kind, seed: .min)
    #expect(g.randint(3, 3) == 3)
    #expect(g.rand(-1).isEmpty)
    #expect(g.permutation(-5).isEmpty)
    #expect(g.sample(3, 10).sorted() == [0, 1, 2])
    #expect((Int.min..<Int.max).contains(g.randint(.min, .max)))
    #expect(g.shuffled(["a", "b"]).sorted() == ["a", "b"])
  }
}
