package import Rendering

/// Keeps the outputs of cells as a notebook holds them, and passes them on to whoever watches.
package final class OutputRecorder: CellIO {
  private struct Entry {
    var output: Notebook.Output
    var id: String?
    /// It was changed after it was shown: a bar of progress, a live curve.
    var isLive = false
  }

  /// The outputs of every cell so far: an update reaches a display wherever it stands.
  private var cells: [[Entry]] = []
  /// The text of the stream written last, which grows in place: a cell may print a line a hundred thousand times.
  private var stream: (name: OutputStream, text: String)?
  /// The next output replaces what the cell has shown.
  private var clearsBeforeNext = false
  private let watcher: (any OutputSink)?
  private let input: any LineInput

  package init(watcher: (any OutputSink)? = nil, input: any LineInput = NoInput()) {
    self.watcher = watcher
    self.input = input
  }

  /// Begins the next cell; gives its place, for `outputs(of:)`.
  package func beginCell() -> Int {
    closeStream()
    cells.append([])
    clearsBeforeNext = false
    return cells.count - 1
  }

  /// The outputs of a cell as they are now.
  package func outputs(of cell: Int) -> [Notebook.Output] {
    closeStream()
    return cells[cell].map(\.output)
  }

  /// The places of a cell's outputs that changed after they were shown.
  package func liveOutputs(of cell: Int) -> [Int] { cells[cell].indices.filter { cells[cell][$0].isLive } }

  package func write(_ text: String, to stream: OutputStream) {
    guard !text.isEmpty else { return }
    prepare()
    if self.stream?.name != stream { closeStream() }
    if self.stream == nil { self.stream = (stream, "") }
    self.stream?.text += text
    watcher?.write(text, to: stream)
  }

  package func display(_ bundle: MIMEBundle, id: String?) {
    prepare()
    append(.display(bundle), id: id)
    watcher?.display(bundle.withVisibleText, id: id)
  }

  package func update(_ bundle: MIMEBundle, id: String) {
    for cell in cells.indices {
      for entry in cells[cell].indices where cells[cell][entry].id == id {
        cells[cell][entry].output = .display(bundle)
        cells[cell][entry].isLive = true
      }
    }
    watcher?.update(bundle.withVisibleText, id: id)
  }

  package func clear(wait: Bool) {
    if wait { clearsBeforeNext = true } else { clearNow() }
    watcher?.clear(wait: wait)
  }

  /// Records how the running cell ended. Showing a failure is left to the watcher's owner, who knows about colours.
  package func finish(_ outcome: CellOutcome, count: Int) {
    switch outcome {
    case .finished(nil): break
    case .finished(let value?):
      prepare()
      append(.result(value, count: count))
      watcher?.display(value.withVisibleText, id: nil)
    case .failed(let failure):
      append(.error(name: failure.name, message: failure.message, traceback: failure.traceback))
    }
  }

  package func readLine(prompt: String, password: Bool) throws -> String? {
    try input.readLine(prompt: prompt, password: password)
  }

  private func prepare() {
    if clearsBeforeNext { clearNow() }
  }

  private func clearNow() {
    clearsBeforeNext = false
    stream = nil
    if !cells.isEmpty { cells[cells.count - 1] = [] }
  }

  private func closeStream() {
    guard let stream else { return }
    self.stream = nil
    append(.stream(stream.name, stream.text))
  }

  private func append(_ output: Notebook.Output, id: String? = nil) {
    closeStream()
    if cells.isEmpty { cells.append([]) }
    cells[cells.count - 1].append(Entry(output: output, id: id))
  }
}

extension MIMEBundle {
  /// The bundle with a text that says what a terminal cannot show, where there would be none.
  fileprivate var withVisibleText: MIMEBundle {
    guard text.isEmpty, let form = forms.first(where: { $0.key != MIMEType.text.rawValue }) else { return self }
    return adding(.text, .string("[\(form.key)]"))
  }
}
