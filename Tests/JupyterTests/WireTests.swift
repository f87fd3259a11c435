import Rendering
import Testing

@testable import Jupyter

@Suite struct WireTests {
  private func parts(_ texts: String...) -> WireMessage.Parts {
    let bytes = texts.map { Array($0.utf8) }
    return WireMessage.Parts(header: bytes[0], parent: bytes[1], metadata: bytes[2], content: bytes[3])
  }

  /// Test cases 2, 1 and 6 of RFC 4231; how the text is cut into parts does not matter.
  @Test func signaturesAreThoseOfTheStandard() {
    let jefe = Signature(key: "Jefe").sign(parts("what do ya", " want for", " ", "nothing?"))
    #expect(
      String(decoding: jefe, as: UTF8.self) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    let vertical = Signature(key: String(repeating: "\u{B}", count: 20)).sign(parts("Hi There", "", "", ""))
    #expect(
      String(decoding: vertical, as: UTF8.self) == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
  }

  @Test func aMessageComesBackAsItWent() throws {
    let signature = Signature(key: "key")
    let message = WireMessage(
      identities: [[1], [], Array("three".utf8)], parts: parts("{\"a\":1}", "{}", "{}", "{}"), buffers: [[9, 9], []])
    let frames = message.frames(signedBy: signature)
    let back = try WireMessage(frames: frames, signature: signature)
    #expect(back.identities == message.identities)
    #expect(back.buffers == message.buffers)
    #expect(back.frames(signedBy: signature) == frames)
  }

  /// Every byte of every signed frame counts, and a message cut short anywhere is none.
  @Test func aMessageWithAnyByteChangedIsRefused() {
    let signature = Signature(key: "key")
    let frames = WireMessage(identities: [[1]], parts: parts("{\"a\":1}", "{}", "{ }", "{\"b\":2}"))
      .frames(signedBy: signature)
    for frame in 2..<frames.count {
      for byte in frames[frame].indices {
        var changed = frames
        changed[frame][byte] ^= 1
        #expect(throws: WireMessage.Fault.self) { try WireMessage(frames: changed, signature: signature) }
      }
    }
    for count in 0..<frames.count {
      #expect(throws: WireMessage.Fault.self) {
        try WireMessage(frames: Array(frames.prefix(count)), signature: signature)
      }
    }
  }

  @Test func theGuardForgetsTheOldestFirst() throws {
    func digest(_ number: Int) throws -> Signature.Digest {
      let text = String(number, radix: 16)
      return try #require(Signature.Digest(hexadecimal: Array((String(repeating: "0", count: 64 - text.count) + text).utf8)))
    }
    var replays = ReplayGuard()
    for number in 0..<ReplayGuard.capacity { #expect(replays.admit(try digest(number))) }
    #expect(!replays.admit(try digest(0)))
    #expect(replays.admit(try digest(ReplayGuard.capacity)))
    #expect(replays.admit(try digest(0)))
    #expect(!replays.admit(try digest(2)))
  }

  @Test func headersAreWhatClientsAccept() throws {
    let author = Author(username: "quote\"d")
    let first = author.header("status")
    let header = try JSON(parsing: first.bytes)
    #expect(header["msg_id"] == .string(first.id))
    #expect(header["username"] == "quote\"d")
    #expect(first.id != author.header("status").id)
    guard case .string(let date)? = header["date"] else {
      Issue.record("no date")
      return
    }
    #expect(date.wholeMatch(of: #/20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-6]\d\.\d{6}Z/#) != nil)
    let uuids = (0..<1_000).map { _ in Author.uuid() }
    #expect(Set(uuids).count == uuids.count)
    #expect(uuids.allSatisfy { $0.wholeMatch(of: #/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/#) != nil })
  }
}
