import Glibc

/// A thread of our own, for what blocks (a socket) or recurses deeply (a cell): neither may sit in the cooperative pool.
package struct Thread: @unchecked Sendable {
  private var handle: pthread_t

  /// The stack for threads that run cells: virtual memory, of which only what recursion touches becomes real.
  package static let cellStack = 512 << 20

  /// What to say where the system gives no thread for cells.
  package static let refusal =
    "the system gives no thread for cells, whose stack takes \(cellStack >> 20) MB of address space; a limit such as `ulimit -v` leaves too little"

  /// Starts a thread; nil when the system gives none.
  package static func start(stack: Int = 512 << 10, _ body: @escaping @Sendable () -> Void) -> Thread? {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stack)
    let work = Unmanaged.passRetained(Work(body))
    var handle = pthread_t()
    let status = pthread_create(
      &handle, &attributes,
      { pointer in
        guard let pointer else { return nil }
        let work = Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue()
        work.body()
        return nil
      }, work.toOpaque())
    guard status == 0 else {
      work.release()
      return nil
    }
    return Thread(handle: handle)
  }

  /// Waits for the thread's end.
  package func join() { pthread_join(handle, nil) }

  private final class Work {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
