internal import Rendering

extension Dataset {
  /// Anderson's irises as Fisher published them in 1936: sepal and petal length and width in centimetres, of 50 flowers
  /// of each of three species. x [150, 4], y [150].
  public static var iris: Dataset {
    let text = IrisMeasurements.millimetres.description
    let values = text.split { $0 == "," || $0 == " " || $0 == "\n" }.map { (Double($0) ?? .nan) / 10 }
    let classes = ["setosa", "versicolor", "virginica"]
    return Dataset(
      Tensor(values, shape: [values.count / 4, 4]), Tensor((0..<values.count / 4).map { $0 / 50 }),
      featureNames: ["sepal length", "sepal width", "petal length", "petal width"], classNames: classes)
  }

  /// Handwritten digits of 8 × 8 pixels from 0 to 16, the test part of the set by Alpaydin and Kaynak (1998).
  /// x [1797, 64], y [1797].
  public static var digits: Dataset {
    let pixelCount = 64
    let packed = Base64.decode(DigitsPictures.packed.description)
    let bytes = attempt(or: []) { () throws(TensorError) in
      try Inflate.unpack(packed, in: 0..<packed.count, limit: 1 << 18, format: "digits")
    }
    let count = bytes.count / (pixelCount + 1)
    let labels = bytes.prefix(count).map(Int.init)
    let pixels = Tensor(bytes.dropFirst(count).map(Double.init), shape: [pixelCount, count])
    return Dataset(pixels.T.contiguous(), Tensor(labels), classNames: (0..<10).map(String.init))
  }
}
