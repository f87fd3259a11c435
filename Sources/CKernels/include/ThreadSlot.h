#ifndef NABLA_THREAD_SLOT_H
#define NABLA_THREAD_SLOT_H

/// A pointer of the calling thread's own, NULL at first: the engine hangs the state of a thread on it. Swift has no
/// thread-local variables, and `pthread_getspecific` costs more than the rest of a small operation's bookkeeping.
extern _Thread_local void *nk_thread_slot_storage;

static inline void *nk_thread_slot(void) { return nk_thread_slot_storage; }
static inline void nk_set_thread_slot(void *pointer) { nk_thread_slot_storage = pointer; }

#endif
