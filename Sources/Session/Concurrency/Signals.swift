import Glibc

/// Signals, taken on a thread of their own: a handler could run on any thread, in the middle of anything.
package enum Signals {
  private static let taken = [SIGINT, SIGTERM, SIGHUP]

  /// Blocks the signals for this thread and for all that it will start, and acts on them from then on.
  package static func handle(interrupt: @escaping @Sendable () -> Void, end: @escaping @Sendable () -> Void) {
    signal(SIGPIPE, SIG_IGN)
    var set = sigset_t()
    sigemptyset(&set)
    for number in taken { sigaddset(&set, number) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    _ = Thread.start { [set] in
      var set = set
      var number: Int32 = 0
      while sigwait(&set, &number) == 0 {
        if number == SIGINT { interrupt() } else { end() }
      }
    }
  }
}
