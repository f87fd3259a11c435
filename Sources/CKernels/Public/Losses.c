#include <stdlib.h>

#include "../Internal/Table.h"

void nk_loss(NKLoss op, NKType type, ptrdiff_t n, const void *x, const void *t, double p, void *y) {
  if (nk_is_float(type)) nk_kernels(type)->loss(op, n, x, t, p, y);
}

/// Losses computed at a time before they are summed.
#define NK_LOSS_BLOCK 1024

void nk_loss_sum(NKLoss op, NKType type, ptrdiff_t n, const void *x, const void *t, double p, double scale, void *y) {
  if (!nk_is_float(type)) return;
  _Alignas(64) double block[NK_LOSS_BLOCK];
  nk_fill(type, 1, 0, y);
  const ptrdiff_t size = (ptrdiff_t)nk_size(type);
  for (ptrdiff_t at = 0; at < n; at += NK_LOSS_BLOCK) {
    const ptrdiff_t count = n - at < NK_LOSS_BLOCK ? n - at : NK_LOSS_BLOCK;
    nk_loss(op, type, count, (const char *)x + at * size, (const char *)t + at * size, p, block);
    nk_reduce(NKReduce_sum, type, 1, count, 1, block, y, 1);
  }
  nk_scale(type, 1, scale, y, y);
}

void nk_loss_backward(NKLoss op, NKType type, ptrdiff_t n, const void *x, const void *t, double p, const void *dy,
                      int dy_scalar, double scale, void *dx, void *dt, int accumulate) {
  if (nk_is_float(type)) nk_kernels(type)->loss_backward(op, n, x, t, p, dy, !dy_scalar, scale, dx, dt, accumulate);
}

void nk_cross_entropy(NKType type, ptrdiff_t rows, ptrdiff_t cols, const void *x, const int64_t *target,
                      const void *weight, int64_t ignore, double smoothing, void *loss, void *lse, void *row_weight) {
  if (nk_is_float(type))
    nk_kernels(type)->cross_entropy(rows, cols, x, target, weight, ignore, smoothing, loss, lse, row_weight);
}

void nk_cross_entropy_backward(NKType type, ptrdiff_t rows, ptrdiff_t cols, const void *x, const int64_t *target,
                               const void *weight, int64_t ignore, double smoothing, const void *lse, const void *dy,
                               int dy_scalar, double scale, void *dx, int accumulate) {
  if (nk_is_float(type))
    nk_kernels(type)->cross_entropy_backward(rows, cols, x, target, weight, ignore, smoothing, lse, dy, !dy_scalar,
                                             scale, dx, accumulate);
}
