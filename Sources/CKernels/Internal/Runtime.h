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

/// What this thread hears (`nk_hear`).
const nk_wish *nk_heard(void);

/// The time below which work stays with the caller, in nanoseconds.
double nk_sharing_threshold(void);

/// A float as an integer: cut off, the nearest there is, 0 for NaN.
int64_t nk_to_i64(double value);

// Recordings: see Public/Recording.c.

extern _Thread_local NKRecording *nk_current_recording;
void nk_append_launch(ptrdiff_t count, ptrdiff_t grain, double cost,
                      void (*body)(void *context, ptrdiff_t begin, ptrdiff_t end), const void *context, size_t size);

/// Whether a launch is an elementwise function of one input, and which of what.
int nk_unary_of_launch(void (*body)(void *, ptrdiff_t, ptrdiff_t), const void *context, NKUnary *op, const void **x,
                       void **y, double *a, double *b);
/// Lets a launch that is a matrix product compute that function of its whole result too; whether it can.
int nk_product_computes(void (*body)(void *, ptrdiff_t, ptrdiff_t), void *context, ptrdiff_t count, NKUnary op,
                        const void *x, void *y, double a, double b);

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
