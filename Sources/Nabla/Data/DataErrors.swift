// What can be wrong with files and data sets.

extension TensorError {
  // MARK: Access

  static func missingFile(_ path: String, folder: String) -> TensorError {
    .file(path, "there is no such file" + (path.hasPrefix("/") ? "" : " in \(folder)"))
  }

  static func missingFolder(_ path: String, _ folder: String) -> TensorError {
    .file(path, "there is no folder \(folder) to put it in")
  }

  static func outside(_ path: String, folder: String) -> TensorError {
    .file(path, "lies outside the notebook's folder \(folder), and cells open only what is inside; copy the file there")
  }

  // MARK: Formats

  static func format(_ format: String, _ fact: String) -> TensorError {
    TensorError("this is no readable \(format) file: \(fact)")
  }

  static func truncated(_ format: String, at offset: Int, needed: Int, of count: Int) -> TensorError {
    .format(format, "it ends too early: \(needed) bytes are needed at byte \(offset), and it has \(count). "
      + "Was the download complete?")
  }

  static func damaged(_ format: String, _ name: String) -> TensorError {
    .format(format, "the checksum of \(name) is wrong, so its bytes are not those that were written")
  }

  static func elementType(_ format: String, _ type: String) -> TensorError {
    .format(format, "elements of type \(type) cannot become a tensor; convert them to float32, float64, int64 or bool")
  }

  static func integerTooLarge(_ format: String, _ value: UInt64) -> TensorError {
    .format(format, "the element \(value) is beyond Int64, whose greatest value is \(Int64.max)")
  }

  static func unknownExtension(_ path: String, known: [String]) -> TensorError {
    .file(path, "the name must end in \(known.joined(separator: " or ")), which says what format to write")
  }

  static func unknownFormat(_ path: String) -> TensorError {
    .file(path, "begins like no format that holds tensors: .npz and .safetensors hold several by name, .npy holds one")
  }

  static func noTensor(_ name: String, known: [String]) -> TensorError {
    TensorError("no tensor is called \"\(name)\"; the file holds \(list(known))")
  }

  private static func list(_ names: [String]) -> String { names.isEmpty ? "nothing" : names.joined(separator: ", ") }

  // MARK: Models

  static func missingParameters(_ missing: [String], given: [String]) -> TensorError {
    TensorError(
      "load: the file lacks \(missing.joined(separator: ", ")), which the model has; "
        + "`strict: false` passes over them. The file holds \(list(given))")
  }

  static func unexpectedTensors(_ names: [String]) -> TensorError {
    TensorError(
      "load: the model has no \(names.joined(separator: ", ")), which the file holds; is it the file of another model? "
        + "`strict: false` passes over them")
  }

  static var archiveTooLarge: TensorError {
    .argument("save", "a .npz file holds less than 4 GiB; write .safetensors instead")
  }

  // MARK: Tables

  static func ragged(_ path: String, line: Int, _ count: Int, of columns: Int) -> TensorError {
    .file(path, "line \(line) has \(count) values, the lines before it have \(columns)")
  }

  static func openQuote(_ path: String, line: Int) -> TensorError {
    .file(path, "the quotation mark that opens in line \(line) is never closed")
  }

  static func noColumn(_ name: String, known: [String]) -> TensorError {
    TensorError("no column is called \"\(name)\"; there are \(known.map { "\"\($0)\"" }.joined(separator: ", "))")
  }

  static func notANumber(_ text: String, column: String, row: Int) -> TensorError {
    TensorError(
      "row \(row) of the column \"\(column)\" is \"\(text)\" and no number; `text(\"\(column)\")` gives the words, "
        + "`classes(\"\(column)\")` numbers them")
  }

  static func columnCount(_ names: Int, _ shape: Shape) -> TensorError {
    TensorError("CSV: \(names) column names for values of shape \(shape); it takes a matrix with a column for each name")
  }

  // MARK: Data sets

  static func examples(_ x: Shape, _ y: Shape) -> TensorError {
    TensorError("Dataset: \(x) and \(y): x and y must have the same first size, one example for each")
  }

  static func split(_ share: Double) -> TensorError {
    TensorError("split: the first part's share is \(share); it must lie between 0 and 1")
  }

  static func notInstalled(_ package: String, _ path: String) -> TensorError {
    .file(path, "is missing; Debian's package \(package) holds it: apt-get install \(package)")
  }
}
