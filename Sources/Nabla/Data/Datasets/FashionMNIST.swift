extension Dataset {
  /// 28 × 28 pictures of clothes in ten classes, 60,000 to train with and 10,000 to test (Xiao, Rasul and Vollgraf,
  /// 2017), from Debian's package `dataset-fashion-mnist`. x [n, 784] from 0 to 1, y [n].
  ///
  /// Throws where the package is not installed.
  public static func fashionMNIST(train: Bool = true) throws -> Dataset {
    let prefix = folder + (train ? "train" : "t10k")
    let images = try idx(prefix + "-images-idx3-ubyte.gz")
    let labels = try idx(prefix + "-labels-idx1-ubyte.gz")
    return Dataset(
      images.to(.float32).reshape([images.shape[0], 784]) / 255, labels,
      classNames: [
        "T-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot",
      ])
  }

  private static let folder = "/usr/share/datasets/fashion-mnist/"

  private static func idx(_ path: String) throws(TensorError) -> Tensor {
    let packed: [UInt8]
    do { packed = try FileAccess.current.readInstalled(path) } catch {
      throw error == .interrupted ? error : .notInstalled("dataset-fashion-mnist", path)
    }
    return try inFile(path) { () throws(TensorError) in try IDXFile.read(try Inflate.gunzip(packed)) }
  }
}
