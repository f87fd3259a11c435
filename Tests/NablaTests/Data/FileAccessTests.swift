import FoundationEssentials
import Testing

@testable import Nabla

struct FileAccessTests {
  private func withRoot(_ body: (_ files: FileAccess, _ root: String, _ outside: String) throws -> Void) throws {
    try withFolder { folder in
      let root = folder + "/notebook"
      try FileManager.default.createDirectory(atPath: root + "/data", withIntermediateDirectories: true)
      try FileAccess().write([1, 2], to: folder + "/secret")
      try body(FileAccess(root: root), root, folder)
    }
  }

  @Test func relativePathsBeginAtTheFolder() throws {
    try withRoot { files, root, _ in
      try files.write([7], to: "data/x")
      #expect(try files.read("data/x") == [7])
      #expect(try files.read(root + "/data/../data/x") == [7])
      try files.write([8, 9], to: "data/x")
      #expect(try files.read("data/x") == [8, 9])
      #expect(try FileManager.default.contentsOfDirectory(atPath: root + "/data") == ["x"])
    }
  }

  @Test func nothingOutsideIsReadOrWritten() throws {
    try withRoot { files, root, outside in
      try FileManager.default.createSymbolicLink(atPath: root + "/link", withDestinationPath: outside + "/secret")
      try FileManager.default.createSymbolicLink(atPath: root + "/up", withDestinationPath: outside)
      for path in ["../secret", outside + "/secret", "link", "up/secret", "data/../../secret"] {
        #expect(message { _ = try files.read(path) }.contains("outside the notebook's folder"), "\(path)")
        #expect(message { try files.write([0], to: path) }.contains("outside the notebook's folder"), "\(path)")
      }
      // A name that merely begins like the folder's is another folder.
      try FileManager.default.createDirectory(atPath: root + "2", withIntermediateDirectories: true)
      #expect(message { try files.write([0], to: root + "2/x") }.contains("outside"))
      #expect(try FileAccess().read(outside + "/secret") == [1, 2])
    }
  }

  @Test func faultsAreToldByName() throws {
    try withRoot { files, root, _ in
      #expect(message { _ = try files.read("no.csv") } == "no.csv: there is no such file in \(root)")
      #expect(message { _ = try files.read("data") }.contains("folder"))
      #expect(message { _ = try files.read("") }.contains("empty path"))
      #expect(message { try files.write([], to: "no/x") }.contains("no folder"))
      #expect(message { try files.write([], to: "data/") }.contains("add a file name"))
      #expect(message { try Tensor([1.0]).save("x.txt") }.contains("must end in .npy"))
      #expect(message { try TensorArchive().save("x.txt") }.contains(".safetensors or .npz"))
      try files.write(Array("hello there".utf8), to: "x.npz")
      #expect(message { _ = try TensorArchive.load(root + "/x.npz") }.contains("begins like no format"))
    }
  }
}
