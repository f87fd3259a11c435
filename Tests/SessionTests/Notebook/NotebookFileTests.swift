import Rendering
import Testing

@testable import Session

@Suite("Notebook files") struct NotebookFileTests {
  /// What Jupyter itself wrote is read and written again byte for byte.
  @Test(arguments: Fixture.lessons)
  func lessonsKeepTheirBytes(lesson: String) throws {
    let bytes = try File.read(lesson)
    let again = try Notebook(parsing: bytes).bytes
    #expect(String(decoding: again, as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
  }

  @Test func outputsOfEveryKindAreKept() throws {
    var cell = Notebook.Cell(id: "a", kind: .code, source: "x\n\ny = 1\n")
    cell.executionCount = 3
    cell.metadata = ["tags": ["no-check"]]
    // The keys in the order in which a file has them.
    let chart: JSON = ["data": ["values": [0.5, 1, nil]], "mark": "line"]
    var picture = MIMEBundle(text: "p").adding(.png, "iVBO")
    picture.metadata = [JSON.Member("image/png", ["height": 20, "width": 30])]
    cell.outputs = [
      .display(picture), .result(picture, count: 3),
      .stream(.stdout, "one\ntwo"), .stream(.stderr, "no end\n"),
      .display(MIMEBundle(text: "∇").adding(.vegaLite, chart).adding(.png, "iVBO").adding(.svg, "<svg>\n</svg>")),
      .result(MIMEBundle(text: "1\n2"), count: 3), .error(name: "RuntimeError", message: "m", traceback: ["a", "b\nc"]),
    ]
    var text = Notebook.Cell(id: "b", kind: .markdown, source: "![x](attachment:x.png)")
    text.attachments = ["x.png": ["image/png": "iVBO"]]
    let notebook = Notebook(cells: [cell, text, Notebook.Cell(id: "c", kind: .raw, source: "")], metadata: ["k": [1.5]])
    #expect(try Notebook(parsing: notebook.bytes) == notebook)
  }

  /// Jupyter, which is written in Python, would else change the file when it saves it.
  @Test(arguments: [(1.5e-5, "1.5e-05"), (0.0001, "0.0001"), (-3e-300, "-3e-300"), (2.5e20, "2.5e+20"), (0.25, "0.25")])
  func numbersAreWrittenAsJupyterDoes(_ value: Double, _ text: String) {
    let bytes = Notebook(cells: [], metadata: ["k": [.double(value)]]).bytes
    #expect(String(decoding: bytes, as: UTF8.self).contains("\n   \(text)\n"))
  }

  @Test func cellsOfOlderFormatsGetIds() throws {
    let file = #"{"nbformat": 4, "nbformat_minor": 2, "cells": [{"cell_type": "code", "source": ["a\n", "b"]}]}"#
    let cell = try #require(try Notebook(parsing: Array(file.utf8)).cells.first)
    #expect(cell.id == "cell-1" && cell.source == "a\nb")
  }

  @Test(
    "What is no notebook is said to be none",
    arguments: [
      ("", "this is not a notebook: it is not JSON"),
      ("[1, 2]", "this is not a notebook: it has no list of cells"),
      (#"{"nbformat": 3, "worksheets": []}"#, "this notebook has format 3"),
      (#"{"nbformat": 4, "cells": [{"cell_type": "poem", "source": ""}]}"#, "cell 1 of the notebook is neither"),
      (#"{"nbformat": 4, "cells": [{"cell_type": "code"}]}"#, "cell 1 of the notebook has no source"),
      (
        #"{"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "outputs": [{"output_type": "smell"}]}]}"#,
        "cell 1 of the notebook has an output of an unknown kind"
      ),
    ])
  func faultsAreNamed(file: String, message: String) {
    let error = #expect(throws: Notebook.FormatError.self) { try Notebook(parsing: Array(file.utf8)) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }
}

enum Fixture {
  /// The checkout, from the place of this file in it.
  static let checkout = #filePath.split(separator: "/").dropLast(4).reduce("") { "\($0)/\($1)" }

  /// The paths of all lessons.
  static let lessons = ["en", "vi"].flatMap { language in
    let folder = "\(checkout)/notebooks/\(language)"
    return File.names(in: folder).filter { $0.hasSuffix(".ipynb") }.map { "\(folder)/\($0)" }.sorted()
  }
}
