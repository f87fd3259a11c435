internal import CKernels
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What the engine keeps for each thread: tensors may be used on any thread, one thread at a time for each tensor.
package struct EngineState {
  /// Whether operations are recorded for backward.
  package var isGradEnabled = true
  /// The number of the last operation recorded.
  package var sequence: UInt64 = 0
  /// The place of the program that runs: cell << 32 | line, 0 when unknown.
  package var site: UInt64 = 0
  /// Counts the changes in place.
  package var writes: UInt64 = 0
  /// Steps of training that repeat, and whether operations look there for a plan or to be recorded.
  package var replay = Replay()
  package var isReplaying = false
  /// Whether nodes are made for a recording.
  package var isPinning = false
  /// Whether results are looked at: to record or to verify them, or in search of NaN and infinity.
  package var isWatching = false
  /// The number of the last walk over a tape; nodes remember the walk that met them.
  package var walk: UInt32 = 0
  /// Memory for tensors.
  package var pool = MemoryPool()
  /// Whether a failed operation stores its error instead of ending the program.
  package var isRecordingFailures = false
  /// The first error since failures were recorded.
  package var pendingFailure: TensorError?
  /// Whether every result is searched for NaN and infinity.
  package var isSearchingNonFinite = false
  /// How deep the release of a tape has recursed, and what was put off because it was too deep.
  package var releaseDepth = 0
  package var released: ContiguousArray<Node> = []
  /// Small nodes for reuse.
  package var recycler = NodeRecycler()
  /// Room for a walk over a tape, kept for reuse; a walk inside a walk has its own.
  package var walkRoom = WalkRoom()
  package var isWalking = false
  /// The generator that `manualSeed` seeds, made at the first use.
  package var generator: Generator?
  /// The module that runs, and the paths of all that ever ran.
  package var moduleScope = ModuleScope.none
  package var moduleScopes = ModuleScope.Table()
  /// What files may be read and written.
  package var files = FileAccess()
}

/// The engine's state of the calling thread.
@inline(__always)
package var engine: UnsafeMutablePointer<EngineState> {
  if let slot = nk_thread_slot() { return slot.assumingMemoryBound(to: EngineState.self) }
  return makeEngineState()
}

@inline(never)
private func makeEngineState() -> UnsafeMutablePointer<EngineState> {
  let state = UnsafeMutablePointer<EngineState>.allocate(capacity: 1)
  state.initialize(to: EngineState())
  nk_set_thread_slot(state)
  if let key = threadExitKey { pthread_setspecific(key, state) }
  return state
}

/// Frees the state when its thread ends.
private let threadExitKey: pthread_key_t? = {
  var key = pthread_key_t()
  let status = pthread_key_create(&key) { state in
    #if canImport(Darwin)
    let pointer = state.assumingMemoryBound(to: EngineState.self)
    #else
    guard let pointer = state?.assumingMemoryBound(to: EngineState.self) else { return }
    #endif
    // The slot was cleared by the system's order of destructors or not; nodes give their memory back through it, and
    // they go before the pool.
    nk_set_thread_slot(pointer)
    pointer.pointee.replay.forget()
    pointer.pointee.recycler.destroy()
    pointer.pointee.walkRoom.destroy()
    pointer.pointee.pool.destroy()
    pointer.deinitialize(count: 1)
    nk_set_thread_slot(nil)
    pointer.deallocate()
  }
  return status == 0 ? key : nil
}()
