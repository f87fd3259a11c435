/// Runs the cells of a notebook in a session, one after the other, and puts their outputs into it.
package struct NotebookRun {
  /// What happens as a run goes on, for whoever shows it.
  package enum Event {
    /// A cell's turn has come; `number` is that of a code cell that will run.
    case cell(Notebook.Cell, number: Int?)
    /// A code cell has ended.
    case ended(Notebook.Cell)
  }

  /// The notebook with the outputs of this run.
  package private(set) var notebook: Notebook
  /// The outputs that changed after they were shown, by cell: their last state depends on when they were changed.
  package private(set) var liveOutputs: [Int: [Int]] = [:]
  /// The code cells that ran, and the one that failed.
  package private(set) var ranCount = 0
  package private(set) var failed: Notebook.Cell?

  private let session: Session
  private let recorder: OutputRecorder

  package init(_ notebook: Notebook, in session: Session, recorder: OutputRecorder) {
    self.notebook = notebook
    self.session = session
    self.recorder = recorder
    for index in notebook.cells.indices {
      self.notebook.cells[index].outputs = []
      self.notebook.cells[index].executionCount = nil
    }
  }

  /// Runs every cell up to the first that fails. Called on the session's thread.
  package mutating func run(_ observe: (Event) -> Void = { _ in }) {
    var places: [(cell: Int, recorded: Int)] = []
    for index in notebook.cells.indices {
      guard isRunnable(notebook.cells[index]) else {
        observe(.cell(notebook.cells[index], number: nil))
        continue
      }
      let request = CellRequest(code: notebook.cells[index].source)
      let number = session.begin(request)
      observe(.cell(notebook.cells[index], number: number))
      let place = recorder.beginCell()
      let result = session.run(request, number: number, io: recorder)
      for case .page(let text) in result.actions { recorder.display(text, id: nil) }
      recorder.finish(result.outcome, count: number)
      places.append((index, place))
      notebook.cells[index].executionCount = number
      notebook.cells[index].outputs = recorder.outputs(of: place)
      ranCount += 1
      observe(.ended(notebook.cells[index]))
      if case .failed = result.outcome {
        failed = notebook.cells[index]
        break
      }
    }
    // A later cell may have changed a display of an earlier one.
    for (cell, place) in places {
      notebook.cells[cell].outputs = recorder.outputs(of: place)
      liveOutputs[cell] = recorder.liveOutputs(of: place)
    }
  }

  private func isRunnable(_ cell: Notebook.Cell) -> Bool {
    cell.kind == .code && cell.source.contains { !$0.isWhitespace }
  }
}
