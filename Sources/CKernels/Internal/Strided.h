#ifndef NK_STRIDED_H
#define NK_STRIDED_H

// Walking over several strided operands at once.

#include <stddef.h>

#include "../include/CKernels.h"

#define NK_MAX_OPERANDS 3
/// Elements gathered at a time where an operand has no run of its own.
#define NK_GATHER 512

/// A shape with the strides of its operands, in elements; dims of size 1 dropped and neighbours merged where they can.
typedef struct NKView {
  int rank, operands;
  ptrdiff_t count;
  ptrdiff_t shape[NK_MAX_RANK];
  ptrdiff_t strides[NK_MAX_OPERANDS][NK_MAX_RANK];
} NKView;

NKView nk_view(int rank, const ptrdiff_t *shape, int operands, const ptrdiff_t *const *strides);

/// Copies elements begin..<end (row-major) of one operand of the view to a contiguous array.
void nk_view_gather(const NKView *view, int operand, size_t size, const void *base, ptrdiff_t begin, ptrdiff_t end,
                    void *out);

/// A run of elements: for each operand where it begins and whether it walks (1) or repeats (0).
typedef struct NKRun {
  const void *operand[NK_MAX_OPERANDS];
  int step[NK_MAX_OPERANDS];
  ptrdiff_t begin, count;
} NKRun;

/// Calls `body` for runs that cover elements begin..<end of the view in order. Operands without runs are gathered.
void nk_view_runs(const NKView *view, const size_t *sizes, const void *const *bases, ptrdiff_t begin, ptrdiff_t end,
                  void (*body)(void *context, const NKRun *run), void *context);

#endif
