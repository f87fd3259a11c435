package import Session

/// The whole of `nabla kernel`: a session, served on the sockets of a connection file until the end.
package enum KernelProgram {
  /// Serves a kernel; gives the sentence to say where that fails.
  package static func run(
    connectionFile path: String, history: InputHistory,
    makeInterpreter: @escaping @Sendable () -> any Interpreter
  ) -> String? {
    do {
      let connection = try ConnectionFile(path: path)
      let server = try Server(connection)
      let session = Session(history: history, makeInterpreter: makeInterpreter)
      let kernel = Kernel(session: session, key: connection.key, transport: server)
      Signals.handle(interrupt: { kernel.interrupt() }, end: { kernel.stop() })
      try server.serve(kernel)
      return nil
    } catch {
      return "\(error)"
    }
  }
}
