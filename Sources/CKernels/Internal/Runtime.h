#ifndef NK_RUNTIME_H
#define NK_RUNTIME_H

#include "Table.h"

/// Does `body` for parts begin..<end that cover 0..<count, on several threads where `count` · `cost` (nanoseconds for
/// each, roughly) is worth it. Parts begin at multiples of `grain`. Between parts the interrupt flag is looked at.
void nk_share(ptrdiff_t count, ptrdiff_t grain, double cost,
              void (*body)(void *context, ptrdiff_t begin, ptrdiff_t end), void *context);
/// The same of a call that cannot be recorded: a recording that runs is spoilt.
void nk_parallel(ptrdiff_t count, ptrdiff_t grain, double cost,
                 void (*body)(void *context, ptrdiff_t begin, ptrdiff_t end), void *context);

/// The time below which work stays with the caller, in nanoseconds.
double nk_sharing_threshold(void);

// Recordings: see Public/Recording.c.

extern _Thread_local NKRecording *nk_current_recording;
void nk_append_launch(ptrdiff_t count, ptrdiff_t grain, double cost,
                      void (*body)(void *context, ptrdiff_t begin, ptrdiff_t end), const void *context, size_t size);

/// Notes a launch in the recording that runs. The context holds no pointer into the caller's stack.
#define NK_NOTE_LAUNCH(count, grain, cost, body, call)                                                               \
  do {                                                                                                               \
    if (nk_current_recording) nk_append_launch(count, grain, cost, body, call, sizeof *(call));                      \
  } while (0)

/// As `nk_parallel`, noted in the recording that runs.
#define NK_LAUNCH(count, grain, cost, body, call)                                                                    \
  do {                                                                                                               \
    NK_NOTE_LAUNCH(count, grain, cost, body, call);                                                                  \
    nk_share(count, grain, cost, body, call);                                                                        \
  } while (0)

/// Does all of a call at once, noted in the recording that runs. The body may share its work itself.
#define NK_WHOLE(body, call)                                                                                         \
  do {                                                                                                               \
    NK_NOTE_LAUNCH(1, 1, 0, body, call);                                                                             \
    body(call, 0, 1);                                                                                                \
  } while (0)

#endif
