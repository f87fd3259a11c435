import Testing

@testable import Nabla

@Suite struct InterruptionTests {
  /// The wish was the whole process's: a session that was interrupted stopped what other threads computed.
  @Test func onlyWhoHearsAWishStops() {
    let wish = Interruption()
    wish.isRequested = true
    #expect(wish.isRequested && !Interruption.isHeard)
    // Large enough for several threads.
    let x = Tensor.ones([512, 512])
    func product() -> (first: Double?, failure: String?) {
      var first: Double?
      let failure = Failure.caught {
        let result = matmul(x, x)
        if Failure.pending == nil { first = Double(result[0, 0].item()) }
      }
      return (first, failure?.message)
    }
    #expect(product() == (512, nil))
    #expect(wish.heard(by: product) == (nil, TensorError.interrupted.message))
    #expect(!Interruption.isHeard)
    wish.isRequested = false
    #expect(wish.heard(by: product) == (512, nil))
  }
}
