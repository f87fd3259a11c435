internal import CKernels

/// Sets how many threads large operations may use, like `torch.set_num_threads`. Results have the same bits with every
/// number: work is split over outputs, and never within a sum.
///
/// - Parameter count: At least 1 and at most 256; other values count as the nearest of these. Until it is set, it is the
///   number of processors.
public func setNumThreads(_ count: Int) {
  nk_set_threads(Int32(clamping: count))
  // Plans have their work cut for the threads there were.
  engine.pointee.replay.forget()
}

/// How many threads large operations may use, like `torch.get_num_threads`.
public func getNumThreads() -> Int {
  Int(nk_threads())
}
