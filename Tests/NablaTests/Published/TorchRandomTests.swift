import Nabla
import Testing

/// karpathy/llm.c, llmc/rand.h: what PyTorch's generator draws after `manual_seed(137)`.
@Suite struct TorchRandomTests {
  @Test func drawsOfLlmC() {
    manualSeed(137)
    let words = Tensor.randint(0, 1 << 27, [5]).toIntArray()
    #expect(words == [4_053_805_790, 2_173_880_614, 380_293_709, 1_237_255_315, 2_986_595_568].map { $0 % (1 << 27) })
    let eight = [
      0.7947664260864258, 1.4369317293167114, -0.2292192131280899, 0.47556325793266296, -0.6334410905838013,
      -0.5791953802108765, -0.0925704762339592, -0.8659197092056274,
    ]
    #expect(Tensor.randn([8]).toArray() == eight)
    #expect(Tensor.randint(1 << 27, [1]).toIntArray() == [2_186_503_452 % (1 << 27)])
    let sixteen = [
      -1.2813878059387207, -2.646395683288574, -0.06569503247737885, 0.2180829495191574, -0.46536165475845337,
      -0.33108410239219666, 2.5485482215881348, 0.10425379872322083, 0.8460659980773926, 0.9462448358535767,
      -0.2913765013217926, 0.34313806891441345, -1.1186704635620117, -0.18305328488349915, -2.3153159618377686,
      0.3961987793445587,
    ]
    // Their build of PyTorch computed the logarithm and the cosine of a block by another library.
    expectNear(Tensor.randn([16]).toArray(), sixteen, 2e-7)
    #expect(Tensor.randint(1 << 27, [1]).toIntArray() == [2_756_748_748 % (1 << 27)])
  }
}
