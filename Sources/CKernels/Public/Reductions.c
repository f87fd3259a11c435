#include "../Internal/Table.h"

static int64_t reduce_i64_line(NKReduce op, ptrdiff_t n, const int64_t *x, ptrdiff_t stride) {
  uint64_t value = op == NKReduce_prod ? 1 : 0;
  if (op == NKReduce_max) value = (uint64_t)INT64_MIN;
  if (op == NKReduce_min) value = (uint64_t)INT64_MAX;
  for (ptrdiff_t k = 0; k < n; k++) {
    const int64_t v = x[k * stride];
    switch (op) {
      case NKReduce_prod: value *= (uint64_t)v; break;
      case NKReduce_max: value = v > (int64_t)value ? (uint64_t)v : value; break;
      case NKReduce_min: value = v < (int64_t)value ? (uint64_t)v : value; break;
      default: value += (uint64_t)v; break;
    }
  }
  return (int64_t)value;
}

void nk_reduce(NKReduce op, NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, void *y,
               int accumulate) {
  if (nk_is_float(type))
    return nk_kernels(type)->reduce(op, outer, axis, inner, axis * inner, inner, x, y, accumulate);
  if (type != NKTypeI64) return;
  int64_t *out = y;
  for (ptrdiff_t o = 0; o < outer; o++) {
    for (ptrdiff_t i = 0; i < inner; i++, out++) {
      const int64_t v = reduce_i64_line(op, axis, (const int64_t *)x + o * axis * inner + i, inner);
      *out = accumulate ? (int64_t)((uint64_t)*out + (uint64_t)v) : v;
    }
  }
}

void nk_arg_extreme(NKType type, int least, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x,
                    int64_t *index) {
  if (nk_is_float(type)) return nk_kernels(type)->arg_extreme(least, outer, axis, inner, x, index);
  if (type != NKTypeI64) return;
  for (ptrdiff_t o = 0; o < outer; o++) {
    for (ptrdiff_t i = 0; i < inner; i++) {
      const int64_t *line = (const int64_t *)x + o * axis * inner + i;
      ptrdiff_t best = 0;
      for (ptrdiff_t k = 1; k < axis; k++)
        if (least ? line[k * inner] < line[best * inner] : line[k * inner] > line[best * inner]) best = k;
      *index++ = best;
    }
  }
}

void nk_extreme_backward(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, const void *y,
                         const void *dy, void *dx) {
  if (nk_is_float(type)) nk_kernels(type)->extreme_backward(outer, axis, inner, x, y, dy, dx);
}

void nk_prod_backward(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, const void *dy,
                      void *dx) {
  if (nk_is_float(type)) nk_kernels(type)->prod_backward(outer, axis, inner, x, dy, dx);
}

void nk_variance(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, double correction, const void *x,
                 void *mean, void *variance) {
  if (nk_is_float(type))
    nk_kernels(type)->variance(outer, axis, inner, axis * inner, inner, correction, x, mean, variance);
}

static void any_or_all(int all, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const uint8_t *x, uint8_t *y) {
  for (ptrdiff_t o = 0; o < outer; o++) {
    for (ptrdiff_t i = 0; i < inner; i++) {
      int value = all;
      for (ptrdiff_t k = 0; k < axis && value == all; k++) value = x[(o * axis + k) * inner + i] != 0;
      *y++ = (uint8_t)value;
    }
  }
}

void nk_any(ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const uint8_t *x, uint8_t *y) {
  any_or_all(0, outer, axis, inner, x, y);
}

void nk_all(ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const uint8_t *x, uint8_t *y) {
  any_or_all(1, outer, axis, inner, x, y);
}

#define RUNNING(name, assign)                                                                                        \
  static void name(ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, int reverse, const uint64_t *x, uint64_t *y) {  \
    for (ptrdiff_t o = 0; o < outer; o++, x += axis * inner, y += axis * inner) {                                    \
      for (ptrdiff_t k = 0; k < axis; k++) {                                                                         \
        const ptrdiff_t at = (reverse ? axis - 1 - k : k) * inner, last = at + (reverse ? inner : -inner);           \
        for (ptrdiff_t i = 0; i < inner; i++) y[at + i] = k ? y[last + i] assign x[at + i] : x[at + i];              \
      }                                                                                                              \
    }                                                                                                                \
  }
RUNNING(cumsum_i64, +)
RUNNING(cumprod_i64, *)

void nk_cumsum(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, int reverse, const void *x, void *y) {
  if (nk_is_float(type))
    nk_kernels(type)->cumsum(outer, axis, inner, reverse, x, y);
  else if (type == NKTypeI64)
    cumsum_i64(outer, axis, inner, reverse, x, y);
}

void nk_cumprod(NKType type, ptrdiff_t outer, ptrdiff_t axis, ptrdiff_t inner, const void *x, void *y) {
  if (nk_is_float(type))
    nk_kernels(type)->cumprod(outer, axis, inner, x, y);
  else if (type == NKTypeI64)
    cumprod_i64(outer, axis, inner, 0, x, y);
}
